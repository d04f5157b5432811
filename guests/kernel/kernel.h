/* A small pre-emptive kernel: fixed threads, fixed priorities, sleep, semaphores, one tick per millisecond. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdint.h>

#define TICKS_PER_SECOND 1000u

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
void semaphore_give(struct semaphore *semaphore);
void semaphore_take(struct semaphore *semaphore);
uint32_t kernel_ticks(void);

#endif
