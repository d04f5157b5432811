/* What goes wrong with floating-point contexts: denied while they wait, no room, frames that do not fit the return. */
#include "context.h"

u32 n_float_fill(u32), n_float_tell(u32), n_float_touch(u32), n_float_hook(u32), n_float_interrupted(u32), n_float_lazy(u32);
u32 n_plain(u32), n_svc(u32), n_float_gate(u32);

static void ready(void) {
  REG(SCS + CPACR) = 0xf00000;
  REG(SCS_NS + CPACR) = 0xf00000;
  REG(SCS + NSACR) = 0xc00;
  REG(SCS + 0xd24) = 0xf0000;
  REG(SCS_NS + 0xd24) = 0x70000;
  /* SVCall weaker than the faults, so that these can preempt it. */
  REG(SCS + 0xd1c) = 0x60000000;
  REG(SCS_NS + 0xd1c) = 0x60000000;
  /* Non-secure, and no memory. */
  REG(SCS + 0xdd8) = 4;
  REG(SCS + 0xddc) = 0x20f00000;
  REG(SCS + 0xde0) = 0x20ffffe1;
  BARRIER();
}
static void tell_both(const char *name) {
  tell_context(name);
  say("  outside view");
  tell("fpccr", REG(SCS_NS + FPCCR));
  tell("fpcar", REG(SCS_NS + FPCAR));
  put('\n');
}
static void svc(void) {
  __asm volatile("svc #7" ::: "memory");
}

/* In the handler of the `first` exception something is changed that spoils the context that waits, and the unit is touched. */
static u32 spoil, first;
static void spoiled(u32 exception, struct found *found, u32 *frame) {
  (void)found, (void)frame;
  if (exception != first) {
    tell_both("  fault");
    REG(SCS + FPCAR) = 0x38007000;
    REG(SCS_NS + FPCAR) = 0x28205000;
    REG(SCS + CPACR) = 0xf00000;
    REG(SCS_NS + CPACR) = 0xf00000;
    REG(SCS + NSACR) = 0xc00;
    BARRIER();
    return;
  }
  tell_both("  handler");
  first = 0;
  if (spoil == 1) REG(SCS + FPCAR) = 0x30f00000;
  if (spoil == 2) REG(SCS_NS + FPCAR) = 0x38006000;
  if (spoil == 3) REG(SCS + FPCAR) = 0x10300000;
  if (spoil == 4) REG(SCS_NS + CPACR) = 0;
  if (spoil == 5) REG(SCS + NSACR) = 0;
  if (spoil == 6) REG(SCS + FPCCR) &= ~0x4f0u;
  if (spoil == 6) REG(SCS + FPCAR) = 0x30f00000, REG(SCS + FPCCR) |= 0x10u;
  if (spoil == 7) REG(SCS_NS + FPCAR) = 0x20f00000;
  BARRIER();
  touch_float();
  tell_both("  handler after");
  tell_float("  handler after");
}

static void spoil_secure(u32 way) {
  ready();
  spoil = way;
  first = 11;
  on_s = spoiled;
  fill_float(0x0a000000);
  svc();
  tell_both("again");
}

SCENE(float_preserved_onto_no_memory) { spoil_secure(1); }
SCENE(float_preserved_after_escalation) { spoil_secure(6); }

/* BusFault is the first exception, taken by Secure state while Non-secure registers are live, weaker than the others. */
static void spoil_outside(u32 way) {
  ready();
  REG(SCS + 0xd18) = 0x00006000;
  spoil = way;
  first = 5;
  on_s = spoiled;
  SHARED->words[0] = 8;
  call_ns((u32)n_float_hook, 0);
  call_ns((u32)n_float_interrupted, 2);
  tell_both("back");
}

SCENE(float_preserved_into_the_other_state) { spoil_outside(2); }
SCENE(float_preserved_without_access) { spoil_outside(4); }
SCENE(float_preserved_without_leave) { spoil_outside(5); }
SCENE(float_preserved_onto_no_memory_outside) { spoil_outside(7); }

