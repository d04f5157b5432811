/* FPv5, single precision: every instruction in every mode of FPSCR, on random operands with many corners among them. */
#include "rig.h"

/* The assembler wants double precision for moves of half a double register, which single precision has, too. */
__asm(".fpu fpv5-d16");

/* Operands per mode and instruction, and where their sequence begins; 0 for the usual. */
#define ROUNDS REG(PICK + 4)
#define SEED REG(PICK + 8)
#define MODES 32
#define FOLD(sum, value) sum = ((sum << 5) | (sum >> 27)) ^ (value)

static u32 chance;

static u32 next(void) {
  chance ^= chance << 13;
  chance ^= chance >> 17;
  chance ^= chance << 5;
  return chance;
}

/* Patterns where one step matters: of zero, denormals, one, halves, the limits of integers and of half precision, NaNs. */
static const u32 corners[] = {
    0,          1,          2,          0x003fffff, 0x007fffff, 0x00800000, 0x00800001, 0x00ffffff, 0x01000000, 0x01000001,
    0x32ffffff, 0x33000000, 0x33000001, 0x33800000, 0x337fffff, 0x38800000, 0x387fffff, 0x387fe000, 0x387ff000, 0x387fefff,
    0x3effffff, 0x3f000000, 0x3f000001, 0x3f7fffff, 0x3f800000, 0x3f800001, 0x3fc00000, 0x40200000, 0x40600000, 0x437f0000,
    0x46fffe00, 0x47000000, 0x477fe000, 0x477fefff, 0x477ff000, 0x477fff00, 0x47800000, 0x47ffe000, 0x47ffefff, 0x47fff000,
    0x4affffff, 0x4b000000, 0x4b7fffff, 0x4effffff, 0x4f000000, 0x4f7fffff, 0x4f800000, 0x5f000000, 0x7e800000, 0x7f000000,
    0x7f7ffffe, 0x7f7fffff, 0x7f800000, 0x7f800001, 0x7fbfffff, 0x7fc00000, 0x7fc00001, 0x7fffffff, 0x1f800000, 0x20000000,
    0x20400001, 0x5f7fffff, 0x60000000, 0x0d800000};
#define CORNERS (sizeof corners / sizeof *corners)

/* A third corners; numbers near one another in size; few significant bits; denormals and their neighbours; anything. */
static u32 operand(void) {
  u32 kind = next(), bits = next();
  u32 sign = bits & 0x80000000, fraction = bits & 0x7fffff;
  switch ((kind >> 8) % 6) {
    case 0:
    case 1:
      return sign | corners[(kind >> 16) % CORNERS];
    case 2:
      return sign | (112 + ((kind >> 16) & 31)) << 23 | fraction;
    case 3:
      return sign | ((kind >> 16) & 255) << 23 | (fraction & 7) << (fraction >> 3) % 21;
    case 4:
      return sign | ((kind >> 16) & 15) << 23 | fraction >> (kind >> 24) % 24;
    default:
      return bits;
  }
}

/* RMode, FZ, DN and AHP from the five bits of `mode`; half of the time with some cumulative bits, flags always. */
static u32 modes(u32 mode) {
  u32 known = next();
  return (mode & 3) << 22 | (mode >> 2) << 24 | (known & 0xf0000000) | (known & 0x100 ? known & 0x9f : 0);
}

/* One line per instruction: `text` on s0, s1, s2; what it leaves in s0, APSR and FPSCR, folded into a word. */
#define EACH(text, limit)                                                                                              \
  {                                                                                                                    \
    u32 sum = 0;                                                                                                       \
    for (u32 mode = 0; mode < MODES; mode++)                                                                           \
      for (u32 round = ROUNDS ? ROUNDS : limit; round; round--) {                                                      \
        u32 d = operand(), n = operand(), m = operand(), fpscr = modes(mode), apsr = next();                           \
        __asm volatile("vmov s0, %0\n vmov s1, %2\n vmov s2, %3\n vmsr fpscr, %1\n msr apsr_nzcvq, %4\n " text "\n"    \
                       "vmov %0, s0\n mrs %4, apsr\n vmrs %1, fpscr"                                                   \
                       : "+&r"(d), "+&r"(fpscr), "+&r"(n), "+&r"(m), "+&r"(apsr)::"cc");                               \
        FOLD(sum, d);                                                                                                  \
        FOLD(sum, fpscr);                                                                                              \
        FOLD(sum, apsr & 0xf8000000);                                                                                  \
      }                                                                                                                \
    line(text, sum);                                                                                                   \
  }
#define THREE(name) EACH(name ".f32 s0, s1, s2", 24)
#define TWO(name) EACH(name " s0, s1", 24)

static void begin(void) {
  REG(SCS + 0xd88) = 0xf00000;
  BARRIER();
  chance = SEED ? SEED : 0x2545f491;
}

