/* Floating-point context: access, new contexts, frames of each state on the way to each, lazily and at once. */
#include "context.h"

u32 n_plain(u32), n_float_fill(u32), n_float_tell(u32), n_float_touch(u32), n_float_control(u32), n_float_hook(u32);
u32 n_float_interrupted(u32), n_float_registers(u32), n_float_gate(u32);

static void open_float(void) {
  REG(SCS + CPACR) = 0xf00000;
  REG(SCS_NS + CPACR) = 0xf00000;
  REG(SCS + NSACR) = 0xc00;
  BARRIER();
}
static void enable_faults(void) {
  REG(SCS + 0xd24) = 0xf0000;
  REG(SCS_NS + 0xd24) = 0x70000;
}
/* Lines 40 and 41, the second for Non-secure state. */
static void lines(u32 secure, u32 outside) {
  REG(SCS + 0x384) = 1u << 9;
  *(volatile u8 *)(SCS + 0x400 + 40) = (u8)secure;
  *(volatile u8 *)(SCS + 0x400 + 41) = (u8)outside;
  REG(SCS + 0x104) = 3u << 8;
}
static void tell_both(const char *name) {
  tell_context(name);
  say("  outside view");
  tell("fpccr", REG(SCS_NS + FPCCR));
  tell("fpcar", REG(SCS_NS + FPCAR));
  tell("control", READ(control_ns));
  put('\n');
}

SCENE(float_registers) {
  line("cpacr", REG(SCS + CPACR));
  line("fpccr", REG(SCS + FPCCR));
  line("fpccr_ns", REG(SCS_NS + FPCCR));
  line("fpcar", REG(SCS + FPCAR));
  line("fpdscr", REG(SCS + FPDSCR));
  for (u32 at = 0xf40; at <= 0xf48; at += 4) line("mvfr", REG(SCS + at));
  open_float();
  line("cpacr", REG(SCS + CPACR));
  line("nsacr", REG(SCS + NSACR));
  line("nsacr_ns", REG(SCS_NS + NSACR));
  REG(SCS + FPDSCR) = 0xffffffff;
  REG(SCS + FPCAR) = 0x3800511f;
  line("fpdscr", REG(SCS + FPDSCR));
  line("fpcar", REG(SCS + FPCAR));
  REG(SCS + FPDSCR) = 0;
  REG(SCS + FPCCR) = 0xd4000542;
  line("fpccr", REG(SCS + FPCCR));
  call_ns((u32)n_float_registers, 0xffffffff);
  line("fpccr", REG(SCS + FPCCR));
  REG(SCS + FPCCR) = 0xa8000004;
  call_ns((u32)n_float_registers, 0xffffffff);
  line("fpccr", REG(SCS + FPCCR));
  REG(SCS + 0xd0c) = 0x05fa2000;
  call_ns((u32)n_float_registers, 0xffffffff);
  line("fpccr", REG(SCS + FPCCR));
}

SCENE(float_denied) {
  enable_faults();
  touch_float();
  tell_both("off");
  REG(SCS + CPACR) = 0x500000;
  BARRIER();
  touch_float();
  tell_both("privileged");
  SHARED->last = 2;
  WRITE(control, READ(control) | 1);
  BARRIER();
  touch_float();
}

SCENE(float_denied_escalates) {
  touch_float();
  tell_both("off");
  call_ns((u32)n_float_touch, 0);
  REG(SCS_NS + CPACR) = 0xf00000;
  call_ns((u32)n_float_touch, 0);
  REG(SCS + NSACR) = 0xc00;
  call_ns((u32)n_float_touch, 0);
  tell_both("after");
}

SCENE(float_denied_outside) {
  enable_faults();
  REG(SCS + CPACR) = 0xf00000;
  call_ns((u32)n_float_touch, 0);
  REG(SCS_NS + CPACR) = 0xf00000;
  call_ns((u32)n_float_touch, 0);
  REG(SCS + NSACR) = 0xc00;
  REG(SCS_NS + CPACR) = 0;
  call_ns((u32)n_float_touch, 0);
  REG(SCS_NS + CPACR) = 0x500000;
  call_ns((u32)n_float_touch, 0);
  WRITE(control_ns, READ(control_ns) | 1);
  call_ns((u32)n_plain, 1);
  tell_both("after");
}

