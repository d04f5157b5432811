/**
 * MRS, MSR and CPS: special registers by their SYSm number (DDI 0553, D1.2 and the MRS/MSR pages). Bit 7 selects _NS.
 */
import {
  BOARD_HAS_FPU,
  BOARD_PRIORITY_BITS,
  CPU_BASEPRI,
  CPU_FAULTMASK,
  CPU_IPSR,
  CPU_NSACR,
  CPU_PRIMASK,
  CPU_SPLIM,
} from "../gen/layout";
import {
  controlOf,
  isHandler,
  isPrivileged,
  isSecure,
  readStackPointer,
  selectProcessStack,
  setControl,
  stackLimit,
  writeStackPointer,
} from "../profile/m/banks";
import { refreshBypass } from "../profile/m/bypass";
import { FAULT_STKOF, raise } from "../profile/m/fault";
import { FPCA, SFPA, floatActive, setFloatActive } from "../profile/m/float-control";
import { recheckPending } from "../profile/m/interrupts";
import { executionPriority } from "../profile/m/priority";
import { packApsr, unpackFlags, unpackGE } from "../profile/m/psr";
import { checksLimit } from "../profile/m/stacking";

const SP_NS: u32 = 0x98;
/** Where an alias of BASEPRI_MAX would be: there is none, and nothing happens. */
const NO_BASEPRI_MAX: u32 = 0x92;

/** Security bank that SYSm names: its own, or Non-secure; 2 where a Non-secure alias is read from Non-secure state. */
function bankOf(sysm: u32): u32 {
  let secure = isSecure();
  if ((sysm & 0x80) == 0) return secure;
  return secure ? 0 : 2;
}

export function readSpecial(sysm: u32): u32 {
  let privileged = isPrivileged(isSecure());
  if (sysm < 8) {
    let value: u32 = 0;
    if (sysm & 1 && privileged) value |= load<u32>(CPU_IPSR);
    return sysm & 4 ? value : value | packApsr();
  }
  let bank = bankOf(sysm);
  if (bank == 2 || sysm == NO_BASEPRI_MAX) return 0;
  let cell = bank << 2;
  if ((sysm & 0x7f) == 20) return readControl(bank);
  if (!privileged) return 0;
  switch (sysm & 0x7f) {
    case 8:
      return readStackPointer(bank << 1);
    case 9:
      return readStackPointer((bank << 1) | 1);
    case 10:
      return stackLimit(bank << 1);
    case 11:
      return stackLimit((bank << 1) | 1);
    case 16:
      return load<u32>(CPU_PRIMASK + cell);
    case 17:
    case 18:
      return load<u32>(CPU_BASEPRI + cell);
    case 19:
      return load<u32>(CPU_FAULTMASK + cell);
    default:
      return sysm == SP_NS ? readStackPointer(nonSecureStack()) : 0;
  }
}

/** CONTROL shows FPCA to both states, SFPA to Secure state only. */
function readControl(bank: u32): u32 {
  return (controlOf(bank) & 3) | (floatActive() & (bank != 0 ? FPCA | SFPA : FPCA));
}

/** The stack that Non-secure code would use in the current mode. */
function nonSecureStack(): u32 {
  return !isHandler() && controlOf(0) & 2 ? 1 : 0;
}

export function writeSpecial(sysm: u32, mask: u32, value: u32): void {
  if (sysm < 8) {
    if ((sysm & 4) == 0 && mask & 2) unpackFlags(value);
    if ((sysm & 4) == 0 && mask & 1) unpackGE(value);
    return;
  }
  let bank = bankOf(sysm);
  let number = sysm & 0x7f;
  if (bank == 1 && number == 20) writeSecureActive(value);
  if (bank == 2 || sysm == NO_BASEPRI_MAX || !isPrivileged(isSecure())) return;
  if (number >= 8 && number <= 11) writeStackRegister(number, bank, value);
  else if (number >= 16 && number <= 19) writeMask(number, bank, value);
  else if (number == 20) writeControl(bank, value);
  else if (sysm == SP_NS) writeNonSecureStack(value);
}

function writeStackRegister(number: u32, bank: u32, value: u32): void {
  let index = (bank << 1) | (number & 1);
  if (number < 10) writeStackPointer(index, value);
  else store<u32>(CPU_SPLIM + (index << 2), value & ~7);
}

function writeNonSecureStack(value: u32): void {
  let index = nonSecureStack();
  if (value < stackLimit(index) && checksLimit(0)) raise(FAULT_STKOF, value);
  else writeStackPointer(index, value);
}

function writeMask(number: u32, bank: u32, value: u32): void {
  let cell = bank << 2;
  if (number == 16) store<u32>(CPU_PRIMASK + cell, value & 1);
  else if (number == 19) writeFaultMask(cell, value & 1);
  else {
    let implemented = value & (0xff00 >>> load<u32>(BOARD_PRIORITY_BITS)) & 0xff;
    let before = load<u32>(CPU_BASEPRI + cell);
    if (number == 17 || (implemented != 0 && (implemented < before || before == 0))) {
      store<u32>(CPU_BASEPRI + cell, implemented);
    }
  }
  recheckPending();
}

/** FAULTMASK can be set only below the priority of HardFault. */
function writeFaultMask(cell: u32, value: u32): void {
  if (value == 0 || executionPriority() > -1) store<u32>(CPU_FAULTMASK + cell, value);
  refreshBypass();
}

/** SFPA: unprivileged Secure code may write it too. */
function writeSecureActive(value: u32): void {
  if (load<u32>(BOARD_HAS_FPU)) setFloatActive(SFPA, value & SFPA);
}

/**
 * nPRIV, SPSEL, and FPCA where NSACR allows it. Handler mode may write SPSEL; what it selects is used in Thread mode.
 */
function writeControl(bank: u32, value: u32): void {
  setControl(bank, (controlOf(bank) & ~1) | (value & 1));
  let isWithheld = bank == 0 && (load<u32>(CPU_NSACR) & 0x400) == 0;
  if (load<u32>(BOARD_HAS_FPU) && !isWithheld) setFloatActive(FPCA, value & FPCA);
  selectProcessStack(bank, (value >>> 1) & 1);
}

/** CPS: bit 4 disables, bit 1 PRIMASK, bit 0 FAULTMASK. */
export function changeProcessorState(change: u32): void {
  let secure = isSecure();
  if (!isPrivileged(secure)) return;
  let cell = secure << 2;
  let disable = (change >>> 4) & 1;
  if (change & 2) store<u32>(CPU_PRIMASK + cell, disable);
  if (change & 1) writeFaultMask(cell, disable);
  recheckPending();
}
