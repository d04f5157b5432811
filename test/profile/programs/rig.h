/* What both worlds of the test programs share: the console, registers, and the words of a report. */
#ifndef RIG_H
#define RIG_H
typedef unsigned int u32;
typedef unsigned char u8;
typedef unsigned short u16;

#define REG(address) (*(volatile u32 *)(address))
#define UART 0x40200000u
#define SCS 0xe000e000u
#define SCS_NS 0xe002e000u

#define READ(name) ({ u32 value_; __asm volatile("mrs %0, " #name : "=r"(value_)); value_; })
#define WRITE(name, value) __asm volatile("msr " #name ", %0" ::"r"((u32)(value)) : "memory")
#define BARRIER() __asm volatile("dsb\n isb" ::: "memory")

static inline void put(char c) {
  while (REG(UART + 4) & 1) {
  }
  REG(UART) = (u8)c;
}
static inline void say(const char *text) {
  while (*text) put(*text++);
}
static inline void hex(u32 value) {
  for (int shift = 28; shift >= 0; shift -= 4) put("0123456789abcdef"[(value >> shift) & 15]);
}
static inline void tell(const char *name, u32 value) {
  put(' ');
  say(name);
  put('=');
  hex(value);
}
static inline void line(const char *name, u32 value) {
  say(name);
  put('=');
  hex(value);
  put('\n');
}

/* R0-R12 and LR as an exception found them, then the frame where it is on the same stack. */
struct found {
  u32 r[13];
  u32 lr;
};

/* Where a fault goes on: an address, or 0 for the instruction after a 16-bit one, or 2 for a 32-bit one. */
struct shared {
  u32 resume;
  /* Exceptions to see before the scene ends; 0 for no end. */
  u32 last;
  /* Called by the Non-secure entry, where it is not null. */
  u32 on_n;
  u32 words[16];
};
#define SHARED ((volatile struct shared *)0x28208000u)

/* A scene of the test: one boot each, chosen by the word at PICK. */
#define PICK 0x3800c000u
#define SCENE(name)                                                                                  \
  static void name(void);                                                                            \
  __attribute__((section(".scenes"), used)) void (*const scene_##name)(void) = name;                 \
  static void name(void)

/*
 * Pends lines of interrupts 32..63 behind a raised PRIMASK, so that what follows is taken behind the MSR and not a few instructions
 * later, as QEMU does.
 */
static inline void pend(u32 bits) {
  u32 mask = READ(primask);
  __asm volatile("cpsid i\n str %0, [%1]\n dsb\n isb\n msr primask, %2\n isb" ::"r"(bits), "r"(SCS + 0x204), "r"(mask) : "memory");
}
/* ICSR without what DDI 0553 and QEMU see differently in the Non-secure view: which Secure exception is pending. */
#define ICSR_NS(scs) (REG((scs) + 0xd04) & ~0x1ff000u)

/* What s_seen does with an exception before it returns; null for nothing. Returns 0 to go on past the instruction as usual. */
typedef void (*hook)(u32 exception, struct found *found, u32 *frame);
extern hook on_s;
__attribute__((noreturn)) void end(void);
void state(const char *name);
u32 service(u32 argument);

/* The status registers of faults, which are cleared by telling them. QEMU does not fill SFAR: not told. */
static inline void tell_faults(u32 scs, const char *name, u32 secure) {
  u32 cfsr = REG(scs + 0xd28), hfsr = REG(scs + 0xd2c), sfsr = secure ? REG(scs + 0xde4) & ~0x40u : 0;
  if ((cfsr | hfsr | sfsr) == 0) return;
  say(name);
  tell("cfsr", cfsr);
  tell("hfsr", hfsr);
  tell("sfsr", sfsr);
  if (cfsr & 0x80) tell("mmfar", REG(scs + 0xd34));
  if (cfsr & 0x8000) tell("bfar", REG(scs + 0xd38));
  put('\n');
  REG(scs + 0xd28) = cfsr;
  REG(scs + 0xd2c) = hfsr;
  if (secure) REG(scs + 0xde4) = sfsr | 0x40;
}

static inline void tell_frame(const u32 *frame) {
  say(" frame");
  for (int i = 0; i < 8; i++) {
    put(' ');
    hex(frame[i]);
  }
  put('\n');
}

/* Faults go on behind the instruction, or where SHARED->resume says. */
static inline void step_over(u32 exception, u32 *frame) {
  if (exception < 3 || (exception > 7 && exception != 12)) return;
  if (SHARED->resume) {
    frame[6] = SHARED->resume & ~1u;
    frame[7] = (frame[7] & ~0x0600fc00u) | (1u << 24);
    SHARED->resume = 0;
    return;
  }
  u32 first = *(volatile u16 *)frame[6];
  frame[6] += first >= 0xe800 ? 4 : 2;
  u32 it = ((frame[7] >> 25) & 3) | ((frame[7] >> 8) & 0xfc);
  it = (it & 7) == 0 ? 0 : (it & 0xe0) | ((it << 1) & 0x1f);
  frame[7] = (frame[7] & ~0x0600fc00u) | ((it & 3) << 25) | ((it & 0xfc) << 8);
}

u32 call_ns(u32 target, u32 argument);
u32 s_marked(u32 (*target)(void));
u32 n_marked(u32 (*target)(void));
extern u8 veneer[], no_gate[], veneer_call[];
#endif
