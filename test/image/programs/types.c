/* Every shape of data that a kernel's structures are made of. */
#include <stddef.h>
#include <stdint.h>

enum colour { RED, GREEN = 7, BLUE = -2 };
enum small { ONE = 1, TWO } __attribute__((packed));

struct node {
    struct node *next, *previous;
};

typedef struct {
    uint8_t tag;
    int16_t height;
} unnamed_t;

typedef volatile unsigned long count_t;
typedef count_t const_count_t;

struct hidden;

struct bits {
    unsigned low : 3;
    signed middle : 7;
    unsigned : 4;
    unsigned high : 18;
    uint8_t flag : 1;
    uint64_t wide : 40;
};

struct __attribute__((packed)) tight {
    uint8_t first;
    uint32_t second;
    uint16_t third : 5;
    uint16_t fourth : 11;
};

struct outer {
    union {
        struct node node;
        struct {
            int8_t priority;
            uint8_t locked;
        };
        uint16_t both;
    };
    const char *const name;
    enum colour colour;
    enum small small;
    const_count_t count;
    void *anything;
    struct hidden *secret;
    int (*compare)(const struct outer *, const struct outer *);
    char text[20];
    uint16_t grid[3][5];
    unnamed_t pairs[2];
    struct node *list[4];
    double ratio;
    float part;
    _Bool yes;
    long long ticks;
    struct bits bits;
    struct tight tight;
};

/* GDB takes the last member for one element. */
struct flexible {
    int count;
    uint16_t rest[];
};

struct empty_array {
    int count;
    int items[0];
};

struct outer first_outer;
static struct outer second_outer[3];
struct node ring = {&ring, &ring};
static volatile uint32_t file_own = 5;
struct empty_array none;
struct flexible open_ended;
unnamed_t unnamed;
extern int declared_first;
int declared_first = 9;
const enum colour favourite = GREEN;
uint64_t *const pointer_to_wide = 0;

int main(void)
{
    static int inside = 3;
    second_outer[1].count++;
    file_own += (uint32_t)second_outer[2].grid[1][2] + (uint32_t)inside++;
    first_outer.ticks = (long long)(uintptr_t)pointer_to_wide + none.count + open_ended.count + unnamed.tag + (int)favourite;
    for (;;) {
        ring.next = ring.next->previous;
    }
}
