/**
 * The processor's state, in one block. Two-element arrays are banked by security state: [0] Non-secure, [1] Secure.
 * Names are those of the Armv8-M Architecture Reference Manual (DDI 0553). src/gen prints these offsets for assembly/.
 */
import { array, block, u8, u32, u64 } from "./layout.ts";
import { pageBytes, physicalLimitBytes } from "./memory-map.ts";

/** External interrupt lines the arrays have room for (16 words of 32). */
export const maxInterruptLines = 512;
export const maxMpuRegions = 16;
export const maxSauRegions = 8;
export const maxMemoryRegions = 32;
export const maxIdauRegions = 32;

const banked = array(u32, 2);
const lineWords = array(u32, maxInterruptLines / 32);

export const cpuBlock = block("cpu", {
  /** R0-R12, the current SP, LR, and PC (the address of the next instruction whenever the core is stopped). */
  r: array(u32, 16),
  /** Bit 31 is N. Canonical when stopped: 0 or 0x80000000. */
  flagN: u32,
  /** Zero means Z is set. Canonical when stopped: 0 or 1. */
  flagZ: u32,
  flagC: u32,
  flagV: u32,
  flagQ: u32,
  flagGE: u32,
  itstate: u32,
  /** S0-S31 of the floating-point extension; D<n> is S<2n> (low word) and S<2n+1>. */
  s: array(u32, 32),
  /** N, Z, C, V, AHP, DN, FZ, RMode and the cumulative exception bits, as FPSCR reads. */
  fpscr: u32,
  /** EPSR.T. */
  thumb: u32,
  ipsr: u32,
  /** 1 in Secure state. */
  secure: u32,
  /** Stack pointers: Main NS, Process NS, Main S, Process S. The one in use lives in r[13]; its place here is stale. */
  sp: array(u32, 4),
  splim: array(u32, 4),
  /** nPRIV 1, SPSEL 2, FPCA 4 (kept in [1] only), SFPA 8 ([1] only). */
  control: banked,
  primask: banked,
  faultmask: banked,
  basepri: banked,
  /** 1 after WFI, 2 after WFE, 0 awake. */
  sleeping: u32,
  eventRegister: u32,
  lockup: u32,
  /** Local exclusive monitor: size in bytes of the marked access, 0 when open. */
  exclusiveSize: u32,
  exclusiveAddress: u32,
  /** Retired instruction positions. */
  ticks: u64,
  /** Processor cycles that no instruction accounts for: sleep and charged services. cycle = ticks + extraCycles. */
  extraCycles: u64,
  /** beat = anchorBeat + (cycle - anchorCycle) * beatsPerCycle; re-anchored when the processor clock changes. */
  anchorCycle: u64,
  anchorBeat: u64,
  beatsPerCycle: u32,
  /** External reference of SysTick (CLKSOURCE 0): processor cycles per count; 0 = no reference. */
  systickReferenceCycles: u32,
  /** SYST_CALIB as read in each state. */
  systickCalibration: banked,

  vtor: banked,
  /** PRIGROUP, bits 10:8 moved down. */
  prigroup: banked,
  /** Secure AIRCR bits: SYSRESETREQS 8, BFHFNMINS 0x2000, PRIS 0x4000. */
  aircrSecure: u32,
  /** Not 0 once a system reset was asked for; the machine acts on it. 1 = software, by AIRCR. */
  resetRequest: u32,
  scr: banked,
  ccr: banked,
  /** Priorities of exceptions 4-15, byte n-4: Non-secure bank then Secure bank. */
  shpr: array(u8, 24),
  /** SHCSR enables by bank: MEMFAULTENA 0x10000, BUSFAULTENA 0x20000, USGFAULTENA 0x40000, SECUREFAULTENA 0x80000. */
  shcsrEnables: banked,
  /** Bit n: system exception n pending / active in this bank. */
  systemPending: banked,
  systemActive: banked,
  cfsr: banked,
  hfsr: u32,
  dfsr: u32,
  mmfar: banked,
  bfar: u32,
  afsr: u32,
  sfsr: u32,
  sfar: u32,
  cpacr: banked,
  nsacr: u32,
  cppwr: u32,
  /** FPCCR: banked bits in their bank, the others in [1]. */
  fpccr: banked,
  fpcar: banked,
  fpdscr: banked,
  csselr: banked,
  actlr: banked,
  demcr: u32,
  dauthctrl: u32,
  dhcsr: u32,
  dcrdr: u32,

  interruptEnabled: lineWords,
  interruptPending: lineWords,
  interruptActive: lineWords,
  /** NVIC_ITNS: 1 = targets Non-secure. */
  interruptTarget: lineWords,
  /** Level of each line as driven by the devices. */
  interruptLevel: lineWords,
  interruptPriority: array(u8, maxInterruptLines),
  /** 1 when pending, masks or priorities changed since the last search for an exception to take. */
  recheck: u32,

  mpuCtrl: banked,
  mpuRnr: banked,
  mpuMair0: banked,
  mpuMair1: banked,
  mpuRbarNs: array(u32, maxMpuRegions),
  mpuRlarNs: array(u32, maxMpuRegions),
  mpuRbarS: array(u32, maxMpuRegions),
  mpuRlarS: array(u32, maxMpuRegions),
  sauCtrl: u32,
  sauRnr: u32,
  sauRbar: array(u32, maxSauRegions),
  sauRlar: array(u32, maxSauRegions),

  systickCsr: banked,
  systickRvr: banked,
  /** Processor cycles per count of the lap that runs; 0 while not counting. */
  systickCyclesPerCount: banked,
  /** Not counting: the value. Counting: how many counts left mean that it stands at zero (reload + 1, or none). */
  systickCvr: banked,
  /** While counting: the cycle at which the counter next reaches zero; 64 bits each as two words. */
  systickZeroLow: banked,
  systickZeroHigh: banked,
  dwtCtrl: u32,
  /** cyccnt = low word of cycle - dwtBase. */
  dwtBase: u64,
  dwtCyccntStopped: u32,
});