SCENE(new_contexts_take_their_defaults) {
  open_float();
  REG(SCS + FPDSCR) = 0x02c00000;
  REG(SCS_NS + FPDSCR) = 0x05400000;
  tell_both("before");
  tell_float("secure");
  tell_both("after");
  fill_float(0x11000000);
  call_ns((u32)n_float_tell, 0);
  tell_both("back");
  tell_float("secure");
  WRITE(control, 0);
  tell_float("fresh");
  tell_both("fresh");
  REG(SCS + FPCCR) &= ~ASPEN;
  WRITE(control, 0);
  fill_float(0x12000000);
  tell_float("without ASPEN");
  tell_both("without ASPEN");
  call_ns((u32)n_float_tell, 0);
  tell_both("after");
}

SCENE(control_of_contexts) {
  open_float();
  WRITE(control, 12);
  tell_both("both");
  WRITE(control, 8);
  tell_both("SFPA");
  WRITE(control, 4);
  tell_both("FPCA");
  WRITE(control_ns, 0);
  tell_both("FPCA cleared outside");
  WRITE(control_ns, 12);
  tell_both("FPCA set outside");
  line("control", call_ns((u32)n_float_control, 8));
  tell_both("none");
  line("control", call_ns((u32)n_float_control, 12));
  tell_both("FPCA");
  REG(SCS + NSACR) = 0;
  line("control", call_ns((u32)n_float_control, 0));
  WRITE(control_ns, 0);
  tell_both("kept");
  WRITE(control, 1);
  line("as everyone", READ(control));
  WRITE(control, 14);
  line("as everyone", READ(control));
  WRITE(control, 4);
  line("as everyone", READ(control));
  SHARED->last = 1;
  __asm volatile("svc #1" ::: "memory");
}

static u32 pend_lines(u32 bits) {
  if (bits) pend(bits << 8);
  else __asm volatile("svc #7" ::: "memory");
  return 0;
}

/* How the handler of the scene uses the unit; words[0] says the same to Non-secure state. */
static void with_float(u32 exception, struct found *found, u32 *frame) {
  (void)exception;
  tell_both("  handler");
  u32 use = SHARED->words[0];
  if (use & 1) tell_float("  handler");
  if (use & 2) fill_float(0x0d0d0d00);
  if (use) tell_both("  handler");
  if ((found->lr & 0x10) == 0 && (use || (REG(SCS + FPCCR) & LSPEN) == 0)) {
    tell_kept("  kept", (u32)frame + 32, (found->lr & 0x40) && (REG(SCS + FPCCR) & TS));
  }
}

static const u32 contexts[] = {ASPEN, ASPEN | TS, ASPEN | LSPEN, ASPEN | LSPEN | TS};

static void secure_with(u32 bits, u32 first) {
  open_float();
  lines(0x40, 0x40);
  on_s = with_float;
  call_ns((u32)n_float_hook, 0);
  for (u32 i = first; i < 4; i++) {
    REG(SCS + FPCCR) = contexts[i] | 4;
    for (u32 use = 0; use < 4; use++) {
      SHARED->words[0] = use;
      line("use", use | contexts[i]);
      fill_float(0x0a000000);
      pend_lines(bits);
      tell_both("again");
      tell_float("again");
    }
  }
}

static void outside_with(u32 way, u32 first) {
  open_float();
  REG(SCS + 0xd24) = 0xf0000;
  lines(0x40, 0x40);
  on_s = with_float;
  call_ns((u32)n_float_hook, 0);
  for (u32 i = first; i < 4; i++) {
    REG(SCS + FPCCR) = contexts[i] | 4;
    for (u32 use = 0; use < 4; use++) {
      SHARED->words[0] = use;
      line("use", use | contexts[i]);
      call_ns((u32)n_float_interrupted, way);
      tell_both("back");
    }
  }
}

SCENE(float_secure_to_secure) { secure_with(0, 0); }
SCENE(float_secure_to_nonsecure) { secure_with(2, 0); }
SCENE(float_secure_to_both) { secure_with(3, 2); }
SCENE(float_nonsecure_to_nonsecure) { outside_with(0, 0); }
SCENE(float_nonsecure_to_nonsecure_line) { outside_with(1, 2); }
SCENE(float_nonsecure_to_secure) { outside_with(2, 0); }

