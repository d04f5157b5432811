/** Why run() comes back to its host. src/core/core.ts lists the same reasons in the same order. */
export const EXIT_BUDGET: u32 = 0;
export const EXIT_SLEEP: u32 = 1;
export const EXIT_TRAP: u32 = 2;
export const EXIT_GAP: u32 = 3;
export const EXIT_LOCKUP: u32 = 4;
export const EXIT_RESET: u32 = 5;
export const EXIT_BREAK: u32 = 6;
export const EXIT_BREAKPOINT: u32 = 7;
export const EXIT_SEMIHOSTING: u32 = 8;
export const EXIT_SAMPLED: u32 = 9;
