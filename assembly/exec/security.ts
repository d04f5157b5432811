/** Crossing between security states by instruction, and asking about addresses: SG, BXNS, BLXNS, TT. */
import { CPU_CONTROL, CPU_IPSR, CPU_ITSTATE, CPU_R, CPU_THUMB, SCRATCH_CURRENT_PC, SCRATCH_FAULT } from "../gen/layout";
import { NOTE_SECURITY, tell } from "../note";
import { activeStack, isHandler, isPrivileged, isSecure, stackLimit, switchSecurity } from "../profile/m/banks";
import { FAULT_STKOF, FAULT_UNDEFINSTR, raise } from "../profile/m/fault";
import {
  ATTRIBUTE_EXEMPT,
  ATTRIBUTE_NS,
  CAN_READ,
  CAN_WRITE,
  IDAU_HIT,
  IDAU_REGION_SHIFT,
  MPU_HIT,
  MPU_REGION_SHIFT,
  SAU_HIT,
  SAU_REGION_SHIFT,
  attributionOf,
  mpuOf,
} from "../profile/m/protection";
import { checksLimit } from "../profile/m/stacking";
import { writeMemory } from "../mem/access";
import { exchangeSlow } from "./branch";

const SFPA: u32 = 8;

/**
 * SG enters Secure state when Non-secure code runs it in Non-secure-callable memory. Met in Secure state it only ends
 * an IT block, in Non-secure memory it does nothing.
 */
export function secureGateway(): void {
  let address = load<u32>(SCRATCH_CURRENT_PC);
  if (isSecure()) store<u32>(CPU_ITSTATE, 0);
  if (isSecure() || (attributionOf(address) & 3) == ATTRIBUTE_NS) return;
  store<u32>(CPU_R + 56, load<u32>(CPU_R + 56) & ~1);
  store<u32>(CPU_CONTROL + 4, load<u32>(CPU_CONTROL + 4) & ~SFPA);
  store<u32>(CPU_ITSTATE, 0);
  switchSecurity(1);
  tell(NOTE_SECURITY, 1, address);
}

/** Continue at an even address in Non-secure state. */
function leaveSecure(target: u32): void {
  store<u32>(CPU_CONTROL + 4, load<u32>(CPU_CONTROL + 4) & ~SFPA);
  switchSecurity(0);
  store<u32>(CPU_ITSTATE, 0);
  store<u32>(CPU_THUMB, 1);
  store<u32>(CPU_R + 60, target & ~1);
  tell(NOTE_SECURITY, 0, target);
}

/**
 * BXNS: bit 0 of the target set means that it is Secure, unless it is an exception return. UNDEFINED in Non-secure
 * state.
 */
export function branchNonSecure(target: u32): void {
  if (!isSecure()) raise(FAULT_UNDEFINSTR, 0);
  else if (target & 1 || (isHandler() && target >= 0xff000000)) exchangeSlow(target, 0);
  else leaveSecure(target);
}

/** BLXNS pushes return address and IPSR on the Secure stack and gives Non-secure code FNC_RETURN as its link. */
export function callNonSecure(target: u32, returnAddress: u32): void {
  if (!isSecure()) {
    raise(FAULT_UNDEFINSTR, 0);
    return;
  }
  if (target & 1) {
    store<u32>(CPU_R + 56, returnAddress | 1);
    exchangeSlow(target, 1);
    return;
  }
  let frame = load<u32>(CPU_R + 52) - 8;
  if (frame < stackLimit(activeStack()) && checksLimit(1)) {
    raise(FAULT_STKOF, frame);
    return;
  }
  let exception = load<u32>(CPU_IPSR);
  let sfpa = (load<u32>(CPU_CONTROL + 4) & SFPA) << 17;
  writeMemory(frame, returnAddress | 1, 4, 0);
  if (load<u32>(SCRATCH_FAULT) != 0) return;
  writeMemory(frame + 4, exception | sfpa, 4, 0);
  if (load<u32>(SCRATCH_FAULT) != 0) return;
  store<u32>(CPU_R + 52, frame);
  store<u32>(CPU_R + 56, 0xfeffffff);
  if (exception != 0) {
    // The number of a Secure exception is nobody's business in Non-secure state.
    store<u32>(CPU_IPSR, 1);
  }
  leaveSecure(target);
}

/** TT (0), TTT (1), TTA (2), TTAT (3): attributes and rights of an address (DDI 0553, TTResp). */
export function testTarget(address: u32, form: u32): u32 {
  let secure = isSecure();
  let alternate = (form & 2) != 0;
  if (alternate && !secure) {
    raise(FAULT_UNDEFINSTR, 0);
    return 0;
  }
  let bank: u32 = alternate ? 0 : secure;
  let response = alternate || isPrivileged(secure) ? testRights(address, bank, form & 1 ? 0 : isPrivileged(bank)) : 0;
  return secure ? response | testSecurity(address, bank, response) : response;
}

/** MREGION, MRVALID, R and RW: for unprivileged code only about the other state's MPU. */
function testRights(address: u32, bank: u32, privileged: u32): u32 {
  let rights = mpuOf(address, bank, privileged);
  let response: u32 = 0;
  if (rights & MPU_HIT) response |= (1 << 16) | ((rights >>> MPU_REGION_SHIFT) & 0xff);
  if (rights & CAN_READ) response |= 1 << 18;
  if (rights & CAN_WRITE) response |= 1 << 19;
  return response;
}

/** SREGION, SRVALID, NSR, NSRW, S, IRVALID and IREGION. An exempt address belongs to the state that is asked about. */
function testSecurity(address: u32, bank: u32, rights: u32): u32 {
  let attribution = attributionOf(address);
  let attribute = attribution & 3;
  let isNonSecure = attribute == ATTRIBUTE_NS || (attribute == ATTRIBUTE_EXEMPT && bank == 0);
  let response = isNonSecure ? ((rights >>> 18) & 3) << 20 : 1 << 22;
  if (attribution & SAU_HIT) response |= (1 << 17) | (((attribution >>> SAU_REGION_SHIFT) & 0xff) << 8);
  if (attribution & IDAU_HIT) response |= (1 << 23) | (((attribution >>> IDAU_REGION_SHIFT) & 0xff) << 24);
  return response;
}
