/* Everything C lets one write that a configuration might: lists of their own, designators in any nesting, conditions. */
#include <config.h>
#include "lpc55s69.h"
#pragma once
# /* a null directive */

#define ARRAY_SIZE(list) (sizeof(list) / sizeof((list)[0]))
#define TIME_MS(ms) ((ms) * (PLAT_TIMER_FREQ / 1000))
#define JOIN(a, b) a##b
#define JOINED(a, b) JOIN(a, b)
#define BASE_OF_FLASH 0x40000
#define WIFI 1
#define LONG_LINE 0x10 + \
  0x20

typedef unsigned long address_t;
typedef struct vm_mem_region region_t, *region_pointer;
enum { FIRST, SECOND = 5, THIRD, NEGATIVE = -2, AFTER };
static const uint32_t page_size = 0x1000;
static const int minus_one = -1;

_Static_assert(ARRAY_SIZE(((int[]){1, 2, 3})) == 3, "three");
static_assert(sizeof(struct vm_mem_region) >= 17, "colors and place_phys count, too");

extern struct vm_config last;
static irqid_t shared_interrupts[] = { [2] = 34, 35, [0] = 32, 33 };
struct vm_mem_region regions[4] = {
  0x20010000, 0x7000, 0, true, 0x20010000,
  [3].size = 3 * page_size, [1] = { .size = sizeof(long long) }, { .base = sizeof(region_t *) > 2 ? 0x100 : 0x200 },
};

#if defined(WIFI) && WIFI > 0 && !defined NO_WIFI
#  define DEVICES 3
#elif 1
#  error "not reached, and its quote isn't closed
#else
#  define DEVICES 1
#endif

struct vm_config first = {
#ifdef WIFI
  .image.base_addr = JOINED(BASE_OF_, FLASH), .image.size = LONG_LINE,
#else
  .image = VM_IMAGE_LOADED(0, 0, 0),
#endif
  .entry = BASE_OF_FLASH | FIRST,
  .type = 'A' - 'A' + THIRD - SECOND - 1,
  .platform.regions = regions, .platform.region_num = ARRAY_SIZE(regions), .platform = {
    .cpu_num = 1,
    .regions = &regions[1], .region_num = ARRAY_SIZE(regions) - 1,
    .dev_num = DEVICES,
    .devs = (struct vm_dev_region[]) {
      [0 ... 1] = { .pa = TIME_MS(10), .va = TIME_MS(10), .size = 1u << 12, .interrupt_num = 4, .interrupts = shared_interrupts },
      [2].pa = 0777, 0b1010, (address_t)-1 / 2 % 4096, ARRAY_SIZE(shared_interrupts) - 1, [2].interrupts = shared_interrupts + 1,
    },
  },
};

struct vm_config last = {
  .entry = (uint32_t) ((address_t) -1 - 0xfffffffeUL + (minus_one < 0 ? 7 : 9)),
  .image = (struct vm_image) { .load_addr = !0 + ~0x7fu / 2 - (5 > 3 && 2 != 2), .size = 'a' + '\n' + '\x10' + '\0' },
  .platform = {
    .region_num = 2,
    .regions = (region_t[]) { { (uint8_t) 0x1ff, (int16_t) 0xffff == -1 }, { sizeof(1 ? 1 : 1ll), -7 / 2 + 100 + (-7 % 3) } },
    .ipc_num = 1,
    .ipcs = &(struct ipc) { .base = 1 ? 2 : 1 / 0, .size = (0 && 1 / 0) + 0x80000000 + 4, .shmem_id = -1 < 0u },
    .dev_num = 1,
    .devs = (struct vm_dev_region[]) { { .pa = NEGATIVE * AFTER ^ 0xff, .va = 1 << 31, .size = 0xffffffff + 1ll >> 4 } },
  },
};

struct vm_config *list[] = { &first, &last, };
struct config config = { .vmlist_size = ARRAY_SIZE(list), .vmlist = list };
