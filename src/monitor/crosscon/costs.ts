/**
 * Processor cycles that each service of the hypervisor takes. The one table: nothing else is charged. No source gives
 * measured numbers (fact sheet crosscon-armv8m section 15); these are estimates of instructions plus flash waits at
 * 12 MHz.
 */
export const costs = {
  /** Reset handler: clear tables, copy .data, zero .bss. */
  resetHandler: 9000,
  consoleInit: 400,
  /** One turn of the loop that waits for the console. */
  consolePoll: 40,
  /** printk, per character, beside the wait. */
  consoleCharacter: 60,
  interruptsInit: 300,
  timerInit: 80,
  memoryInit: 6000,
  vmCreate: 3000,
  regionMap: 500,
  interruptAssign: 150,
  imageCopyWord: 8,
  schedulerStart: 120,
  /** The look at NVIC_IABR that begins every slice end. */
  activeInterruptCheck: 70,
  vmExit: 45,
  schedule: 220,
  contextSave: 160,
  contextRestore: 160,
  /** Loop over all interrupt ids of the build, saving or restoring, and each id that is the VM's. */
  interruptLoop: 480,
  interruptEach: 45,
  mpuSave: 110,
  mpuRestore: 110,
  /** Between the writes that make SysTick_NS reload a chosen value: its counter runs on meanwhile. */
  vtimerReload: 6,
  vtimerPutBack: 2,
  vtimerRestore: 30,
  sauRestore: 120,
  vmEntry: 45,
  firstEntry: 25,
  hypercallEntry: 95,
  hypercallDispatch: 30,
  hypercallIpc: 160,
  hypercallExit: 90,
  interruptService: 180,
} as const;
