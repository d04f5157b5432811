/* Secure side of the test programs: start, report of exceptions, end. */
#include "rig.h"

hook on_s;
static u32 count;
extern void (*const scenes[])(void);

__attribute__((noreturn)) void end(void) {
  say("END\n");
  /* A reset stops the transmitter: let it send what it holds. */
  for (u32 wait = 0; wait < 400; wait++) __asm volatile("nop");
  BARRIER();
  REG(SCS + 0xd0c) = 0x05fa0004 | (REG(SCS + 0xd0c) & 0x6700);
  BARRIER();
  for (;;) {
  }
}

void state(const char *name) {
  say(name);
  tell("control", READ(control));
  tell("control_ns", READ(control_ns));
  tell("ipsr", READ(ipsr));
  tell("icsr", REG(SCS + 0xd04));
  tell("icsr_ns", ICSR_NS(SCS_NS));
  tell("shcsr", REG(SCS + 0xd24));
  tell("shcsr_ns", REG(SCS_NS + 0xd24));
  put('\n');
}

static u32 *frame_of(struct found *found) {
  u32 lr = found->lr;
  u32 process = (lr & 8) && (READ(control) & 2 ? 1 : 0);
  if ((lr & 0x40) == 0) {
    process = (lr & 8) && (READ(control_ns) & 2);
    return (u32 *)(process ? READ(psp_ns) : READ(msp_ns));
  }
  process = (lr & 8) && (lr & 4);
  u32 at = process ? READ(psp) : (u32)(found + 1);
  if ((lr & 0x20) == 0) {
    say("  callee");
    for (int i = 0; i < 10; i++) {
      put(' ');
      if (i != 1) hex(((u32 *)at)[i]);
    }
    put('\n');
    at += 0x28;
  }
  return (u32 *)at;
}

void s_seen(struct found *found, u32 apsr) {
  u32 exception = READ(ipsr);
  u32 *frame = frame_of(found);
  say("S");
  tell("exception", exception);
  tell("lr", found->lr);
  tell("at", (u32)frame);
  tell_frame(frame);
  say(" ");
  for (int i = 4; i < 12; i++) tell("r", found->r[i]);
  put('\n');
  (void)apsr;
  state(" ");
  tell_faults(SCS, "  faults", 1);
  if (on_s) on_s(exception, found, frame);
  step_over(exception, frame);
  if (++count == SHARED->last) end();
}

u32 s_service(u32 argument) {
  return service(argument);
}

__attribute__((weak)) u32 service(u32 argument) {
  state("service");
  return argument + 1;
}

static void sau(u32 region, u32 base, u32 last, u32 callable) {
  REG(SCS + 0xdd8) = region;
  REG(SCS + 0xddc) = base;
  REG(SCS + 0xde0) = (last & ~31u) | (callable << 1) | 1;
}

/* mps2-an505 keeps memory and devices from Non-secure state until its own controllers are told; other boards need none of it. */
static void open_board(void) {
  for (u32 controller = 0x58007000; controller < 0x5800a000; controller += 0x1000) {
    u32 words = REG(controller + 0x10);
    u32 first = controller == 0x58007000 ? (words + 1) / 2 : controller == 0x58008000 ? words + 1 : 0;
    if (words == 0) continue;
    REG(controller + 0x18) = first;
    for (u32 word = first; word <= words; word++) REG(controller + 0x1c) = 0xffffffff;
  }
  REG(0x50080014) = 3;
  for (u32 at = 0x50080070; at <= 0x5008008c; at += 4) REG(at) = 0xffffffff;
  for (u32 at = 0x500800b0; at <= 0x500800cc; at += 4) REG(at) = 0xffffffff;
  for (u32 at = 0x400800b0; at <= 0x400800cc; at += 4) REG(at) = 0xffffffff;
}

void s_main(void) {
  on_s = 0;
  count = 0;
  open_board();
  sau(0, 0x00200000, 0x003fffff, 0);
  sau(1, 0x28200000, 0x283fffff, 0);
  sau(2, 0x40000000, 0x4fffffff, 0);
  sau(3, 0x10100000, 0x101003ff, 1);
  REG(SCS + 0xdd0) = 1;
  BARRIER();
  for (u32 at = (u32)SHARED; at < (u32)(SHARED + 1); at += 4) REG(at) = 0;
  REG(SCS + 0xd08) = 0x10000000;
  REG(SCS_NS + 0xd08) = 0x00200000;
  WRITE(msp_ns, 0x28207000);
  WRITE(psp_ns, 0x28206000);
  WRITE(psp, 0x3800b000);
  REG(UART + 0x10) = 16;
  REG(UART + 8) = 1;
  u32 pick = REG(PICK);
  scenes[pick]();
  end();
}
