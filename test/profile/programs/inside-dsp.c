/* The DSP extension: every instruction on corner values, and GE and Q on their way through MSR, MRS and exceptions. */
#include "rig.h"

__asm(".arch_extension dsp");

static const u32 corners[] = {0,          1,          0x7fff,     0x8000,     0xffff,     0x7f80ff01, 0x7fff7fff, 0x7fff8000,
                              0x7fffffff, 0x80000000, 0x80007fff, 0x80008000, 0x80808080, 0xc0000000, 0xffff8000, 0xffffffff};
#define EACH(name) for (u32 name = 0; name < sizeof corners / sizeof *corners; name++)
#define FOLD(sum, value) sum = ((sum << 5) | (sum >> 27)) ^ (value)

/* One line per instruction: its results and flags over all pairs of corners, folded into a word. */
#define PAIRS(text, operands)                                                                                    \
  {                                                                                                              \
    u32 sum = 0;                                                                                                 \
    EACH(i) EACH(j) {                                                                                            \
      u32 d, apsr;                                                                                               \
      __asm volatile("msr apsr_nzcvqg, %4\n " text " " operands "\n mrs %1, apsr"                                \
                     : "=&r"(d), "=&r"(apsr)                                                                     \
                     : "r"(corners[i]), "r"(corners[j]), "r"((i + j) << 16));                                    \
      FOLD(sum, d);                                                                                              \
      FOLD(sum, apsr);                                                                                           \
    }                                                                                                            \
    line(text, sum);                                                                                             \
  }
#define SUM(text) PAIRS(text, "%0, %2, %3")

/* The same with an accumulator: some corners, by way of the sum so far. */
#define ACCUMULATE(text)                                                                                         \
  {                                                                                                              \
    u32 sum = 0;                                                                                                 \
    EACH(i) EACH(j) for (u32 k = i & 1; k < 16; k += 3) {                                                        \
      u32 d, apsr;                                                                                               \
      __asm volatile("msr apsr_nzcvqg, %5\n " text " %0, %2, %3, %4\n mrs %1, apsr"                              \
                     : "=&r"(d), "=&r"(apsr)                                                                     \
                     : "r"(corners[i]), "r"(corners[j]), "r"(corners[k]), "r"(0));                               \
      FOLD(sum, d);                                                                                              \
      FOLD(sum, apsr);                                                                                           \
    }                                                                                                            \
    line(text, sum);                                                                                             \
  }
#define LONG(text)                                                                                               \
  {                                                                                                              \
    u32 l = 0, h = 0, sum = 0;                                                                                   \
    EACH(i) EACH(j) {                                                                                            \
      u32 apsr;                                                                                                  \
      l += corners[(i + 3 * j) & 15];                                                                            \
      __asm volatile("msr apsr_nzcvqg, %5\n " text " %0, %1, %3, %4\n mrs %2, apsr"                              \
                     : "+&r"(l), "+&r"(h), "=&r"(apsr)                                                           \
                     : "r"(corners[i]), "r"(corners[j]), "r"(0));                                                \
      FOLD(sum, l);                                                                                              \
      FOLD(sum, h);                                                                                              \
      FOLD(sum, apsr);                                                                                           \
    }                                                                                                            \
    line(text, sum);                                                                                             \
  }

#define FORMS(prefix)                                                                                            \
  SUM(prefix "add8")                                                                                             \
  SUM(prefix "add16") SUM(prefix "asx") SUM(prefix "sub8") SUM(prefix "sub16") SUM(prefix "sax")
#define HALVES(prefix, how) how(prefix "bb") how(prefix "bt") how(prefix "tb") how(prefix "tt")

SCENE(dsp_lanes) {
  FORMS("s")
  FORMS("u")
  FORMS("q")
  FORMS("uq")
  FORMS("sh")
  FORMS("uh")
  SUM("sel")
  SUM("usad8")
  ACCUMULATE("usada8")
}