/** What the board declares of the processor and its memory; constant during a run. */
export const boardBlock = block("board", {
  cpuid: u32,
  interruptLines: u32,
  /** Priority bits implemented: 3 on LPC55S69. */
  priorityBits: u32,
  mpuRegionsNs: u32,
  mpuRegionsS: u32,
  sauRegions: u32,
  vtorMask: u32,
  /** Reset values of VTOR: Non-secure, Secure. */
  vtorReset: banked,
  hasFpu: u32,
  hasDsp: u32,
  /** Physical memories: guest base, size, host address, attributes (1 = RAM writable, 0 = read-only to the bus). */
  memoryCount: u32,
  memoryBase: array(u32, maxMemoryRegions),
  memorySize: array(u32, maxMemoryRegions),
  memoryHost: array(u32, maxMemoryRegions),
  memoryWritable: array(u32, maxMemoryRegions),
  /** 1 = each page lets only those transactions through whose security is its bit in `pageNonSecure`. */
  memoryGuarded: array(u32, maxMemoryRegions),
  /** Bit per page of physical memory. */
  pageNonSecure: array(u32, physicalLimitBytes / pageBytes / 32),
  /** IDAU: base, last address, attribute (0 = NS, 1 = S, 3 = S and NSC-capable, 4 = exempt), IREGION number. */
  idauCount: u32,
  idauBase: array(u32, maxIdauRegions),
  idauLast: array(u32, maxIdauRegions),
  idauAttribute: array(u32, maxIdauRegions),
  /** Secure fetches in [trapBase, trapLimit) stop the core with reason `trap`: entry points that a monitor serves. */
  trapBase: u32,
  trapLimit: u32,
  /** 1 = a debugger serves BKPT 0xAB: the core stops behind it with reason `semihosting`. */
  semihosting: u32,
});
