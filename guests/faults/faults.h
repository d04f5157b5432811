/* A guest that faults on purpose: faults/main.c says what is coming, then calls run_application() of one cause. */
#ifndef FAULTS_H
#define FAULTS_H

#include <stdint.h>

/* Every link of the chain stays a call of its own, so that the way to the fault can be told from the stack. */
#define LINK __attribute__((noipa))

struct cause {
    const char *name;
    /* What the guest says before. */
    const char *intent;
    /* The faults that get handlers of their own, bits of SHCSR; the others escalate to HardFault. */
    uint32_t handlers;
};

#define ALL_HANDLERS (SHCSR_MEMFAULTENA | SHCSR_BUSFAULTENA | SHCSR_USGFAULTENA)

extern const struct cause cause;

void run_application(void);

#endif