SCENE(dsp_saturation_and_packing) {
  SUM("qadd")
  SUM("qsub")
  SUM("qdadd")
  SUM("qdsub")
  PAIRS("ssat16", "%0, #1, %2")
  PAIRS("ssat16", "%0, #12, %2")
  PAIRS("ssat16", "%0, #16, %2")
  PAIRS("usat16", "%0, #0, %2")
  PAIRS("usat16", "%0, #9, %2")
  PAIRS("usat16", "%0, #15, %2")
  PAIRS("pkhbt", "%0, %2, %3")
  PAIRS("pkhbt", "%0, %2, %3, lsl #13")
  PAIRS("pkhtb", "%0, %2, %3, asr #3")
  PAIRS("pkhtb", "%0, %2, %3, asr #32")
  PAIRS("sxtb16", "%0, %3, ror #8")
  PAIRS("uxtb16", "%0, %3, ror #24")
  PAIRS("sxtab16", "%0, %2, %3, ror #16")
  PAIRS("uxtab16", "%0, %2, %3")
  PAIRS("sxtab", "%0, %2, %3, ror #24")
  PAIRS("uxtab", "%0, %2, %3, ror #8")
  PAIRS("sxtah", "%0, %2, %3, ror #8")
  PAIRS("uxtah", "%0, %2, %3, ror #16")
}

SCENE(dsp_products) {
  HALVES("smul", SUM)
  SUM("smulwb")
  SUM("smulwt")
  SUM("smuad")
  SUM("smuadx")
  SUM("smusd")
  SUM("smusdx")
  SUM("smmul")
  SUM("smmulr")
}

SCENE(dsp_sums_of_products) {
  HALVES("smla", ACCUMULATE)
  ACCUMULATE("smlawb")
  ACCUMULATE("smlawt")
  ACCUMULATE("smlad")
  ACCUMULATE("smladx")
  ACCUMULATE("smlsd")
  ACCUMULATE("smlsdx")
  ACCUMULATE("smmla")
  ACCUMULATE("smmlar")
  ACCUMULATE("smmls")
  ACCUMULATE("smmlsr")
  HALVES("smlal", LONG)
  LONG("smlald")
  LONG("smlaldx")
  LONG("smlsld")
  LONG("smlsldx")
  LONG("umaal")
}

static u32 apsr_now(void) {
  return READ(apsr) & 0xf80f0000;
}

/* The handler finds the flags in the frame and gives others back. */
static void other_flags(u32 exception, struct found *found, u32 *frame) {
  (void)exception;
  (void)found;
  WRITE(apsr_nzcvqg, 0);
  frame[7] ^= 0x000f0000;
}

static u32 wait_outside(void) {
  WRITE(apsr_nzcvqg, 0xf80f0000);
  pend(1u << 9);
  WRITE(apsr_nzcvqg, 0xf80a0000);
  __asm volatile("svc #1" ::: "memory");
  return apsr_now();
}

SCENE(dsp_flags_through_registers_and_exceptions) {
  WRITE(apsr_nzcvqg, 0xf80f0000);
  line("all", apsr_now());
  WRITE(apsr_g, 0x00050000);
  line("ge alone", apsr_now());
  WRITE(apsr_nzcvq, 0x40000000);
  line("nzcvq alone", apsr_now());
  line("xpsr", READ(xpsr) & 0xf80f0000);
  line("iepsr", READ(iepsr));
  WRITE(apsr_nzcvqg, 0x080c0000);
  __asm volatile("svc #0" ::: "memory");
  line("as before", apsr_now());
  on_s = other_flags;
  WRITE(apsr_nzcvqg, 0x080c0000);
  __asm volatile("svc #0" ::: "memory");
  line("as the handler wants", apsr_now());
  on_s = 0;
  REG(SCS + 0x384) = 1u << 9;
  REG(SCS + 0x104) = 1u << 9;
  line("over a Non-secure handler", s_marked(wait_outside));
}
