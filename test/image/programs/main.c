/* Exercises what debug information describes: nested inlining, saved registers, large and variable frames, dead code. */
#include "shared.h"

volatile int sink;
static int table[64] = {3, 1, 4, 1, 5, 9, 2, 6};
static int cleared[32];

static int never_called(int x) { return x * 3 + table[x & 63]; }
int (*unused_pointer(void))(int) { return never_called; }

static inline int clamp(int value, int low, int high)
{
	if (value < low)
		return low;
	return value > high ? high : value;
}

static inline __attribute__((always_inline)) int scale(int value)
{
	int wide = value * 7;
	return clamp(wide, -1000, 1000) + square(value);
}

static __attribute__((noinline)) int leaf(int a, int b)
{
	return scale(a) - scale(b);
}

__attribute__((noinline)) int recurse(int depth)
{
	if (depth == 0)
		return leaf(sink, 2);
	int local[4] = {depth, depth + 1, sink, 4};
	int result = recurse(depth - 1);
	return result + local[depth & 3];
}

__attribute__((noinline)) int large_frame(int n)
{
	volatile char buffer[2000];
	for (int i = 0; i < n; i++)
		buffer[i] = (char)scale(i);
	return buffer[n / 2] + recurse(3);
}

__attribute__((noinline)) int variable_frame(int n)
{
	volatile int values[n];
	for (int i = 0; i < n; i++)
		values[i] = square(i);
	return large_frame(values[n - 1] & 31);
}

__attribute__((noinline)) int choose(int which)
{
	switch (which) {
	case 0: return leaf(1, 2);
	case 1: return recurse(2);
	case 2: return variable_frame(9);
	case 3: return large_frame(4);
	case 4: return sum_all(3, 10, 20, 30);
	case 5: return average(table, 8);
	default: return cleared[which & 31];
	}
}

int main(void)
{
	for (int i = 0; i < 7; i++)
		sink += choose(i);
	for (;;)
		sink = scale(sink);
}
