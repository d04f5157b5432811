/* A small pre-emptive kernel: fixed threads, fixed priorities, sleep, semaphores, a tick of 20 ms. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdint.h>

/*
 * The tick is longer than the 10 ms for which another VM may have the processor: the hypervisor's virtual timer makes
 * up for such an absence, but delivers at most one tick for it (fact sheet crosscon-armv8m, section 8). A tick of 1 ms
 * would lose nine of ten.
 */
#define TICKS_PER_SECOND 50u

enum thread_state { THREAD_UNUSED, THREAD_READY, THREAD_SLEEPING, THREAD_WAITING };

struct semaphore {
    volatile uint32_t count;
};

struct thread {
    uint32_t *stack_pointer;
    const char *name;
    enum thread_state state;
    /* Higher runs first. */
    uint32_t priority;
    uint32_t wake_tick;
    struct semaphore *waits_for;
    uint32_t *stack_lowest;
    uint32_t stack_words;
};

void thread_create(const char *name, void (*entry)(void), uint32_t priority, uint32_t *stack, uint32_t stack_words);
/* Never returns: the highest ready thread runs. */
void kernel_start(void);
void thread_sleep(uint32_t ticks);
/* From threads and from interrupt handlers. */
void semaphore_give(struct semaphore *semaphore);
/* From threads only: sleeps until there is one to take. */
void semaphore_take(struct semaphore *semaphore);
uint32_t kernel_ticks(void);

#endif
