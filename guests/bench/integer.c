/*
 * Integer mix, in the manner of CoreMark: a linked list that is searched, reversed and sorted; small matrices; a state
 * machine that reads numbers; a CRC over everything.
 */
#include <stdbool.h>

#include "bench.h"

const char bench_name[] = "integer";

#define NODES 64
#define SIDE 10
#define TEXT_BYTES 128

struct node {
    struct node *next;
    int16_t key;
    int16_t rank;
};

static struct node nodes[NODES];
static int16_t left[SIDE][SIDE], right[SIDE][SIDE];
static int32_t product[SIDE][SIDE];
static char text[TEXT_BYTES];

/* ---- list ---- */

static struct node *make_list(uint32_t seed)
{
    struct node *head = 0;
    for (int index = 0; index < NODES; index++) {
        nodes[index] = (struct node){head, (int16_t)(next_random(&seed) & 0x3ff), (int16_t)index};
        head = &nodes[index];
    }
    return head;
}

static struct node *find(struct node *node, int16_t key)
{
    while (node != 0 && node->key != key)
        node = node->next;
    return node;
}

static struct node *reverse(struct node *node)
{
    struct node *done = 0;
    while (node != 0) {
        struct node *rest = node->next;
        node->next = done;
        done = node;
        node = rest;
    }
    return done;
}

typedef int compare(const struct node *a, const struct node *b);

static int by_key(const struct node *a, const struct node *b)
{
    return a->key != b->key ? a->key - b->key : a->rank - b->rank;
}

static int by_rank(const struct node *a, const struct node *b)
{
    return a->rank - b->rank;
}

static struct node *merge(struct node *a, struct node *b, compare *order)
{
    struct node first, *last = &first;
    while (a != 0 && b != 0) {
        struct node **lower = order(a, b) <= 0 ? &a : &b;
        last->next = *lower;
        last = *lower;
        *lower = last->next;
    }
    last->next = a != 0 ? a : b;
    return first.next;
}

/* Bottom-up: slot n holds a sorted list of 2^n nodes, like the digits of a binary counter. */
static struct node *sort(struct node *node, compare *order)
{
    struct node *slots[7] = {0};
    while (node != 0) {
        struct node *carry = node;
        unsigned slot = 0;
        node = node->next;
        carry->next = 0;
        for (; slot < 6 && slots[slot] != 0; slot++) {
            carry = merge(slots[slot], carry, order);
            slots[slot] = 0;
        }
        slots[slot] = merge(slots[slot], carry, order);
    }
    struct node *all = 0;
    for (unsigned slot = 0; slot < 7; slot++)
        all = merge(slots[slot], all, order);
    return all;
}

static uint16_t run_list(struct node **head, uint16_t crc, uint32_t round)
{
    struct node *found = find(*head, (int16_t)(round & 0x3ff));
    crc = crc16(crc, found != 0 ? (uint16_t)found->rank : 0xffffu);
    *head = sort(reverse(*head), (round & 1) != 0 ? by_key : by_rank);
    for (struct node *node = *head; node != 0 && node->next != 0; node = node->next->next)
        crc = crc16(crc, (uint16_t)(node->key ^ node->rank));
    return crc;
}

/* ---- matrix ---- */

static void make_matrices(uint32_t seed)
{
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++) {
            left[row][column] = (int16_t)(next_random(&seed) & 0xff);
            right[row][column] = (int16_t)(next_random(&seed) & 0xff);
        }
}

static void add_to_all(int16_t matrix[SIDE][SIDE], int16_t value)
{
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++)
            matrix[row][column] = (int16_t)(matrix[row][column] + value);
}

static void multiply(void)
{
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++) {
            int32_t sum = 0;
            for (int inner = 0; inner < SIDE; inner++)
                sum += left[row][inner] * right[inner][column];
            product[row][column] = sum;
        }
}

static uint16_t run_matrix(uint16_t crc, uint32_t round)
{
    int16_t shift = (int16_t)(round & 0x1f);
    add_to_all(left, shift);
    multiply();
    add_to_all(left, (int16_t)-shift);
    for (int row = 0; row < SIDE; row++) {
        int32_t folded = 0;
        for (int column = 0; column < SIDE; column++)
            folded ^= (product[row][column] >> (column & 7)) + column;
        crc = crc16(crc, (uint16_t)folded);
    }
    return crc;
}

/* ---- state machine ---- */

enum state { START, SIGN, INTEGER, POINT, FRACTION, EXPONENT, EXPONENT_SIGN, POWER, INVALID, STATES };

static const char numbers[] = "5012,-77,3.1416,+0.5e-3,12e6,1x9,.25,-,8e+,42,,"
                              "77.e1,-3e-12,0,9999999,6.02e23,+1,e5,7.7.7,";

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static enum state next_state(enum state state, char c)
{
    switch (state) {
    case START:
        return is_digit(c) ? INTEGER : c == '+' || c == '-' ? SIGN : c == '.' ? POINT : INVALID;
    case SIGN:
        return is_digit(c) ? INTEGER : c == '.' ? POINT : INVALID;
    case INTEGER:
        return is_digit(c) ? INTEGER : c == '.' ? FRACTION : c == 'e' ? EXPONENT : INVALID;
    case POINT:
        return is_digit(c) ? FRACTION : INVALID;
    case FRACTION:
        return is_digit(c) ? FRACTION : c == 'e' ? EXPONENT : INVALID;
    case EXPONENT:
        return is_digit(c) ? POWER : c == '+' || c == '-' ? EXPONENT_SIGN : INVALID;
    case EXPONENT_SIGN:
    case POWER:
        return is_digit(c) ? POWER : INVALID;
    default:
        return INVALID;
    }
}

static uint16_t run_states(uint16_t crc, uint32_t round)
{
    uint16_t ended[STATES] = {0};
    char *changed = &text[round % (sizeof numbers - 1)];
    char kept = *changed;
    enum state state = START;
    *changed ^= (char)(round & 3);
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == ',') {
            ended[state]++;
            state = START;
        } else {
            state = next_state(state, *at);
        }
    }
    *changed = kept;
    for (int index = 0; index < STATES; index++)
        crc = crc16(crc, ended[index]);
    return crc;
}

uint32_t bench_run(uint32_t iterations)
{
    struct node *head = make_list(0x2545f491u);
    uint16_t lists = 0, matrices = 0, states = 0;
    make_matrices(0x9e3779b9u);
    for (unsigned index = 0; index < sizeof numbers; index++)
        text[index] = numbers[index];
    for (uint32_t round = 0; round < iterations; round++) {
        lists = run_list(&head, lists, round);
        matrices = run_matrix(matrices, round);
        states = run_states(states, round);
    }
    return (uint32_t)lists << 16 | (uint16_t)(matrices ^ states);
}
