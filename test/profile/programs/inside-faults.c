/* Faults: causes, status, return addresses, escalation, stack limits, and instructions that fault midway. */
#include "rig.h"

u32 n_plain(u32), n_load(u32), n_store(u32), n_faults(u32), n_limits(u32), n_divide(u32), n_stack(u32);

static void enable_faults(void) {
  REG(SCS + 0xd24) = 0xf0000;
  REG(SCS_NS + 0xd24) = 0x70000;
}

static void usage_faults(void) {
  u32 value = 0;
  __asm volatile("udf.n #1");
  __asm volatile("udf.w #2");
  __asm volatile("udiv %0, %1, %2" : "=r"(value) : "r"(7), "r"(0));
  line("udiv", value);
  __asm volatile("ldr.w %0, [%1]" : "=r"(value) : "r"(SHARED->words), "r"(0));
  REG(SCS + 0xd14) |= 0x18;
  BARRIER();
  __asm volatile("udiv %0, %1, %2" : "+r"(value) : "r"(7), "r"(0));
  __asm volatile("sdiv %0, %1, %2" : "+r"(value) : "r"(7), "r"(0));
  line("trapped", value);
  __asm volatile("ldr.w %0, [%1]" : "+r"(value) : "r"((u32)SHARED->words + 1));
  __asm volatile("ldrh.w %0, [%1]" : "+r"(value) : "r"((u32)SHARED->words + 1));
  __asm volatile("str.w %0, [%1]" : "+r"(value) : "r"((u32)SHARED->words + 2));
  line("unaligned", value);
  REG(SCS + 0xd14) &= ~0x18u;
  BARRIER();
  __asm volatile("ldrd r2, r3, [%0]" ::"r"((u32)SHARED->words + 2) : "r2", "r3");
  __asm volatile("ldm %0, {r2, r3}" ::"r"((u32)SHARED->words + 2) : "r2", "r3");
  __asm volatile("ldrex r2, [%0]" ::"r"((u32)SHARED->words + 2) : "r2");
  __asm volatile("stl %0, [%1]" ::"r"(1), "r"((u32)SHARED->words + 2));
  __asm volatile("ldrexh r2, [%0]" ::"r"((u32)SHARED->words + 1) : "r2");
}

SCENE(usage_faults_enabled) {
  enable_faults();
  usage_faults();
  state("after");
}

SCENE(usage_faults_escalate) {
  usage_faults();
  state("after");
}

SCENE(nonsecure_usage_faults) {
  REG(SCS_NS + 0xd24) = 0x40000;
  call_ns((u32)n_faults, 0);
  REG(SCS_NS + 0xd24) = 0;
  call_ns((u32)n_divide, 0);
  state("after");
}

SCENE(nonsecure_faults_under_bfhfnmins) {
  REG(SCS + 0xd0c) = 0x05fa2000;
  call_ns((u32)n_faults, 0);
  call_ns((u32)n_load, 0x20f00000);
  line("bfar", REG(SCS + 0xd38));
  state("after");
}

SCENE(bus_faults) {
  u32 value = 0;
  enable_faults();
  __asm volatile("ldr.n %0, [%1]" : "+l"(value) : "l"(0x30f00000));
  __asm volatile("strb.w %0, [%1]" : "+l"(value) : "l"(0x30f00003));
  call_ns((u32)n_load, 0x20f00000);
  REG(SCS + 0xd24) = 0;
  __asm volatile("ldr.n %0, [%1]" : "+l"(value) : "l"(0x30f00000));
  SHARED->resume = (u32) && on;
  __asm volatile("bx %0" ::"r"(0x30f00001) : "memory");
  __asm volatile goto("" ::::on);
on:
  state("after");
}

