/* Special registers, TT, NVIC views, SAU edges, narrow register accesses, sleep. */
#include "rig.h"

u32 n_registers(u32), n_tests(u32), n_nvic(u32), n_load(u32), n_jump(u32);

SCENE(special_registers) {
  WRITE(basepri, 0xa5);
  WRITE(msplim, 0x38001237);
  WRITE(psplim, 0x3800234f);
  WRITE(psp, 0x38003457);
  WRITE(msplim_ns, 0x2820123f);
  WRITE(psplim_ns, 0x28202347);
  WRITE(basepri_ns, 0x77);
  WRITE(primask_ns, 3);
  WRITE(control_ns, 1);
  line("basepri", READ(basepri));
  line("msplim", READ(msplim));
  line("psplim", READ(psplim));
  line("psp", READ(psp));
  line("msp_ns", READ(msp_ns));
  line("psp_ns", READ(psp_ns));
  line("msplim_ns", READ(msplim_ns));
  line("psplim_ns", READ(psplim_ns));
  line("primask_ns", READ(primask_ns));
  line("basepri_ns", READ(basepri_ns));
  line("faultmask_ns", READ(faultmask_ns));
  line("control_ns", READ(control_ns));
  line("sp_ns", READ(sp_ns));
  __asm volatile("msr apsr_nzcvq, %0" ::"r"(0xf8000000));
  line("apsr", READ(apsr) & 0xf8000000);
  line("xpsr", READ(xpsr) & 0xf80001ff);
  line("iepsr", READ(iepsr));
  state("after");
}

SCENE(nonsecure_special_registers) {
  WRITE(control_ns, 0);
  call_ns((u32)n_registers, 0);
  WRITE(control_ns, 3);
  call_ns((u32)n_registers, 1);
  line("primask_ns", READ(primask_ns));
  line("basepri_ns", READ(basepri_ns));
  state("after");
}

#define TT(op, address) ({ u32 value_; __asm volatile(op " %0, %1" : "=r"(value_) : "r"(address)); value_; })
static const u32 targets[] = {0x00000000, 0x001fffff, 0x00200000, 0x10000000, 0x10100000, 0x10100400, 0x20000000, 0x28200000,
                              0x283fffff, 0x28400000, 0x38000000, 0x38008110, 0x40000000, 0x50000000, 0x60000000, 0xa0000000, 0xf0000000};

static void test_targets(void) {
  for (u32 i = 0; i < sizeof targets / sizeof *targets; i++) {
    tell("address", targets[i]);
    tell("tt", TT("tt", targets[i]));
    tell("ttt", TT("ttt", targets[i]));
    tell("tta", TT("tta", targets[i]));
    tell("ttat", TT("ttat", targets[i]));
    put('\n');
  }
}

static void region(u32 scs, u32 number, u32 base, u32 last, u32 rights) {
  REG(scs + 0xdc0) = 0xff;
  REG(scs + 0xd98) = number;
  REG(scs + 0xd9c) = base | rights;
  REG(scs + 0xda0) = (last & ~31u) | 1;
}

SCENE(test_targets_without_mpu) {
  test_targets();
  call_ns((u32)n_tests, 0);
  WRITE(control_ns, 1);
  call_ns((u32)n_tests, 0);
}

SCENE(test_targets_with_mpu) {
  region(SCS, 0, 0x10000000, 0x1000ffff, 4);
  region(SCS, 1, 0x38008100, 0x3800811f, 6);
  region(SCS, 2, 0x28200000, 0x282fffff, 2);
  region(SCS, 3, 0x40000000, 0x4fffffff, 2);
  region(SCS_NS, 0, 0x00200000, 0x0020ffff, 6);
  region(SCS_NS, 1, 0x28200000, 0x2821ffff, 2);
  region(SCS_NS, 2, 0x283fffe0, 0x283fffff, 4);
  region(SCS_NS, 5, 0x40000000, 0x4fffffff, 3);
  REG(SCS + 0xd94) = 5;
  REG(SCS_NS + 0xd94) = 1;
  BARRIER();
  test_targets();
  call_ns((u32)n_tests, 0);
  WRITE(control_ns, 1);
  call_ns((u32)n_tests, 0);
}

SCENE(sau_edges) {
  REG(SCS + 0xd24) = 0xf0000;
  REG(SCS + 0xdd8) = 4;
  REG(SCS + 0xddc) = 0x28300100;
  REG(SCS + 0xde0) = 0x28300100 | 1;
  REG(SCS + 0xdd8) = 1;
  REG(SCS + 0xde0) = 0x283000e0 | 1;
  BARRIER();
  line("rbar", REG(SCS + 0xddc));
  line("rlar", REG(SCS + 0xde0));
  call_ns((u32)n_load, 0x283000fc);
  call_ns((u32)n_load, 0x28300100);
  call_ns((u32)n_load, 0x2830011c);
  call_ns((u32)n_load, 0x28300120);
  REG(SCS + 0xdd8) = 1;
  REG(SCS + 0xde0) = 0x28300100 | 1;
  BARRIER();
  call_ns((u32)n_load, 0x28300100);
  line("tt", TT("tt", 0x28300100));
  line("tt", TT("tt", 0x283000fc));
}

SCENE(interrupt_registers) {
  REG(SCS + 0x384) = 0xffff0000;
  REG(SCS + 0x104) = 0x00ff00ff;
  REG(SCS + 0x204) = 0x81008100;
  *(volatile u8 *)(SCS + 0x184) = 0x0f;
  *(volatile u16 *)(SCS + 0x286) = 0x0100;
  REG(SCS + 0x424) = 0x11223344;
  *(volatile u8 *)(SCS + 0x434) = 0x55;
  *(volatile u16 *)(SCS + 0x436) = 0x6677;
  WRITE(primask, 1);
  call_ns((u32)n_nvic, 0);
  for (u32 at = 0x104; at <= 0x384; at += 0x80) line("word", REG(SCS + at));
  for (u32 at = 0x424; at <= 0x43c; at += 4) line("priority", REG(SCS + at));
  for (u32 at = 0x424; at <= 0x43c; at += 4) line("priority", REG(SCS_NS + at));
  line("iser_ns", REG(SCS_NS + 0x104));
  REG(SCS + 0x184) = 0xffffffff;
  state("after");
}

SCENE(sleep_ends_under_primask) {
  WRITE(primask, 1);
  *(volatile u8 *)(SCS + 0x400 + 40) = 0x40;
  REG(SCS + 0x104) = 1u << 8;
  REG(SCS + 0x204) = 1u << 8;
  BARRIER();
  __asm volatile("wfi");
  say("awake\n");
  __asm volatile("sev\n wfe");
  say("event\n");
  WRITE(primask, 0);
  say("open\n");
  state("after");
}
