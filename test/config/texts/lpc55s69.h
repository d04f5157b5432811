/* Shared by puf.c and shapes.c. */
#ifndef LPC55S69_H
#define LPC55S69_H

#define KIB(n) ((n) * 1024)
#define SRAM(n) (0x20000000 + (n) * KIB(64))
#define VM0_FLASH 0x20000
#define VM1_FLASH 0x48000

enum lpc55s69_irq { FLEXCOMM2_IRQ = 16 + 16, FLEXCOMM3_IRQ, PUF_IRQ = 56 + 16 };
#define SYSCON 0x40000000
#define ANACTRL 0x40013000
#define FLEXCOMM2 0x40088000
#define FLEXCOMM3 0x40089000
#define PUF 0x4003B000

#define REGION(at, bytes) { .base = (at), .size = (bytes) }
#define DEVICE(at, bytes) { .pa = (at), .va = (at), .size = (bytes) }
#define DEVICE_WITH_IRQ(at, bytes, ...) \
  { .pa = (at), .va = (at), .size = (bytes), \
    .interrupt_num = sizeof((irqid_t[]) { __VA_ARGS__ }) / sizeof(irqid_t), .interrupts = (irqid_t[]) { __VA_ARGS__ } }

#define SHARED_BASE 0x20027000
#define SHARED_SIZE 0x1000
#define SHARED_PAGE(index, irq) \
  { .base = SHARED_BASE, .size = SHARED_SIZE, .shmem_id = index, .interrupt_num = 1, .interrupts = (irqid_t[]) { irq } }

#include "lpc55s69.h" /* guarded: to no effect */
#endif
