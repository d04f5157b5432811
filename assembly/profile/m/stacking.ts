/**
 * The words of exception frames (DDI 0553: PushStack, PushCalleeStack, PopStack). Accesses are made for the state whose
 * frame it is; their faults are of kinds of their own, with the address in SCRATCH_FAULT_ADDRESS.
 */
import { CPU_CCR, CPU_R, CPU_SP, READ, SCRATCH_FAULT, SCRATCH_FAULT_ADDRESS, WRITE } from "../../gen/layout";
import { busLoad, busStore, directHost } from "../../mem/access";
import { activeStack, controlOf, stackLimit } from "./banks";
import { FAULT_AUVIOL, FAULT_MSTKERR, FAULT_MUNSTKERR, FAULT_STKERR, FAULT_STKOF, FAULT_UNSTKERR } from "./fault";
import { SFPA, floatActive } from "./float-control";
import { requestsNegative } from "./priority";
import { CAN_READ, CAN_WRITE, attributionOf, mayTouch, mpuOf } from "./protection";
import { packXpsr } from "./psr";

/** First word of the additional state context, without the copy of EXC_RETURN.FType in bit 0. */
const INTEGRITY_SIGNATURE: u32 = 0xfefa125a;
export const FRAME_BYTES: u32 = 0x20;
export const CALLEE_BYTES: u32 = 0x28;
/** R4-R11 lie behind the signature and a reserved word. */
const CALLEE_REGISTERS: u32 = 8;
const STKOFHFNMIGN: u32 = 0x400;
/** In a stacked xPSR: the frame was moved down by a word to align it. */
const REALIGNED: u32 = 0x200;
/** From SFPA of CONTROL to that of a stacked xPSR. */
const SFPA_SHIFT: u32 = 17;

/** CCR.STKOFHFNMIGN lets code at a requested negative priority ignore stack limits. */
export function checksLimit(secure: u32): bool {
  return (load<u32>(CPU_CCR + (secure << 2)) & STKOFHFNMIGN) == 0 || !requestsNegative(secure);
}


@inline
function found(kind: u32, address: u32): u32 {
  store<u32>(SCRATCH_FAULT, 0);
  store<u32>(SCRATCH_FAULT_ADDRESS, address);
  return kind;
}

/** Writes one word of a frame; returns the fault's kind, 0 for none. */
export function pushWord(address: u32, value: u32, secure: u32, privileged: u32): u32 {
  let host = directHost(address, 4, secure, privileged, WRITE);
  if (host != 0) {
    store<u32>(host, value);
    return 0;
  }
  if (!mayTouch(attributionOf(address), secure)) return found(FAULT_AUVIOL, address);
  if (!(mpuOf(address, secure, privileged) & CAN_WRITE)) return found(FAULT_MSTKERR, address);
  busStore(address, value, 4, secure, privileged);
  return load<u32>(SCRATCH_FAULT) == 0 ? 0 : found(FAULT_STKERR, address);
}

/** Reads one word of a frame into a cell; returns the fault's kind, 0 for none. */
export function popWord(address: u32, cell: u32, secure: u32, privileged: u32): u32 {
  let host = directHost(address, 4, secure, privileged, READ);
  if (host != 0) {
    store<u32>(cell, load<u32>(host));
    return 0;
  }
  if (!mayTouch(attributionOf(address), secure)) return found(FAULT_AUVIOL, address);
  if (!(mpuOf(address, secure, privileged) & CAN_READ)) return found(FAULT_MUNSTKERR, address);
  let value = busLoad(address, 4, secure, privileged);
  if (load<u32>(SCRATCH_FAULT) != 0) return found(FAULT_UNSTKERR, address);
  store<u32>(cell, value);
  return 0;
}