static void region(u32 scs, u32 number, u32 base, u32 last, u32 rights) {
  REG(scs + 0xdc0) = 0xff;
  REG(scs + 0xd98) = number;
  REG(scs + 0xd9c) = base | rights;
  REG(scs + 0xda0) = (last & ~31u) | 1;
}
static void protect(void) {
  region(SCS, 0, 0x10000000, 0x101fffff, 6);
  region(SCS, 1, 0x38000000, 0x3800ffff, 2);
  region(SCS, 2, 0x28200000, 0x282fffff, 2);
  region(SCS, 3, 0x40000000, 0x4fffffff, 3);
  region(SCS, 4, 0x10300000, 0x103fffff, 6);
  REG(SCS + 0xd94) = 5;
  BARRIER();
}

SCENE(float_preserved_onto_read_only) {
  protect();
  spoil_secure(3);
}

/* As soon as faults can preempt no more, what preserving raises waits until the handler is over. */
SCENE(float_preserved_at_high_priority) {
  ready();
  REG(SCS + 0xd18) = 0x40404040;
  REG(SCS + 0xd1c) = 0x20000000;
  spoil = 1;
  first = 11;
  on_s = spoiled;
  fill_float(0x0a000000);
  svc();
  tell_both("again");
  tell_float("again");
}

static void look(u32 exception, struct found *found, u32 *frame) {
  (void)exception, (void)found, (void)frame;
  tell_both("  handler");
  if (SHARED->words[0]) {
    tell_float("  handler");
    tell_both("  handler");
  }
}

/* A frame that the process stack has room for only in part. */
static void roomless(u32 exception, struct found *found, u32 *frame) {
  look(exception, found, frame);
  tell("psp", READ(psp));
  put('\n');
  end();
}
static void without_any(u32 bytes, u32 contexts) {
  ready();
  REG(SCS + FPCCR) = contexts | 4;
  on_s = roomless;
  SHARED->words[0] = 1;
  fill_float(0x0a000000);
  __asm volatile("msr psplim, %0\n msr psp, %1\n msr control, %2\n isb\n svc #9" ::"r"(0x3800b000 - bytes), "r"(0x3800b000),
                 "r"(READ(control) | 2)
                 : "memory");
  end();
}
SCENE(float_frame_without_room) { without_any(0x40, ASPEN); }
SCENE(float_frame_without_room_lazily) { without_any(0x40, ASPEN | LSPEN); }
SCENE(float_frame_without_room_for_all) { without_any(0x80, ASPEN | LSPEN | TS); }
SCENE(float_frame_with_room) { without_any(0x68, ASPEN | LSPEN); }

static void forge(u32 exception, struct found *found, u32 *frame) {
  (void)frame;
  if (exception != 11) {
    tell_both("  fault");
    end();
  }
  u32 way = SHARED->words[0];
  if (way == 0) found->lr |= 0x10;
  if (way == 1) found->lr &= ~0x10u;
  if (way == 2) REG(SCS + FPCCR) |= CLRONRET;
  if (way == 2) WRITE(control, 12);
  if (way == 3) REG(SCS + CPACR) = 0;
  if (way == 4) WRITE(control, 12);
  tell_both("  forged");
  if (way == 4) __asm volatile("svc #8" ::: "memory");
}
static void forged(u32 way, u32 live, u32 contexts) {
  ready();
  REG(SCS + FPCCR) = contexts | 4;
  SHARED->words[0] = way;
  on_s = forge;
  if (live) fill_float(0x0a000000);
  svc();
  tell_both("again");
  tell_float("again");
}
SCENE(float_return_cleared_while_waiting) { forged(2, 1, ASPEN | LSPEN); }
SCENE(float_return_without_access) { forged(3, 1, ASPEN); }
SCENE(float_return_without_access_while_waiting) { forged(3, 1, ASPEN | LSPEN); }
SCENE(float_active_twice) { forged(4, 1, ASPEN | LSPEN); }