SCENE(it_blocks_keep_their_state) {
  u32 a = 1, b = 2;
  enable_faults();
  __asm volatile("cmp %0, #1\n ittet eq\n moveq %1, #10\n udfeq #0\n addne %1, #100\n addeq %1, #1" : "+l"(a), "+l"(b)::"cc");
  line("b", b);
  __asm volatile("cmp %0, #1\n itete ne\n movne %1, #10\n addeq %1, #32\n udfne #1\n udfeq #2" : "+l"(a), "+l"(b)::"cc");
  line("b", b);
  __asm volatile("cmp %0, #1\n itttt eq\n ldreq %1, [%2]\n addeq %1, #1\n svceq #1\n addeq %1, #1" : "+l"(a), "+l"(b) : "l"(0x30f00000) : "cc");
  line("b", b);
  state("after");
}

static void spoil_return(u32 exception, struct found *found, u32 *frame) {
  if (exception != 11) return;
  u32 way = SHARED->words[0];
  on_s = 0;
  if (way == 0) found->lr = 0xfffffff1;
  if (way == 1) frame[7] |= 5;
  if (way == 2) found->lr &= ~0x20u;
  if (way == 3) found->lr &= ~1u;
  if (way == 4) found->lr &= ~0x40u;
  if (way == 5) frame[7] &= ~(1u << 24);
  SHARED->last = 2;
}

static void spoiled(u32 way) {
  enable_faults();
  SHARED->words[0] = way;
  on_s = spoil_return;
  __asm volatile("svc #1" ::: "memory");
}

SCENE(return_to_handler_with_thread_frame) { spoiled(0); }
SCENE(return_to_thread_with_handler_frame) { spoiled(1); }
SCENE(return_without_signature) { spoiled(2); }
SCENE(return_of_wrong_security) { spoiled(3); }
SCENE(return_to_other_stack) { spoiled(4); }
SCENE(return_without_thumb) { spoiled(5); }

SCENE(stack_limit_of_instructions) {
  enable_faults();
  u32 sp;
  __asm volatile("mov %0, sp" : "=r"(sp));
  WRITE(msplim, sp - 0x200);
  line("limit under sp", sp - READ(msplim));
  __asm volatile("sub.w sp, sp, #0x400\n mov r1, sp" ::: "r1");
  __asm volatile("mov %0, sp" : "=r"(sp));
  line("room", sp - READ(msplim));
  __asm volatile("mov r2, sp\n sub.w r3, sp, #0x1a0\n mov sp, r3\n str r0, [sp, #-0xf4]!\n mov r3, sp\n mov sp, r2\n mov %0, r3" : "=r"(sp)::"r2", "r3");
  __asm volatile("mov r2, sp\n sub.w r3, sp, #0x1f8\n mov sp, r3\n push.w {r0, r1, r2, r4}\n mov r3, sp\n mov sp, r2\n mov %0, r3" : "=r"(sp)::"r2", "r3");
  line("room", sp - READ(msplim));
  state("after");
}

SCENE(stack_limit_of_entry) {
  enable_faults();
  SHARED->last = 1;
  u32 sp;
  __asm volatile("mov %0, sp" : "=r"(sp));
  sp &= ~31u;
  WRITE(psp, sp - 0x800);
  WRITE(psplim, sp - 0x810);
  line("limit", READ(psplim));
  WRITE(control, 2);
  __asm volatile("isb\n svc #1" ::: "memory");
  end();
}

SCENE(stack_limit_of_nonsecure_entry) {
  enable_faults();
  WRITE(psplim_ns, 0x28205ff0);
  WRITE(control_ns, 2);
  SHARED->last = 3;
  call_ns((u32)n_limits, 0);
  state("after");
  line("psp", READ(psp_ns));
}

SCENE(msr_sp_ns_checks_limit) {
  enable_faults();
  WRITE(msplim_ns, 0x28205000);
  WRITE(msp_ns, 0x28204000);
  line("msp_ns", READ(msp_ns));
  WRITE(msp_ns, 0x28207000);
  __asm volatile("mov r1, %0\n msr sp_ns, r1" ::"r"(0x28204000) : "r1");
  line("msp_ns", READ(msp_ns));
  __asm volatile("msr sp_ns, %0" ::"r"(0x28206003));
  line("msp_ns", READ(msp_ns));
  state("after");
}

