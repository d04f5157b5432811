/* Floating-point registers by value, and the words that tell whose they are. */
#ifndef CONTEXT_H
#define CONTEXT_H
#include "rig.h"

__asm(".fpu fpv5-sp-d16");

#define CPACR 0xd88u
#define NSACR 0xd8cu
#define FPCCR 0xf34u
#define FPCAR 0xf38u
#define FPDSCR 0xf3cu
#define LSPACT 1u
#define SPLIMVIOL 0x200u
#define TS 0x04000000u
#define CLRONRETS 0x08000000u
#define CLRONRET 0x10000000u
#define LSPENS 0x20000000u
#define LSPEN 0x40000000u
#define ASPEN 0x80000000u

/* Sn becomes seed + n, and FPSCR the flags with the seed's low bits. */
static inline void fill_float(u32 seed) {
  u32 values[32];
  for (u32 i = 0; i < 32; i++) values[i] = seed + i;
  __asm volatile("vldm %0, {s0-s31}\n vmsr fpscr, %1" ::"r"(values), "r"(0xa0000000u | (seed >> 24 & 15)) : "memory");
}
/* Touches the unit and nothing else. */
static inline void touch_float(void) {
  __asm volatile("vmov.f32 s0, s0");
}
/* The registers; reading them is an access like any other. */
static inline void tell_float(const char *name) {
  u32 values[32], status;
  __asm volatile("vmrs %0, fpscr\n vstm %1, {s0-s31}" : "=&r"(status) : "r"(values) : "memory");
  say(name);
  tell("fpscr", status);
  tell("s0", values[0]);
  tell("s1", values[1]);
  tell("s15", values[15]);
  tell("s16", values[16]);
  tell("s31", values[31]);
  put('\n');
}
/* FPCCR and FPCAR as this state sees them. */
static inline void tell_context(const char *name) {
  say(name);
  tell("control", READ(control));
  tell("fpccr", REG(SCS + FPCCR));
  tell("fpcar", REG(SCS + FPCAR));
  put('\n');
}
/* Words of a frame that begin with S0, up to FPSCR and on to S31. */
static inline void tell_kept(const char *name, u32 at, u32 complete) {
  static const u8 places[] = {0, 1, 14, 15, 16, 18, 33};
  say(name);
  for (u32 i = 0; i < (complete ? 7 : 5); i++) tell("word", ((volatile u32 *)at)[places[i]]);
  put('\n');
}
#endif