/* FType of EXC_RETURN against the signature of a Secure frame below a Non-secure exception. */
SCENE(float_return_of_other_type) {
  ready();
  REG(SCS + 0x384) = 1u << 9;
  REG(SCS + 0x104) = 1u << 9;
  SHARED->words[0] = 4;
  SHARED->last = 1;
  call_ns((u32)n_float_hook, 1);
  fill_float(0x0a000000);
  pend(1u << 9);
  tell_float("again");
  end();
}

/* A Secure handler returns to Non-secure code with a context, while one of Secure state waits. */
static void leave_waiting(u32 exception, struct found *found, u32 *frame) {
  (void)found, (void)frame;
  tell_both("  leaves");
  if (exception == 5) REG(SCS + FPCCR) |= LSPACT;
  SHARED->last = 2;
}
SCENE(float_left_waiting) {
  ready();
  on_s = leave_waiting;
  call_ns((u32)n_float_interrupted, 2);
}

/* NSACR takes the unit away from Non-secure code whose registers are live. */
static u32 withdraw(void) {
  REG(SCS + NSACR) = 0;
  tell_both("withdrawn");
  return 0;
}
static void withdrawn(u32 exception, struct found *found, u32 *frame) {
  (void)exception, (void)found, (void)frame;
  tell_both("  handler");
  SHARED->last = 2;
}
SCENE(float_withdrawn) {
  ready();
  on_s = withdrawn;
  call_ns((u32)n_float_gate, (u32)withdraw);
}

/* VLSTM and VLLDM */
static u32 kept[40] __attribute__((aligned(8)));
#define LAZY_STORE(at) __asm volatile("vlstm %0" ::"r"(at) : "memory")
#define LAZY_LOAD(at) __asm volatile("vlldm %0" ::"r"(at) : "memory")
static void clear_kept(void) {
  for (u32 i = 0; i < 40; i++) ((volatile u32 *)kept)[i] = 0x5eed0000 + i;
}

static void around(u32 target) {
  ready();
  for (u32 i = 0; i < 4; i++) {
    REG(SCS + FPCCR) = ASPEN | 4 | (i & 1 ? TS : 0) | (i & 2 ? LSPEN : 0);
    line("fpccr", REG(SCS + FPCCR));
    clear_kept();
    fill_float(0x0c000000);
    LAZY_STORE(kept);
    tell_both("stored");
    call_ns(target, 0x0f000000);
    tell_both("back");
    tell_kept("kept", (u32)kept, 1);
    LAZY_LOAD(kept);
    tell_both("loaded");
    tell_float("loaded");
  }
}
SCENE(lazy_store_around_plain_code) { around((u32)n_plain); }
SCENE(lazy_store_around_float_code) { around((u32)n_float_fill); }
SCENE(lazy_store_around_looking_code) { around((u32)n_float_tell); }
SCENE(lazy_store_around_svc) { around((u32)n_svc); }

SCENE(lazy_store_without_context) {
  ready();
  clear_kept();
  LAZY_STORE(kept);
  LAZY_LOAD(kept);
  tell_both("nothing");
  REG(SCS + CPACR) = 0;
  BARRIER();
  LAZY_STORE(kept + 1);
  LAZY_LOAD(kept + 1);
  tell_both("nothing");
  call_ns((u32)n_float_lazy, (u32)kept);
  WRITE(control, 8);
  LAZY_STORE(kept);
  LAZY_LOAD(kept);
  tell_both("off");
  REG(SCS + CPACR) = 0xf00000;
  BARRIER();
  LAZY_STORE(kept + 1);
  LAZY_LOAD(kept + 1);
  tell_both("unaligned");
  REG(SCS + FPCCR) |= LSPACT;
  LAZY_STORE(kept);
  tell_both("active twice");
  REG(SCS + FPCCR) &= ~(LSPACT | LSPEN);
  LAZY_STORE(0x30f00000);
  LAZY_LOAD(0x30f00000);
  tell_both("no memory");
  REG(SCS_NS + FPCCR) |= LSPACT;
  REG(SCS + FPCCR) = ASPEN | LSPEN;
  LAZY_STORE(kept);
  tell_both("active outside");
  tell_kept("kept", (u32)kept, 1);
}