static void mpu(u32 scs, u32 region, u32 base, u32 last, u32 rights) {
  REG(scs + 0xd98) = region;
  REG(scs + 0xd9c) = base | rights;
  REG(scs + 0xda0) = (last & ~31u) | 1;
}

SCENE(multiple_loads_and_stores_fault_midway) {
  enable_faults();
  REG(SCS + 0xdc0) = 0xff;
  mpu(SCS, 0, 0x38008100, 0x3800811f, 4);
  REG(SCS + 0xd94) = 5;
  BARRIER();
  for (u32 at = 0x380080e0; at < 0x38008140; at += 4) {
    if (at < 0x38008100 || at > 0x3800811f) REG(at) = at;
  }
  u32 base = 0x380080f4;
  __asm volatile("mov r4, #4\n mov r5, #5\n mov r6, #6\n mov r7, #7\n mov r0, %0\n stm r0!, {r4-r7}\n mov %0, r0" : "+r"(base)::"r0", "r4", "r5", "r6", "r7", "memory");
  line("base", base);
  for (u32 at = 0x380080f0; at < 0x38008104; at += 4) line("word", REG(at));
  base = 0x38008108;
  __asm volatile("mov r0, %0\n stmdb r0!, {r4-r7}\n mov %0, r0" : "+r"(base)::"r0", "memory");
  line("base", base);
  for (u32 at = 0x380080f0; at < 0x38008104; at += 4) line("word", REG(at));
  mpu(SCS, 0, 0x38008100, 0x3800811f, 4);
  REG(SCS + 0xd98) = 1;
  mpu(SCS, 1, 0x38008100, 0x3800811f, 0);
  BARRIER();
  base = 0x380080f8;
  __asm volatile("mov r4, #4\n mov r5, #5\n mov r6, #6\n mov r7, #7\n mov r0, %0\n ldm r0!, {r4-r7}\n mov %0, r0\n mov r1, %1\n stm r1, {r4-r7}" : "+r"(base) : "r"(SHARED->words) : "r0", "r1", "r4", "r5", "r6", "r7", "memory");
  line("base", base);
  for (u32 i = 0; i < 4; i++) line("register", SHARED->words[i]);
  __asm volatile("mov r0, %0\n mov r2, #2\n mov r3, #3\n ldrd r2, r3, [r0], #8\n mov %0, r0" : "+r"(base)::"r0", "r2", "r3");
  line("base", base);
  state("after");
}

static u32 probe(u32 address) {
  u32 value = 0x5eed;
  __asm volatile("ldrb.w %0, [%1]" : "+r"(value) : "r"(address) : "memory");
  return value;
}

SCENE(mpu_edges) {
  enable_faults();
  REG(SCS + 0xdc0) = 0xff;
  for (u32 at = 0x38008200; at < 0x38008300; at += 4) REG(at) = at * 0x01010101;
  mpu(SCS, 0, 0x10000000, 0x1fffffff, 4);
  mpu(SCS, 1, 0x38000000, 0x3800821f, 1);
  mpu(SCS, 2, 0x38008240, 0x3800825f, 1);
  mpu(SCS, 3, 0x38008280, 0x380ffeff, 1);
  mpu(SCS, 4, 0x380082a0, 0x380082bf, 1);
  mpu(SCS, 5, 0x28200000, 0x283fffff, 3);
  mpu(SCS, 6, 0x40000000, 0x5fffffff, 3);
  REG(SCS + 0xd94) = 1;
  BARRIER();
  for (u32 at = 0x38008210; at < 0x380082d0; at += 0x10) line("byte", probe(at));
  line("last", probe(0x3800821f));
  line("first", probe(0x38008220));
  REG(SCS + 0xd94) = 5;
  BARRIER();
  for (u32 at = 0x38008210; at < 0x380082d0; at += 0x10) line("byte", probe(at));
  REG(SCS + 0xd94) = 0;
  BARRIER();
  state("after");
}

