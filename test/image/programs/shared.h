#ifndef SHARED_H
#define SHARED_H

static inline int square(int value)
{
	int result = value * value;
	return result;
}

int sum_all(int count, ...);
int average(const int *values, int count);

#endif
