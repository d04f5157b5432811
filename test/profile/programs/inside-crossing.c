/* Exceptions and calls across the two security states. */
#include "rig.h"

u32 n_plain(u32), n_svc(u32), n_gate(u32), n_pend(u32), n_load(u32), n_store(u32), n_jump(u32);

/* Lines 40 and 41, the second for Non-secure state, priorities given. */
static void lines(u32 secure, u32 outside) {
  REG(SCS + 0x384) = 1u << 9;
  *(volatile u8 *)(SCS + 0x400 + 40) = (u8)secure;
  *(volatile u8 *)(SCS + 0x400 + 41) = (u8)outside;
  REG(SCS + 0x104) = 3u << 8;
}
static u32 svc(void) {
  __asm volatile("svc #7" ::: "memory");
  return 0;
}
static u32 pend_secure(void) {
  pend(1u << 8);
  return 0;
}
static u32 pend_outside(void) {
  pend(1u << 9);
  return 0;
}
static u32 pend_both(void) {
  pend(3u << 8);
  return 0;
}
static void process_stack(u32 on, u32 unprivileged) {
  WRITE(control, (on << 1) | unprivileged);
  __asm volatile("isb");
}

SCENE(calls_across) {
  line("returned", call_ns((u32)n_plain, 14));
  WRITE(control_ns, 2);
  line("returned", call_ns((u32)n_plain, 15));
  WRITE(control_ns, 3);
  line("returned", call_ns((u32)n_plain, 16));
  line("gate", call_ns((u32)n_gate, 20));
  state("after");
}

SCENE(secure_to_secure) {
  lines(0x40, 0x40);
  s_marked(svc);
  s_marked(pend_secure);
  state("after");
}

SCENE(secure_to_nonsecure) {
  lines(0x40, 0x40);
  s_marked(pend_outside);
  state("after");
}

SCENE(both_secure_first) {
  lines(0x20, 0x40);
  s_marked(pend_both);
  state("after");
}

SCENE(both_nonsecure_first) {
  lines(0x40, 0x20);
  s_marked(pend_both);
  state("after");
}

SCENE(both_equal) {
  lines(0x40, 0x40);
  s_marked(pend_both);
  state("after");
}

SCENE(nonsecure_to_nonsecure) {
  lines(0x40, 0x40);
  call_ns((u32)n_pend, 1);
  call_ns((u32)n_svc, 1);
  state("after");
}

static void pend_more(u32 exception, struct found *found, u32 *frame) {
  (void)found, (void)frame;
  if (exception == 11) pend_both();
  say(" hook done\n");
}

SCENE(secure_handler_pends_both_weaker) {
  lines(0x40, 0x40);
  on_s = pend_more;
  s_marked(svc);
  state("after");
}

SCENE(secure_handler_pends_nonsecure_weaker) {
  lines(0x20, 0x40);
  REG(SCS + 0xd1c) = 0x30000000;
  on_s = pend_more;
  s_marked(svc);
  state("after");
}

SCENE(secure_handler_preempted_by_nonsecure) {
  lines(0x40, 0x20);
  REG(SCS + 0xd1c) = 0x30000000;
  on_s = pend_more;
  s_marked(svc);
  state("after");
}

SCENE(pris_weakens_nonsecure) {
  lines(0x40, 0x00);
  REG(SCS + 0xd0c) = 0x05fa4000;
  REG(SCS + 0xd1c) = 0x50000000;
  on_s = pend_more;
  s_marked(svc);
  state("after");
}

static u32 quiet_service_calls;
u32 service(u32 argument) {
  quiet_service_calls++;
  state("service");
  pend_both();
  say("service done\n");
  return argument + quiet_service_calls;
}

SCENE(nonsecure_interrupted_in_service) {
  lines(0x40, 0x40);
  call_ns((u32)n_gate, 5);
  state("after");
}

SCENE(nonsecure_process_stack) {
  lines(0x40, 0x40);
  WRITE(control_ns, 2);
  call_ns((u32)n_pend, 1);
  call_ns((u32)n_gate, 5);
  state("after");
}

SCENE(secure_process_stack) {
  lines(0x20, 0x40);
  process_stack(1, 0);
  s_marked(pend_both);
  s_marked(svc);
  state("after");
  end();
}

static void call_from_handler(u32 exception, struct found *found, u32 *frame) {
  (void)found, (void)frame;
  if (exception != 11) return;
  line("handler call", call_ns((u32)n_plain, 30));
  line("handler gate", call_ns((u32)n_gate, 31));
  state(" back");
}

SCENE(handler_calls_nonsecure) {
  lines(0x20, 0x20);
  REG(SCS + 0xd1c) = 0x30000000;
  on_s = call_from_handler;
  s_marked(svc);
  state("after");
}

