#include "shared.h"
#include <stdarg.h>

extern volatile int sink;

int sum_all(int count, ...)
{
	va_list arguments;
	int sum = 0;
	va_start(arguments, count);
	while (count-- > 0)
		sum += square(va_arg(arguments, int));
	va_end(arguments);
	return sum;
}

int average(const int *values, int count)
{
	long long sum = 0;
	double weighted = 0;
	for (int i = 0; i < count; i++) {
		sum += values[i];
		weighted += values[i] * 0.5;
	}
	sink = (int)weighted;
	return (int)(sum / count);
}

int not_referenced_at_all(int x)
{
	int y = 0;
	while (x-- > 0)
		y += sum_all(2, x, y);
	return y;
}
