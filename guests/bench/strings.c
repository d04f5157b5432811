/*
 * String and record mix, in the manner of Dhrystone: copying and comparing fixed strings, assigning records through
 * pointers, branching on kinds, indexing arrays, many small calls with out-parameters.
 */
#include <stdbool.h>

#include "bench.h"

const char bench_name[] = "strings";

#define NAME_BYTES 32
#define ROWS 20

/* Calls stay calls, as between the modules of a program. */
#define CALL __attribute__((noinline)) static

enum kind { SENSOR, MOTOR, VALVE, LAMP, KINDS };

struct record {
    struct record *next;
    enum kind kind;
    enum kind wanted;
    int32_t number;
    char name[NAME_BYTES];
};

static struct record records[2];
static struct record *current, *other;
static int32_t totals[KINDS];
static int32_t table[ROWS][ROWS];
static int32_t column[ROWS];
static char letter_first, letter_second;
static bool alarm;

CALL void copy_string(char *to, const char *from)
{
    while ((*to++ = *from++) != '\0') {
    }
}

CALL int compare_strings(const char *a, const char *b)
{
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    return (int)(uint8_t)*a - (int)(uint8_t)*b;
}

CALL enum kind kind_of_letters(char a, char b)
{
    char copy = a;
    if (copy != b)
        return SENSOR;
    letter_first = copy;
    return MOTOR;
}

CALL bool comes_later(const char *a, const char *b)
{
    int index = 2;
    while (index <= 2) {
        if (kind_of_letters(a[index], b[index + 1]) == SENSOR)
            index++;
        else
            letter_second = a[index++];
    }
    if (letter_second >= 'W' && letter_second < 'Z')
        index = 7;
    return compare_strings(a, b) > 0 && index != 7;
}

CALL enum kind choose(enum kind asked, int32_t level)
{
    switch (asked) {
    case SENSOR:
        return LAMP;
    case MOTOR:
        return level > 100 ? SENSOR : VALVE;
    case VALVE:
        return MOTOR;
    default:
        return asked == LAMP && alarm ? VALVE : SENSOR;
    }
}

CALL void add_steps(int32_t a, int32_t b, int32_t *sum)
{
    int32_t step = a + 2;
    *sum = b + step;
}

CALL void fill_tables(int32_t row, int32_t value)
{
    int32_t at = row + 5;
    column[at] = value;
    column[at + 1] = column[at];
    column[at + 8] = at;
    for (int32_t index = at; index <= at + 1; index++)
        table[at][index] = at;
    table[at][at - 1]++;
    table[at + 4][at] = column[at];
}

CALL void update_record(struct record *record, int32_t round)
{
    struct record *next = record->next;
    *record->next = *current;
    record->number = 5 + (round & 7);
    next->number = record->number;
    next->next = record->next;
    if (next->kind == SENSOR) {
        next->number = 6;
        next->kind = choose(record->wanted, round & 0xff);
        next->next = current->next;
        add_steps(next->number, 10, &next->number);
    } else {
        *record = *record->next;
    }
    totals[next->kind] += next->number;
}

static void make_records(void)
{
    current = &records[0];
    other = &records[1];
    *current = (struct record){other, SENSOR, VALVE, 40, ""};
    copy_string(current->name, "RECORD OF THE FIRST KIND, HERE");
    *other = *current;
    copy_string(other->name, "RECORD OF THE FIRST KIND, LATER");
}

static uint32_t fold(uint32_t sum, uint32_t value)
{
    return (sum << 5 | sum >> 27) ^ value;
}

static uint32_t one_round(uint32_t sum, int32_t round)
{
    char here[NAME_BYTES], there[NAME_BYTES];
    int32_t first = 2, second = 3, third = 0;
    copy_string(here, "RECORD OF THE FIRST KIND, TODAY");
    copy_string(there, (round & 1) != 0 ? "RECORD OF THE SECOND KIND, TOO" : "RECORD OF THE FIRST KIND, TODAY");
    there[(round & 15) + 5] = (char)('A' + (round & 15));
    alarm = !comes_later(here, there);
    while (first < second) {
        third = 5 * first - second;
        add_steps(first, second, &third);
        first++;
    }
    fill_tables((first + round) & 3, third);
    current->kind = (round & 3) == 0 ? SENSOR : MOTOR;
    update_record(current, round);
    for (char letter = 'A'; letter <= letter_second && letter < 'E'; letter++) {
        if (kind_of_letters(letter, 'C') == MOTOR)
            second = round & 0xff;
    }
    second = second * first;
    first = (int32_t)((uint32_t)second >> 3) - third;
    return fold(sum, (uint32_t)(first + second * 3 + third * 7 + compare_strings(here, there)));
}

uint32_t bench_run(uint32_t iterations)
{
    uint32_t sum = 0;
    make_records();
    for (uint32_t round = 0; round < iterations; round++)
        sum = one_round(sum, (int32_t)round);
    for (int kind = 0; kind < KINDS; kind++)
        sum = fold(sum, (uint32_t)totals[kind]);
    for (int row = 0; row < ROWS; row++)
        sum = fold(sum, (uint32_t)(column[row] + table[row][row]));
    return sum;
}
