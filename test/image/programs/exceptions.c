/* Runs on QEMU: calls, a supervisor call from deep inside, and a second exception while the first is handled. */
#include "shared.h"

#define SHPR2 (*(volatile unsigned *)0xe000ed1c)
#define ICSR (*(volatile unsigned *)0xe000ed04)

volatile int sink;
volatile int rounds;

static inline __attribute__((always_inline)) int twice(int value)
{
	return square(value) + value;
}

__attribute__((noinline)) int leaf(int value)
{
	return twice(value) - 3;
}

__attribute__((noinline)) int serve(int value)
{
	volatile int kept[5] = {value, 2, 3, 4, 5};
	ICSR = 1u << 28;
	__asm__ volatile("dsb\n\tisb" ::: "memory");
	return leaf(kept[value & 3]) + kept[1];
}

void supervisor_call(void)
{
	sink += serve(sink);
}

void pended(void)
{
	sink += leaf(sink + 1);
	rounds++;
}

__attribute__((noinline)) int descend(int depth)
{
	int local[3] = {depth, sink, 7};
	if (depth == 0) {
		__asm__ volatile("svc 0" ::: "memory");
		return leaf(local[1]);
	}
	int below = descend(depth - 1);
	return below + local[depth % 3];
}

int main(void)
{
	SHPR2 = 0xe0000000u;
	for (;;) {
		sink += descend(3);
		sink += sum_all(2, sink, 5);
	}
}