SCENE(secure_masks) {
  lines(0x40, 0x40);
  WRITE(primask, 1);
  s_marked(pend_both);
  say("masked\n");
  WRITE(primask, 0);
  say("open\n");
  WRITE(basepri, 0x40);
  s_marked(pend_both);
  say("basepri 40\n");
  WRITE(basepri_max, 0x80);
  line("basepri", READ(basepri));
  WRITE(basepri_max, 0x20);
  line("basepri", READ(basepri));
  WRITE(basepri, 0x41);
  say("basepri 41\n");
  WRITE(basepri, 0);
  WRITE(primask_ns, 1);
  s_marked(pend_both);
  say("primask_ns\n");
  WRITE(primask_ns, 0);
  WRITE(basepri_ns, 0x30);
  s_marked(pend_both);
  say("basepri_ns\n");
  WRITE(basepri_ns, 0);
  WRITE(faultmask_ns, 1);
  s_marked(pend_both);
  say("faultmask_ns\n");
  WRITE(faultmask_ns, 0);
  WRITE(faultmask, 1);
  s_marked(pend_both);
  say("faultmask\n");
  WRITE(faultmask, 0);
  state("after");
}

SCENE(masks_under_pris) {
  lines(0x40, 0x40);
  REG(SCS + 0xd0c) = 0x05fa4000;
  WRITE(primask_ns, 1);
  s_marked(pend_both);
  say("primask_ns\n");
  WRITE(primask_ns, 0);
  WRITE(basepri, 0x90);
  s_marked(pend_both);
  say("basepri 90\n");
  WRITE(basepri, 0);
  WRITE(basepri_ns, 0x20);
  s_marked(pend_both);
  say("basepri_ns 20\n");
  WRITE(basepri_ns, 0);
  state("after");
}

SCENE(priority_groups) {
  lines(0x46, 0x40);
  REG(SCS + 0xd0c) = 0x05fa0300;
  REG(SCS + 0xd1c) = 0x42000000;
  on_s = pend_more;
  s_marked(svc);
  REG(SCS + 0xd0c) = 0x05fa0000;
  line("aircr", REG(SCS + 0xd0c));
  *(volatile u8 *)(SCS + 0x400 + 40) = 0x40;
  s_marked(svc);
  state("after");
}

SCENE(system_exceptions_order) {
  REG(SCS + 0xd1c) = 0x60000000;
  REG(SCS + 0xd20) = 0x60600000;
  REG(SCS_NS + 0xd20) = 0x60600000;
  WRITE(primask, 1);
  REG(SCS + 0xd04) = (1u << 28) | (1u << 26);
  REG(SCS_NS + 0xd04) = (1u << 28) | (1u << 26);
  BARRIER();
  state("pended");
  WRITE(primask, 0);
  say("open\n");
  state("after");
}

SCENE(bad_function_return) {
  REG(SCS + 0xd24) = 0xf0000;
  REG(SCS_NS + 0xd24) = 0xf0000;
  SHARED->last = 1;
  call_ns((u32)n_jump, 0x10000001);
  state("after");
}

SCENE(violations_from_nonsecure) {
  REG(SCS + 0xd24) = 0xf0000;
  call_ns((u32)n_load, 0x38000000);
  call_ns((u32)n_load, 0x10000000);
  call_ns((u32)n_load, 0x10100000);
  call_ns((u32)n_store, 0x38000100);
  call_ns((u32)n_load, 0x28200000);
  call_ns((u32)n_jump, (u32)no_gate | 1);
  call_ns((u32)n_jump, 0x10000101);
  call_ns((u32)n_jump, 0x38000101);
  call_ns((u32)n_jump, 0x28200100);
  state("after");
}

SCENE(violations_escalate) {
  call_ns((u32)n_load, 0x38000000);
  call_ns((u32)n_jump, (u32)no_gate | 1);
  call_ns((u32)n_jump, 0x28200100);
  state("after");
}

SCENE(violations_under_bfhfnmins) {
  REG(SCS + 0xd0c) = 0x05fa2000;
  line("aircr", REG(SCS + 0xd0c));
  line("aircr_ns", REG(SCS_NS + 0xd0c));
  call_ns((u32)n_load, 0x38000000);
  call_ns((u32)n_jump, 0x28200100);
  call_ns((u32)n_load, 0x20f00000);
  state("after");
}

static u32 into_nonsecure(void) {
  SHARED->resume = (u32) && on;
  __asm volatile("bx %0" ::"r"(0x00200201) : "memory");
  __asm volatile goto("" ::::on);
on:
  say("on\n");
  return 0;
}

SCENE(secure_fetches_nonsecure) {
  REG(SCS + 0xd24) = 0xf0000;
  on_s = 0;
  into_nonsecure();
  SHARED->last = 1;
  state("after");
}