function pushRegisters(frame: u32, first: u32, count: u32, secure: u32, privileged: u32): u32 {
  for (let word: u32 = 0; word < count; word++) {
    let fault = pushWord(frame + (word << 2), load<u32>(CPU_R + ((first + word) << 2)), secure, privileged);
    if (fault != 0) return fault;
  }
  return 0;
}

function popRegisters(frame: u32, first: u32, count: u32, secure: u32, privileged: u32): u32 {
  for (let word: u32 = 0; word < count; word++) {
    let fault = popWord(frame + (word << 2), CPU_R + ((first + word) << 2), secure, privileged);
    if (fault != 0) return fault;
  }
  return 0;
}

/** The integrity signature of a frame that EXC_RETURN `link` describes. */
export function integritySignature(link: u32): u32 {
  return INTEGRITY_SIGNATURE | ((link >>> 4) & 1);
}

/** Where a frame of so many bytes goes on the stack in use. */
export function frameBelow(bytes: u32): u32 {
  return (load<u32>(CPU_R + 52) - bytes) & ~7;
}

/**
 * Pushes the basic frame, the lowest part of a frame that begins at `frame`; SP moves there even where that faults.
 * Returns the fault's kind.
 */
export function pushFrame(frame: u32, secure: u32, privileged: u32): u32 {
  let before = load<u32>(CPU_R + 52);
  let limit = stackLimit(activeStack());
  if (frame < limit && checksLimit(secure)) {
    store<u32>(CPU_R + 52, limit);
    return FAULT_STKOF;
  }
  store<u32>(CPU_R + 52, frame);
  let fault = pushRegisters(frame, 0, 4, secure, privileged);
  if (fault == 0) fault = pushRegisters(frame + 16, 12, 1, secure, privileged);
  if (fault == 0) fault = pushRegisters(frame + 20, 14, 2, secure, privileged);
  let psr = packXpsr() | (before & 4 ? REALIGNED : 0);
  if (secure) psr |= (floatActive() & SFPA) << SFPA_SHIFT;
  return fault == 0 ? pushWord(frame + 28, psr, secure, privileged) : fault;
}

/**
 * Pushes integrity signature and R4-R11 on the stack of the Secure background that `link` describes, which may not be
 * the one in use.
 */
export function pushCalleeFrame(link: u32, thread: bool): u32 {
  let index = backgroundStack(1, thread);
  let place = activeStack() == index ? CPU_R + 52 : CPU_SP + (index << 2);
  let privileged = backgroundPrivileged(1, thread);
  let frame = load<u32>(place) - CALLEE_BYTES;
  if (frame < stackLimit(index) && checksLimit(1)) {
    store<u32>(place, stackLimit(index));
    return FAULT_STKOF;
  }
  store<u32>(place, frame);
  let fault = pushWord(frame, integritySignature(link), 1, privileged);
  return fault == 0 ? pushRegisters(frame + 8, 4, CALLEE_REGISTERS, 1, privileged) : fault;
}

/** Stack of a background that is about to be returned to, or that an exception has interrupted. */
export function backgroundStack(secure: u32, thread: bool): u32 {
  return (secure << 1) | (thread ? (controlOf(secure) >>> 1) & 1 : 0);
}

export function backgroundPrivileged(secure: u32, thread: bool): u32 {
  return thread ? (controlOf(secure) & 1) ^ 1 : 1;
}

/** Pops R4-R11 from behind the signature, which the caller has looked at. */
export function popCalleeFrame(frame: u32, privileged: u32): u32 {
  return popRegisters(frame + 8, 4, CALLEE_REGISTERS, 1, privileged);
}

/** Pops R0-R3, R12, LR and PC; xPSR is the caller's to judge. */
export function popFrame(frame: u32, secure: u32, privileged: u32): u32 {
  let fault = popRegisters(frame, 0, 4, secure, privileged);
  if (fault == 0) fault = popRegisters(frame + 16, 12, 1, secure, privileged);
  return fault == 0 ? popRegisters(frame + 20, 14, 2, secure, privileged) : fault;
}
