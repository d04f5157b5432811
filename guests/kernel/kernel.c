#include "kernel.h"

#include "armv8m.h"
#include "lpc55s69.h"
#include "vectors.h"

#define THREADS 4u
#define IDLE_STACK_WORDS 64u

struct thread threads[THREADS];
struct thread *current_thread;
static uint32_t thread_count;
static volatile uint32_t tick_count;
static uint32_t idle_stack[IDLE_STACK_WORDS] __attribute__((aligned(8)));

static void idle(void)
{
    for (;;)
        wait_for_interrupt();
}

/* A thread begins as if it had just been preempted before its first instruction. */
void thread_create(const char *name, void (*entry)(void), uint32_t priority, uint32_t *stack, uint32_t stack_words)
{
    struct thread *thread = &threads[thread_count++];
    uint32_t *frame = stack + stack_words - 8;
    frame[5] = 0xffffffffu;
    frame[6] = (uint32_t)entry & ~1u;
    frame[7] = 0x01000000u;
    thread->stack_pointer = frame - 8;
    thread->name = name;
    thread->priority = priority;
    thread->stack_lowest = stack;
    thread->stack_words = stack_words;
    thread->state = THREAD_READY;
}

static struct thread *highest_ready(void)
{
    struct thread *best = 0;
    for (uint32_t index = 0; index < thread_count; index++) {
        struct thread *thread = &threads[index];
        if (thread->state == THREAD_READY && (best == 0 || thread->priority > best->priority))
            best = thread;
    }
    return best;
}

/* Before the first thread runs there is nothing to switch from; SVC will find the right one. */
static void reschedule(void)
{
    if (current_thread != 0 && highest_ready() != current_thread)
        ICSR = ICSR_PENDSVSET;
}

__attribute__((used)) static uint32_t *switch_stack(uint32_t *stack_pointer)
{
    current_thread->stack_pointer = stack_pointer;
    current_thread = highest_ready();
    return current_thread->stack_pointer;
}

/* Saves R4-R11 beside the hardware's frame on the process stack and changes to the next thread's. */
__attribute__((naked)) void pendsv_handler(void)
{
    __asm volatile("mrs r0, psp\n\t"
                   "stmdb r0!, {r4-r11}\n\t"
                   "mov r4, lr\n\t"
                   "bl switch_stack\n\t"
                   "mov lr, r4\n\t"
                   "ldmia r0!, {r4-r11}\n\t"
                   "msr psp, r0\n\t"
                   "bx lr\n\t");
}

__attribute__((used)) static uint32_t *first_stack(void)
{
    current_thread = highest_ready();
    return current_thread->stack_pointer;
}

/* SVC 0 starts the first thread: Thread mode on the process stack. */
__attribute__((naked)) void svcall_handler(void)
{
    __asm volatile("bl first_stack\n\t"
                   "ldmia r0!, {r4-r11}\n\t"
                   "msr psp, r0\n\t"
                   "ldr lr, =0xffffffbc\n\t"
                   "bx lr\n\t");
}

void kernel_start(void)
{
    thread_create("idle", idle, 0, idle_stack, IDLE_STACK_WORDS);
    SHPR3 = 0xe0u << 16;
    start_systick(CORE_HZ / TICKS_PER_SECOND);
    enable_interrupts();
    __asm volatile("svc 0");
}

void systick_handler(void)
{
    tick_count++;
    for (uint32_t index = 0; index < thread_count; index++) {
        struct thread *thread = &threads[index];
        if (thread->state == THREAD_SLEEPING && thread->wake_tick == tick_count)
            thread->state = THREAD_READY;
    }
    reschedule();
}

void thread_sleep(uint32_t ticks)
{
    disable_interrupts();
    current_thread->wake_tick = tick_count + ticks;
    current_thread->state = THREAD_SLEEPING;
    reschedule();
    enable_interrupts();
}

void semaphore_give(struct semaphore *semaphore)
{
    uint32_t before = mask_interrupts();
    semaphore->count++;
    for (uint32_t index = 0; index < thread_count; index++) {
        struct thread *thread = &threads[index];
        if (thread->state == THREAD_WAITING && thread->waits_for == semaphore)
            thread->state = THREAD_READY;
    }
    reschedule();
    restore_interrupts(before);
}

void semaphore_take(struct semaphore *semaphore)
{
    disable_interrupts();
    while (semaphore->count == 0) {
        current_thread->waits_for = semaphore;
        current_thread->state = THREAD_WAITING;
        reschedule();
        enable_interrupts();
        disable_interrupts();
    }
    semaphore->count--;
    enable_interrupts();
}

uint32_t kernel_ticks(void)
{
    return tick_count;
}