SCENE(fpv5_arithmetic) {
  begin();
  THREE("vadd")
  THREE("vsub")
  THREE("vmul")
  THREE("vdiv")
  THREE("vnmul")
  THREE("vmaxnm")
  THREE("vminnm")
  TWO("vsqrt.f32")
  TWO("vabs.f32")
  TWO("vneg.f32")
  TWO("vmov.f32")
}

SCENE(fpv5_sums_of_products) {
  begin();
  THREE("vmla")
  THREE("vmls")
  THREE("vnmla")
  THREE("vnmls")
  THREE("vfma")
  THREE("vfms")
  THREE("vfnma")
  THREE("vfnms")
}

SCENE(fpv5_comparisons) {
  begin();
  EACH("vcmp.f32 s1, s2\n vmrs apsr_nzcv, fpscr", 24)
  EACH("vcmpe.f32 s1, s2\n vmrs apsr_nzcv, fpscr", 24)
  EACH("vcmp.f32 s1, s1\n vmrs apsr_nzcv, fpscr", 24)
  EACH("vcmp.f32 s1, #0\n vmrs apsr_nzcv, fpscr", 24)
  EACH("vcmpe.f32 s1, #0\n vmrs apsr_nzcv, fpscr", 24)
  THREE("vseleq")
  THREE("vselvs")
  THREE("vselge")
  THREE("vselgt")
}

SCENE(fpv5_integers) {
  begin();
  TWO("vcvt.f32.s32")
  TWO("vcvt.f32.u32")
  TWO("vcvt.s32.f32")
  TWO("vcvt.u32.f32")
  TWO("vcvtr.s32.f32")
  TWO("vcvtr.u32.f32")
  TWO("vcvta.s32.f32")
  TWO("vcvta.u32.f32")
  TWO("vcvtn.s32.f32")
  TWO("vcvtn.u32.f32")
  TWO("vcvtp.s32.f32")
  TWO("vcvtp.u32.f32")
  TWO("vcvtm.s32.f32")
  TWO("vcvtm.u32.f32")
  TWO("vrinta.f32.f32")
  TWO("vrintn.f32.f32")
  TWO("vrintp.f32.f32")
  TWO("vrintm.f32.f32")
  TWO("vrintz.f32.f32")
  TWO("vrintr.f32.f32")
  TWO("vrintx.f32.f32")
}

#define FIXED(type, a, b, c)                                                                                           \
  EACH("vcvt.f32." type " s0, s0, #" a, 12)                                                                            \
  EACH("vcvt.f32." type " s0, s0, #" b, 12)                                                                            \
  EACH("vcvt.f32." type " s0, s0, #" c, 12)                                                                            \
  EACH("vcvt." type ".f32 s0, s0, #" a, 12)                                                                            \
  EACH("vcvt." type ".f32 s0, s0, #" b, 12)                                                                            \
  EACH("vcvt." type ".f32 s0, s0, #" c, 12)

SCENE(fpv5_fixed_point_and_halves) {
  begin();
  FIXED("s32", "1", "15", "32")
  FIXED("u32", "1", "15", "32")
  FIXED("s16", "1", "15", "16")
  FIXED("u16", "1", "15", "16")
  TWO("vcvtb.f32.f16")
  TWO("vcvtt.f32.f16")
  TWO("vcvtb.f16.f32")
  TWO("vcvtt.f16.f32")
}

SCENE(fpv5_moves) {
  begin();
  u32 words[8];
  for (u32 i = 0; i < 8; i++) words[i] = operand();
  EACH("vmov d1, %2, %3\n vmov %2, %3, d1\n vmov.32 d0[0], %2\n vmov.32 %3, d0[0]\n vadd.f32 s0, s2, s3", 2)
  EACH("vmov s3, s4, %2, %3\n vmov %3, %2, s3, s4\n vmov.f32 s1, #-0.1875\n vmul.f32 s0, s1, s3", 2)
  EACH("vmov.f32 s0, #31.0", 1)
  EACH("vmov.f32 s0, #0.125", 1)
  EACH("push {%2, %3}\n vldr s3, [sp, #4]\n vldr d2, [sp]\n vpush {d1-d2}\n vpop {s0}\n vpop {s0-s2}\n pop {%2, %3}", 2)
  u32 *at = words, *top = words + 8, sum;
  __asm volatile(
      "vldmia %0!, {s8-s15}\n vstmdb %1!, {s8-s9}\n vldmdb %0!, {d4-d6}\n vstmia %1, {d5-d6}\n vmov %2, s12"
      : "+&r"(at), "+&r"(top), "=&r"(sum)::"memory");
  for (u32 i = 0; i < 8; i++) FOLD(sum, words[i]);
  line("multiple", sum);
  line("base", (u32)((u8 *)at - (u8 *)words) << 16 | (u32)((u8 *)top - (u8 *)words));
  for (u32 fpscr = 0xffffffff, i = 0; i < 2; i++, fpscr = 0) {
    __asm volatile("vmsr fpscr, %0\n vmrs %0, fpscr" : "+&r"(fpscr));
    line("fpscr", fpscr);
  }
}
