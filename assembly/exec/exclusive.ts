/** The local exclusive monitor: one marked address and size. */
import { CPU_EXCLUSIVE_ADDRESS, CPU_EXCLUSIVE_SIZE } from "../gen/layout";
import { FAULT_UNALIGNED, raise } from "../profile/m/fault";

export function setExclusive(address: u32, size: u32): void {
  store<u32>(CPU_EXCLUSIVE_ADDRESS, address);
  store<u32>(CPU_EXCLUSIVE_SIZE, size);
}

/** 1 when the store may happen. An unaligned address faults first; the monitor is open afterwards. */
export function passExclusive(address: u32, size: u32): u32 {
  if ((address & (size - 1)) != 0) {
    raise(FAULT_UNALIGNED, address);
    return 0;
  }
  let passes = u32(load<u32>(CPU_EXCLUSIVE_SIZE) == size && load<u32>(CPU_EXCLUSIVE_ADDRESS) == address);
  store<u32>(CPU_EXCLUSIVE_SIZE, 0);
  return passes;
}

export function clearExclusive(): void {
  store<u32>(CPU_EXCLUSIVE_SIZE, 0);
}