SCENE(mpu_stands_aside_for_hard_fault) {
  u32 value = 0;
  REG(SCS + 0xdc0) = 0xff;
  mpu(SCS, 0, 0x10000000, 0x1fffffff, 4);
  mpu(SCS, 1, 0x38000000, 0x38007fff, 1);
  mpu(SCS, 2, 0x38009000, 0x3800ffff, 1);
  mpu(SCS, 3, 0x28200000, 0x283fffff, 3);
  mpu(SCS, 4, 0x40000000, 0x5fffffff, 3);
  REG(SCS + 0xd94) = 1;
  BARRIER();
  WRITE(faultmask, 1);
  __asm volatile("ldr.n %0, [%1]" : "+l"(value) : "l"(0x38008000));
  say("read under faultmask\n");
  WRITE(faultmask, 0);
  __asm volatile("ldr.n %0, [%1]" : "+l"(value) : "l"(0x38008000));
  say("over\n");
  state("after");
}

SCENE(nonsecure_mpu) {
  enable_faults();
  REG(SCS_NS + 0xdc0) = 0xff;
  mpu(SCS_NS, 0, 0x00200000, 0x003fffff, 6);
  mpu(SCS_NS, 1, 0x28204000, 0x2820ffff, 3);
  mpu(SCS_NS, 2, 0x40000000, 0x4fffffff, 3);
  mpu(SCS_NS, 3, 0x28210000, 0x2821001f, 7);
  mpu(SCS_NS, 4, 0x28210040, 0x2821005f, 5);
  REG(SCS_NS + 0xd94) = 1;
  BARRIER();
  call_ns((u32)n_load, 0x28210000);
  call_ns((u32)n_load, 0x28210020);
  call_ns((u32)n_load, 0x28210040);
  call_ns((u32)n_store, 0x28210004);
  WRITE(control_ns, 1);
  call_ns((u32)n_load, 0x28210044);
  call_ns((u32)n_load, 0x2821001c);
  call_ns((u32)n_load, 0xe000ed00);
  WRITE(control_ns, 0);
  line("secure reads", probe(0x28210024));
  state("after");
}

SCENE(vector_of_nobody) {
  enable_faults();
  REG(SCS_NS + 0xd08) = 0x38000000;
  SHARED->last = 1;
  call_ns((u32)n_divide, 1);
  state("after");
}

static void fault_again(u32 exception, struct found *found, u32 *frame) {
  (void)found, (void)frame, (void)exception;
  say("again\n");
  __asm volatile("udf.n #1");
}

SCENE(fault_in_hard_fault_locks_up) {
  on_s = fault_again;
  __asm volatile("udf.n #0");
}

SCENE(svc_at_own_priority_escalates) {
  WRITE(primask, 1);
  __asm volatile("svc #1");
  say("on\n");
  state("after");
}

SCENE(coprocessors) {
  enable_faults();
  __asm volatile("mcr p1, #0, r0, c0, c0, #0");
  __asm volatile("mrc p7, #0, r0, c0, c0, #0" ::: "r0");
  state("after");
}

SCENE(stack_memory_faults) {
  enable_faults();
  REG(SCS + 0xdc0) = 0xff;
  mpu(SCS, 0, 0x38008100, 0x3800811f, 4);
  REG(SCS + 0xd94) = 5;
  BARRIER();
  SHARED->last = 1;
  WRITE(psp, 0x38008130);
  WRITE(control, 2);
  __asm volatile("isb\n svc #1" ::: "memory");
  end();
}

SCENE(nonsecure_stack_in_secure_memory) {
  enable_faults();
  WRITE(psp_ns, 0x38008000);
  SHARED->last = 1;
  call_ns((u32)n_stack, 0);
  end();
}