/* A Secure handler over Non-secure code pends a Non-secure line, which is tail-chained. */
static void pend_outside(u32 exception, struct found *found, u32 *frame) {
  with_float(exception, found, frame);
  pend(1u << 9);
}
SCENE(float_nonsecure_to_both) {
  open_float();
  lines(0x40, 0x40);
  REG(SCS + 0xd24) = 0xf0000;
  on_s = pend_outside;
  call_ns((u32)n_float_hook, 0);
  for (u32 use = 0; use < 4; use++) {
    SHARED->words[0] = use;
    call_ns((u32)n_float_interrupted, 2);
    tell_both("back");
  }
}

/* Registers of Non-secure code are live when a Secure service that does not use the unit is interrupted. */
static u32 service_interrupted(void) {
  tell_both("service");
  pend(1u << 8);
  tell_both("service goes on");
  return 0;
}
SCENE(float_service_interrupted) {
  open_float();
  lines(0x40, 0x40);
  REG(SCS + 0xd24) = 0xf0000;
  on_s = with_float;
  for (u32 use = 0; use < 4; use++) {
    SHARED->words[0] = use;
    call_ns((u32)n_float_gate, (u32)service_interrupted);
    tell_both("back");
  }
}
static u32 service_with_float(void) {
  tell_both("service");
  tell_float("service");
  fill_float(0x0c000000);
  return service_interrupted();
}
SCENE(float_service_with_float) {
  open_float();
  lines(0x40, 0x40);
  REG(SCS + 0xd24) = 0xf0000;
  on_s = with_float;
  for (u32 use = 0; use < 4; use++) {
    SHARED->words[0] = use;
    call_ns((u32)n_float_gate, (u32)service_with_float);
    tell_both("back");
  }
}

SCENE(float_secure_to_both_nonsecure_first) {
  open_float();
  lines(0x40, 0x20);
  on_s = with_float;
  call_ns((u32)n_float_hook, 0);
  for (u32 use = 0; use < 4; use++) {
    SHARED->words[0] = use;
    fill_float(0x0a000000);
    pend_lines(3);
    tell_float("again");
    tell_both("again");
  }
}

/* The other state's code is called from a handler while the context of the interrupted code waits. */
static void call_outside(u32 exception, struct found *found, u32 *frame) {
  with_float(exception, found, frame);
  call_ns((u32)n_float_tell, 0);
  tell_both("  handler after");
  tell_kept("  kept", (u32)frame + 32, (found->lr & 0x40) && (REG(SCS + FPCCR) & TS));
}

SCENE(float_waits_for_the_other_state) {
  open_float();
  on_s = call_outside;
  for (u32 i = 0; i < 4; i++) {
    REG(SCS + FPCCR) = contexts[i] | 4;
    fill_float(0x0a000000);
    pend_lines(0);
    tell_float("again");
    tell_both("again");
  }
}

static void nest(u32 exception, struct found *found, u32 *frame) {
  tell_both("  nests");
  if (exception == 11) pend(1u << 8);
  with_float(exception, found, frame);
}

SCENE(float_nested) {
  open_float();
  lines(0x20, 0x40);
  REG(SCS + 0xd1c) = 0x30000000;
  on_s = nest;
  for (u32 use = 0; use < 4; use++) {
    SHARED->words[0] = use;
    line("use", use);
    fill_float(0x0a000000);
    pend_lines(0);
    tell_both("again");
    tell_float("again");
  }
}

SCENE(float_tail_chained) {
  open_float();
  lines(0x40, 0x40);
  REG(SCS + 0xd1c) = 0x30000000;
  on_s = nest;
  call_ns((u32)n_float_hook, 0);
  for (u32 use = 0; use < 4; use++) {
    SHARED->words[0] = use;
    line("use", use);
    fill_float(0x0a000000);
    pend_lines(0);
    tell_both("again");
    tell_float("again");
  }
}

SCENE(float_cleared_on_return) {
  open_float();
  on_s = with_float;
  for (u32 use = 0; use < 4; use++) {
    REG(SCS + FPCCR) = ASPEN | LSPEN | CLRONRET | 4;
    SHARED->words[0] = use;
    WRITE(control, 0);
    pend_lines(0);
    REG(SCS + FPCCR) &= ~ASPEN;
    tell_float("again");
    tell_both("again");
  }
}

SCENE(float_of_everyone) {
  open_float();
  enable_faults();
  lines(0x40, 0x40);
  on_s = with_float;
  SHARED->words[0] = 3;
  SHARED->last = 2;
  fill_float(0x0a000000);
  WRITE(control, READ(control) | 3);
  BARRIER();
  __asm volatile("svc #3\n svc #4" ::: "memory");
}
