/** Memory accesses of exception entry and return: like data accesses of the background state, but their faults are of their own kind. */
import { SCRATCH_FAULT } from "../../gen/layout";
import { busLoad, busStore } from "../../mem/access";
import { hostOf } from "../../mem/ram";
import { FAULT_AUVIOL, FAULT_MSTKERR, FAULT_MUNSTKERR, FAULT_STKERR, FAULT_UNSTKERR } from "./fault";
import { ATTRIBUTE_NS, CAN_READ, CAN_WRITE, attributionOf, mpuOf } from "./protection";

/** Writes one word of a frame; returns the fault's kind, 0 for none. */
export function stackWord(address: u32, value: u32, secure: u32, privileged: u32): u32 {
  if (!secure && (attributionOf(address) & 3) != ATTRIBUTE_NS) return FAULT_AUVIOL;
  if (!(mpuOf(address, secure, privileged) & CAN_WRITE)) return FAULT_MSTKERR;
  busStore(address, value, 4, secure, privileged);
  return takeBusFault(FAULT_STKERR);
}

/**
 * Whether one word of a frame can be read; returns the fault's kind, 0 for none. Frames lie in memory: a device does not answer.
 */
export function checkUnstack(address: u32, secure: u32, privileged: u32): u32 {
  if (!secure && (attributionOf(address) & 3) != ATTRIBUTE_NS) return FAULT_AUVIOL;
  if (!(mpuOf(address, secure, privileged) & CAN_READ)) return FAULT_MUNSTKERR;
  return hostOf(address) != 0 ? 0 : FAULT_UNSTKERR;
}

/** One word of a frame that checkUnstack has seen. */
export function unstackWord(address: u32, secure: u32, privileged: u32): u32 {
  return busLoad(address, 4, secure, privileged);
}

function takeBusFault(kind: u32): u32 {
  if (load<u32>(SCRATCH_FAULT) == 0) return 0;
  store<u32>(SCRATCH_FAULT, 0);
  return kind;
}
