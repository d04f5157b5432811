/* Variables of every kind that a debugger meets: see ../locals.test.ts. */
#include <stdbool.h>
#include <stdint.h>

#define NOT_INLINED __attribute__((noinline, noclone))

enum colour { RED, GREEN = 5, BLUE };
struct pair {
  int16_t low;
  int16_t high;
};
struct wide {
  int64_t sum;
  struct pair pairs[2];
  const char *name;
  unsigned flag : 3, rest : 5;
};

volatile uint32_t sink;
volatile float sink_float;
struct wide shared = {-5, {{1, -2}, {3, -4}}, "shared", 5, 9};

NOT_INLINED static void touch(const void *what) {
  __asm volatile("" ::"r"(what) : "memory");
}

static inline uint32_t mixed(uint32_t seed, int round) {
  uint32_t turned = (seed << round) | (seed >> (32 - round));
  const uint32_t odd = turned | 1;
  return odd * 2654435761u;
}

NOT_INLINED static uint32_t narrow(int8_t a, uint8_t b, bool c, enum colour d, char e) {
  static uint32_t calls;
  calls += 1;
  int product = a * b;
  if (c) {
    int a = product + d;
    sink = a;
    product ^= a;
  }
  sink = e;
  touch(&calls);
  return product + calls;
}

NOT_INLINED static int64_t long_ones(int64_t x, uint64_t y, struct pair p) {
  int64_t z = x * 3 - (int64_t)y;
  sink = (uint32_t)z;
  int64_t w = z + p.low;
  sink = (uint32_t)(w >> 32);
  return w * p.high;
}

NOT_INLINED static float floats(float a, double b, int n) {
  float total = 0.5f;
  for (int i = 0; i < n; i++) {
    float part = a * (float)i;
    total += part;
    sink_float = total;
  }
  return total + (float)b;
}

NOT_INLINED static int structs(struct wide *at, struct pair by_value) {
  struct wide copy = *at;
  struct pair swapped = {by_value.high, by_value.low};
  copy.sum += swapped.low;
  touch(&copy);
  sink = swapped.high;
  return (int)copy.sum + copy.pairs[1].high + swapped.low;
}

NOT_INLINED static uint32_t sums(uint32_t count) {
  uint32_t table[4] = {count, count + 1, count + 2, count + 3};
  const char *text = "table";
  uint32_t total = 0;
  for (uint32_t i = 0; i < 4; i++) {
    uint32_t step = mixed(table[i], 5);
    total += step;
    sink = total;
  }
  touch(table);
  touch(text);
  return total;
}

NOT_INLINED static uint32_t deeper(uint32_t depth, uint32_t carried) {
  uint32_t here = carried * 2 + depth;
  if (depth == 0) return sums(here);
  uint32_t below = deeper(depth - 1, here);
  sink = below;
  return below ^ here;
}

NOT_INLINED static uint32_t discarding(uint32_t kept, uint32_t lost) {
  uint32_t used = lost * 7;
  sink = used;
  uint32_t result = deeper(2, kept);
  return result + 1;
}

int main(void) {
  for (uint32_t round = 1;; round++) {
    struct pair pair = {(int16_t)round, (int16_t)-round};
    enum colour colour = round & 1 ? GREEN : BLUE;
    uint32_t one = narrow(-3, 200, round & 1, colour, 'x');
    int64_t two = long_ones(-(int64_t)round << 33, one, pair);
    float three = floats(1.25f * round, 2.5, 3);
    int four = structs(&shared, pair);
    uint32_t five = discarding(one, round);
    sink = one + (uint32_t)two + (uint32_t)three + four + five;
  }
}

extern uint32_t stack_top[];
extern uint32_t data_load[], data_start[], data_end[], bss_start[], bss_end[];

void reset(void) {
  /* Full access to the floating-point unit: CPACR, B3.2.7 of the Armv8-M manual. */
  *(volatile uint32_t *)0xE000ED88 |= 0xF << 20;
  const uint32_t *from = data_load;
  for (uint32_t *to = data_start; to < data_end;) *to++ = *from++;
  for (uint32_t *to = bss_start; to < bss_end;) *to++ = 0;
  main();
}

__attribute__((section(".vectors"), used)) static const void *const vectors[16] = {stack_top, (void *)reset};
