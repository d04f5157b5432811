/* Non-secure side of the floating-point scenes. */
#include "context.h"

u32 n_float_fill(u32 seed) {
  fill_float(seed);
  tell_context("outside fills");
  return 0;
}

u32 n_float_tell(u32 argument) {
  tell_context("outside before");
  tell_float("outside registers");
  tell_context("outside after");
  return argument;
}

u32 n_float_touch(u32 argument) {
  touch_float();
  tell_context("outside touched");
  return argument;
}

u32 n_float_control(u32 value) {
  WRITE(control, value);
  tell_context("outside control");
  return READ(control);
}

/* What an exception does on its way: 1 looks at the registers, 2 fills them, 4 says that the frame is of the other type, 8 opens CPACR. */
static void with_float(u32 exception, struct found *found, u32 *frame) {
  (void)exception, (void)frame;
  tell_context("  outside handler");
  if (SHARED->words[0] & 4) found->lr ^= 0x10;
  if (SHARED->words[0] & 8) REG(SCS + CPACR) = 0xf00000;
  if (SHARED->words[0] & 1) tell_float("  outside handler");
  if (SHARED->words[0] & 2) fill_float(0x0e0e0e00);
  if (SHARED->words[0] & 3) tell_context("  outside handler");
}

u32 n_float_hook(u32 argument) {
  SHARED->on_n = (u32)with_float;
  return argument;
}

/* What interrupts live registers: 0 SVCall, 1 line 41, 2 SecureFault, or BusFault where that
   address is Non-secure. */
static void interrupt(u32 way) {
  u32 value = 0;
  if (way == 0) __asm volatile("svc #5" ::: "memory");
  if (way == 1) pend(1u << 9);
  if (way == 2) __asm volatile("ldr.n %0, [%1]" : "+l"(value) : "l"(0x20f00000) : "memory");
}

u32 n_float_interrupted(u32 way) {
  fill_float(0x0b000000);
  interrupt(way);
  tell_context("outside again");
  tell_float("outside again");
  return 0;
}

u32 n_float_registers(u32 value) {
  line("outside cpacr", REG(SCS + CPACR));
  line("outside nsacr", REG(SCS + NSACR));
  line("outside fpdscr", REG(SCS + FPDSCR));
  line("outside fpcar", REG(SCS + FPCAR));
  line("outside fpccr", REG(SCS + FPCCR));
  REG(SCS + FPCCR) = value;
  REG(SCS + FPCAR) = 0x2820511f;
  REG(SCS + FPDSCR) = 0xffffffff;
  REG(SCS + NSACR) = 0;
  line("outside fpccr", REG(SCS + FPCCR));
  line("outside fpcar", REG(SCS + FPCAR));
  line("outside fpdscr", REG(SCS + FPDSCR));
  for (u32 at = 0xf40; at <= 0xf48; at += 4) line("outside mvfr", REG(SCS + at));
  REG(SCS + FPCCR) = 0x80000000;
  REG(SCS + FPDSCR) = 0;
  return 0;
}

u32 n_float_lazy(u32 address) {
  __asm volatile("vlstm %0\n vlldm %0" ::"r"(address) : "memory");
  say("outside lazy\n");
  return 0;
}

/* Calls a Secure function through the callable page while its registers are live,
   and is interrupted by Secure state behind it. */
u32 n_float_gate(u32 target) {
  fill_float(0x0b000000);
  ((u32(*)(u32))((u32)veneer_call | 1))(target);
  tell_context("outside again");
  interrupt(2);
  tell_context("outside interrupted");
  return 0;
}
