/* What C++ adds to the variables that a debugger meets: see ../locals.test.ts. */
#include <stdint.h>

namespace board {

struct Base {
  int id;
  virtual int read(int step) = 0;
  int twice() const { return id * 2; }
};

struct Counted {
  static int count;
  uint16_t uses = 0;
};
int Counted::count = 7;

enum class Mode : uint8_t { Off, On = 3 };

class Sensor : public Base, public Counted {
 public:
  Sensor(int number, const char *text) : name(text), samples{1, 2, 3} { id = number; }

  int read(int step) override {
    int sum = 0;
    for (int &sample : samples) {
      sample += step;
      sum += sample;
    }
    last = sum;
    uses++;
    mode = sum & 1 ? Mode::On : Mode::Off;
    return sum + twice();
  }

 private:
  const char *name;
  int samples[3];
  int last = 0;
  Mode mode = Mode::On;
  bool ready = true;
};

template <typename T>
T largest(const T *items, unsigned count) {
  T best = items[0];
  for (unsigned index = 1; index < count; index++) {
    if (items[index] > best) best = items[index];
  }
  return best;
}

volatile int sink;
int32_t offset = -9;

}  // namespace board

static int apply(board::Base &target, int step, const int &more) {
  int got = target.read(step);
  board::sink = got + more;
  return got + 1;
}

extern "C" int main() {
  int values[] = {3, 9, 4};
  board::Sensor sensor(4, "temperature");
  for (int round = 0;; round++) {
    values[2] = round;
    int most = board::largest(values, 3);
    int result = apply(sensor, most + board::offset, values[1]);
    board::sink = result;
  }
}

extern "C" {
extern uint32_t stack_top[];
extern uint32_t data_load[], data_start[], data_end[], bss_start[], bss_end[];

void reset() {
  /* Full access to the floating-point unit: CPACR, B3.2.7 of the Armv8-M manual. */
  *(volatile uint32_t *)0xE000ED88 |= 0xF << 20;
  const uint32_t *from = data_load;
  for (uint32_t *to = data_start; to < data_end;) *to++ = *from++;
  for (uint32_t *to = bss_start; to < bss_end;) *to++ = 0;
  main();
}

void __cxa_pure_virtual() {
  for (;;) {
  }
}
}

__attribute__((section(".vectors"), used)) const void *const vectors[16] = {stack_top, (void *)reset};
