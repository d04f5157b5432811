/* Non-secure side: report of exceptions, and functions that Secure scenes call. */
#include "rig.h"

static u32 *frame_of(struct found *found) {
  u32 lr = found->lr;
  if (lr & 0x40) return 0;
  return (u32 *)((lr & 8) && (lr & 4) ? READ(psp) : (u32)(found + 1));
}

void n_seen(struct found *found, u32 apsr) {
  u32 exception = READ(ipsr);
  u32 *frame = frame_of(found);
  say("N");
  tell("exception", exception);
  tell("lr", found->lr);
  tell("icsr", ICSR_NS(SCS));
  tell("shcsr", REG(SCS + 0xd24));
  if (frame) {
    tell("at", (u32)frame);
    tell_frame(frame);
  } else {
    tell("apsr", apsr);
    for (int i = 0; i < 4; i++) tell("r", found->r[i]);
    tell("r12", found->r[12]);
    put('\n');
  }
  say(" ");
  for (int i = 4; i < 12; i++) tell("r", found->r[i]);
  put('\n');
  tell_faults(SCS, "  faults", 0);
  if (SHARED->on_n) ((hook)SHARED->on_n)(exception, found, frame);
  if (frame) step_over(exception, frame);
}

u32 n_plain(u32 argument) {
  say("outside");
  tell("argument", argument);
  tell("control", READ(control));
  tell("ipsr", READ(ipsr));
  tell("sp", (u32)__builtin_frame_address(0));
  put('\n');
  return argument * 3;
}

u32 n_svc(u32 argument) {
  say("outside svc\n");
  __asm volatile("svc #3" ::: "memory");
  say("outside again\n");
  return argument;
}

u32 n_gate(u32 argument) {
  u32 answer = ((u32(*)(u32))((u32)veneer | 1))(argument);
  line("answer", answer);
  return answer;
}

static u32 pend_both(void) {
  /* Line 40 is Secure, 41 Non-secure: only the latter can be pended from here. */
  pend(3u << 8);
  return 0;
}

u32 n_pend(u32 argument) {
  say("outside pends\n");
  n_marked(pend_both);
  say("outside pended\n");
  return argument;
}

u32 n_load(u32 address) {
  u32 value = 0x5eed;
  __asm volatile("ldr.n %0, [%1]" : "+l"(value) : "l"(address) : "memory");
  line("loaded", value);
  return value;
}

u32 n_store(u32 address) {
  __asm volatile("str.n %0, [%0]" ::"l"(address) : "memory");
  say("stored\n");
  return 0;
}

u32 n_jump(u32 address) {
  __asm volatile("adr r1, 1f\n adds r1, #1\n mov lr, r1\n str r1, [%1]\n bx %0\n .align 2\n 1:"
                 :
                 : "r"(address), "r"(&SHARED->resume)
                 : "r1", "lr", "memory");
  SHARED->resume = 0;
  say("jumped\n");
  return 0;
}

u32 n_divide(u32 argument) {
  u32 value = argument;
  REG(SCS + 0xd14) |= 0x10;
  BARRIER();
  __asm volatile("sdiv %0, %1, %2" : "+r"(value) : "r"(7), "r"(0));
  line("divided", value);
  return value;
}

u32 n_faults(u32 argument) {
  __asm volatile("udf.n #1");
  __asm volatile("bxns r0");
  __asm volatile("ldrex r2, [%0]" ::"r"((u32)SHARED->words + 2) : "r2");
  n_divide(argument);
  return argument;
}

u32 n_limits(u32 argument) {
  __asm volatile("sub.w sp, sp, #0x40");
  say("limit checked\n");
  __asm volatile("svc #9" ::: "memory");
  say("svc done\n");
  return argument;
}

u32 n_stack(u32 argument) {
  WRITE(control, 2);
  __asm volatile("isb\n svc #9" ::: "memory");
  return argument;
}

u32 n_registers(u32 unprivileged) {
  u32 sp = READ(msp);
  if (!unprivileged) WRITE(psplim, 0x28200137);
  WRITE(primask, unprivileged);
  WRITE(basepri, unprivileged ? 0x30 : 0x20);
  tell("msp", sp);
  tell("psp", READ(psp));
  tell("msplim", READ(msplim));
  tell("psplim", READ(psplim));
  tell("primask", READ(primask));
  tell("basepri", READ(basepri));
  tell("faultmask", READ(faultmask));
  tell("control", READ(control));
  tell("ipsr", READ(ipsr));
  put('\n');
  WRITE(basepri, 0);
  return 0;
}

u32 n_tests(u32 argument) {
  static const u32 targets[] = {0x00200000, 0x10000000, 0x10100000, 0x28200000, 0x283fffff, 0x38008110, 0x40000000, 0xa0000000};
  for (u32 i = 0; i < sizeof targets / sizeof *targets; i++) {
    u32 full, unprivileged;
    __asm volatile("tt %0, %2\n ttt %1, %2" : "=&r"(full), "=&r"(unprivileged) : "r"(targets[i]));
    tell("address", targets[i]);
    tell("tt", full);
    tell("ttt", unprivileged);
    put('\n');
  }
  return argument;
}

u32 n_nvic(u32 argument) {
  REG(SCS + 0x104) = 0x0f0f0f0f;
  REG(SCS + 0x204) = 0x00f000f0;
  REG(SCS + 0x424) = 0xaaaaaaaa;
  REG(SCS + 0x430) = 0xbbbbbbbb;
  REG(SCS + 0x384) = 0;
  for (u32 at = 0x104; at <= 0x384; at += 0x80) line("outside", REG(SCS + at));
  for (u32 at = 0x424; at <= 0x43c; at += 4) line("outside", REG(SCS + at));
  return argument;
}
