/** The floating-point part of exception frames, and VLSTM and VLLDM, which keep the same words (DDI 0553). */
import { CPU_FPSCR, CPU_NSACR, CPU_S, SCRATCH_FRAME_WORD } from "../../gen/layout";
import { FLOAT, coprocessorDenial } from "./coprocessor";
import { FAULT_LSERR, FAULT_NOCP, FOR_SECURE } from "./fault";
import {
  CLRONRET,
  FPCA,
  FPSCR_BITS,
  FPSCR_OFFSET,
  LSPACT,
  LSPEN,
  clearRegisters,
  contextControl,
  contextOwner,
  floatActive,
  placeOf,
  registersKept,
  setContextControl,
} from "./float-control";
import { leaveForLater } from "./lazy-state";
import { FRAME_BYTES, popWord, pushWord } from "./stacking";

/** S0-S15, FPSCR and a word that is left alone. */
const LOWER_BYTES: u32 = 0x48;
const UPPER_BYTES: u32 = 0x40;
const NSACR_CP10: u32 = 0x400;

/** Non-secure code may have left FPCA set before Secure code took the unit away. */
function isWithheld(secure: u32): bool {
  return !secure && (load<u32>(CPU_NSACR) & NSACR_CP10) == 0;
}

/** What the floating-point part adds to a frame of state `secure`. */
export function floatBytes(secure: u32): u32 {
  return registersKept(secure) == 32 ? LOWER_BYTES + UPPER_BYTES : LOWER_BYTES;
}

/** Size of the frame that an exception pushes now. */
export function frameBytes(secure: u32): u32 {
  let isExtended = (floatActive() & FPCA) != 0 && !isWithheld(secure);
  return isExtended ? FRAME_BYTES + floatBytes(secure) : FRAME_BYTES;
}

/**
 * Exception entry with FPCA set: the registers are pushed behind the basic frame, or left for later. `isIntact` says
 * that nothing has gone wrong with the frame yet; otherwise nothing more is written to it. Returns the fault's kind, 0
 * for none.
 */
export function pushFloat(frame: u32, secure: u32, privileged: u32, isIntact: bool): u32 {
  if (contextControl(contextOwner()) & LSPACT) return FAULT_LSERR;
  if (isWithheld(secure)) return FAULT_NOCP | FOR_SECURE;
  if (contextControl(1) & LSPEN) {
    leaveForLater(frame + FRAME_BYTES, true);
    return 0;
  }
  let fault = coprocessorDenial(FLOAT, secure, privileged);
  if (fault != 0) return isIntact ? fault : 0;
  if (isIntact) fault = pushRegisters(frame + FRAME_BYTES, secure, privileged);
  clearRegisters(registersKept(secure));
  return fault;
}

function pushRegisters(base: u32, secure: u32, privileged: u32): u32 {
  let count = registersKept(secure);
  for (let index: u32 = 0; index < count; index++) {
    let fault = pushWord(base + placeOf(index), load<u32>(CPU_S + (index << 2)), secure, privileged);
    if (fault != 0) return fault;
  }
  return pushWord(base + FPSCR_OFFSET, load<u32>(CPU_FPSCR), secure, privileged);
}

/**
 * Exception return to a frame with floating-point registers, which lie at `base`: they are read back, unless they are
 * still where they were. Returns the fault's kind, 0 for none; after a failed read the registers are zero.
 */
export function popFloat(base: u32, secure: u32, privileged: u32): u32 {
  if (!secure && contextControl(1) & LSPACT) return FAULT_LSERR;
  if (contextControl(secure) & LSPACT) {
    setContextControl(secure, LSPACT, 0);
    return 0;
  }
  let denial = coprocessorDenial(FLOAT, secure, privileged);
  if (denial != 0) return denial;
  let count = registersKept(secure);
  let fault: u32 = 0;
  for (let index: u32 = 0; index < count && fault == 0; index++) {
    fault = popWord(base + placeOf(index), CPU_S + (index << 2), secure, privileged);
  }
  if (fault == 0) fault = popWord(base + FPSCR_OFFSET, SCRATCH_FRAME_WORD, secure, privileged);
  if (fault == 0) store<u32>(CPU_FPSCR, load<u32>(SCRATCH_FRAME_WORD) & FPSCR_BITS);
  else clearRegisters(count);
  return fault;
}

/**
 * FPCCR.CLRONRET: what a handler has left in the registers that calls do not preserve is cleared on return. Returns the
 * fault's kind where a Secure frame still waits for what is in them.
 */
export function clearOnReturn(): u32 {
  if ((contextControl(1) & CLRONRET) == 0 || (floatActive() & FPCA) == 0) return 0;
  if (contextControl(1) & LSPACT) return FAULT_LSERR;
  clearRegisters(16);
  return 0;
}
