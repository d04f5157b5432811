/**
 * Everything of the monitor that changes: one block in the machine's memory. Arrays are indexed by VM, `vm * n + i`
 * where n > 1.
 */
import { array, block, u8, u32, type View } from "../../state/layout.ts";
import { mpuRegions, sauEntries } from "./platform.ts";

export const maxVms = 8;
/** NVIC words that interrupt ids reach: 64 lines. */
export const lineWords = 2;
/** Value of an index field that names no VM. */
export const noVm = 0xff;

export const phases = { off: 0, booting: 1, running: 2, frozen: 3 } as const;

const perVm = array(u32, maxVms);

export const crossconBlock = block("crosscon", {
  /** One of `phases`. */
  phase: u32,
  vmCount: u32,
  /** The VM whose state the processor holds (cpu()->vcpu). */
  current: u32,
  /** Round robin: VM indices, head first. */
  queue: array(u8, maxVms),
  switches: u32,
  hypercalls: u32,

  /** Set once a VM has been entered (first_run). */
  entered: array(u8, maxVms),
  /** R4-R11 at the last exit. */
  callee: array(u32, maxVms * 8),
  excReturn: perVm,
  mspNs: perVm,
  pspNs: perVm,
  msplimNs: perVm,
  psplimNs: perVm,
  basepriNs: perVm,
  primaskNs: perVm,
  faultmaskNs: perVm,
  controlNs: perVm,

  icsr: perVm,
  vtor: perVm,
  aircr: perVm,
  scr: perVm,
  ccr: perVm,
  shpr1: perVm,
  shpr2: perVm,
  shpr3: perVm,
  shcsr: perVm,
  mmfar: perVm,
  bfar: perVm,
  csselr: perVm,
  cpacr: perVm,
  dhcsr: perVm,
  dcrdr: perVm,
  demcr: perVm,
  dauthctrl: perVm,

  mpuCtrl: perVm,
  mpuRnr: perVm,
  mpuMair0: perVm,
  mpuMair1: perVm,
  mpuRbar: array(u32, maxVms * mpuRegions),
  mpuRlar: array(u32, maxVms * mpuRegions),

  timerCsr: perVm,
  timerRvr: perVm,
  timerCvr: perVm,

  /** Lines that the VM had enabled when it was left, and lines to pend when it is entered, by NVIC word. */
  interruptEnabled: array(u32, maxVms * lineWords),
  interruptPending: array(u32, maxVms * lineWords),

  sauRbar: array(u32, maxVms * sauEntries),
  sauRlar: array(u32, maxVms * sauEntries),
  /** Bit i: entry i is taken. */
  sauTaken: perVm,

  /** Interrupt id -> VM + 1; 0 free. Only ids below 16 + 64. */
  interruptOwner: array(u8, 80),

  /** absentIrq `switch`: the id being served, its owner, and the VM it displaced (`noVm` outside). */
  serviceInterrupt: u32,
  serviceOwner: u32,
  displaced: u32,
});

export type CrossconState = View<(typeof crossconBlock)["fields"]>;
