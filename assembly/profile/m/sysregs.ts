/**
 * The System Control Space and its neighbours on the private peripheral bus, in the view of a security state (DDI 0553,
 * D1).
 */
import {
  BOARD_INTERRUPT_LINES,
  CPU_DEMCR,
  CPU_DWT_CTRL,
  CPU_SYSTICK_CALIBRATION,
  CPU_SYSTICK_RVR,
} from "../../gen/layout";
import { FAULT_PRECISERR, raise } from "./fault";
import { isFloatRegister, readFloatRegister, writeFloatRegister } from "./float-registers";
import { readIdentity } from "./identity";
import { readNvic, triggerInterrupt, writeNvic } from "./nvic-registers";
import { readProtection, writeProtection } from "./protection-registers";
import { readControlBlock, userMayTrigger, writeControlBlock } from "./control-block";
import {
  clearCurrent,
  currentValue,
  readControl,
  readCycleCounter,
  writeControl,
  writeCounterControl,
  writeCycleCounter,
  writeReload,
} from "./timer";

const SCS: u32 = 0xe000e000;
const SCS_NS: u32 = 0xe002e000;
const DWT: u32 = 0xe0001000;
const STIR: u32 = 0xf00;

/** View of the registers: bit 0 of the state that looks, or Non-secure through the alias; 2 = nothing there for it. */
function viewOf(address: u32, secure: u32): u32 {
  if (address - SCS < 0x1000) return secure;
  if (address - SCS_NS < 0x1000) return secure ? 0 : 2;
  return 2;
}

/** Reads of 1, 2 or 4 bytes; unprivileged ones are a BusFault. */
export function readSystem(address: u32, size: u32, secure: u32, privileged: u32): u32 {
  if (!privileged) {
    raise(FAULT_PRECISERR, address);
    return 0;
  }
  let aligned = address & ~3;
  let view = viewOf(address, secure);
  let value: u32 = 0;
  if (view != 2) value = readScs(aligned & 0xfff, view);
  else if (aligned == DWT) value = load<u32>(CPU_DWT_CTRL) | 0x40000000;
  else if (aligned == DWT + 4) value = readCycleCounter();
  value >>>= (address & 3) << 3;
  return size == 4 ? value : size == 2 ? value & 0xffff : value & 0xff;
}

export function writeSystem(address: u32, value: u32, size: u32, secure: u32, privileged: u32): void {
  let aligned = address & ~3;
  let view = viewOf(address, secure);
  if (!privileged && !((aligned & 0xfff) == STIR && view != 2 && userMayTrigger(view))) {
    raise(FAULT_PRECISERR, address);
    return;
  }
  if (view != 2) {
    let offset = aligned & 0xfff;
    writeScs(offset, size == 4 ? value : merged(offset, address & 3, value, size, view), view);
  } else if (aligned == DWT) writeCounterControl(CPU_DWT_CTRL, value & 1);
  else if (aligned == DWT + 4) writeCycleCounter(value);
}

/** Registers in which a one does something and a zero nothing: set and clear registers, ICSR, fault status. */
function actsOnOnes(offset: u32): bool {
  if (offset >= 0x100 && offset < 0x300) return true;
  return offset == 0xd04 || (offset >= 0xd28 && offset <= 0xd30) || offset == 0xde4;
}

/** A narrow write as a word: the other bytes stay as they are. */
function merged(offset: u32, byte: u32, value: u32, size: u32, view: u32): u32 {
  let shift = byte << 3;
  let mask: u32 = (size == 2 ? 0xffff : 0xff) << shift;
  let others = actsOnOnes(offset) ? 0 : readScs(offset, view) & ~mask;
  return others | ((value << shift) & mask);
}

function readScs(offset: u32, view: u32): u32 {
  let bank = view << 2;
  if (offset == 0x004) return (load<u32>(BOARD_INTERRUPT_LINES) - 1) >>> 5;
  if (offset == 0x010) return readControl(bank);
  if (offset == 0x014) return load<u32>(CPU_SYSTICK_RVR + bank);
  if (offset == 0x018) return currentValue(bank);
  if (offset == 0x01c) return load<u32>(CPU_SYSTICK_CALIBRATION + bank);
  if (offset >= 0x100 && offset < 0x600) return readNvic(offset, view);
  if (offset >= 0xd90 && offset < 0xdf0) return readProtection(offset, view);
  if (isFloatRegister(offset)) return readFloatRegister(offset, view);
  if (offset == 0xd00 || (offset >= 0xd40 && offset < 0xd80) || offset >= 0xf40) return readIdentity(offset);
  return readControlBlock(offset, view);
}

function writeScs(offset: u32, value: u32, view: u32): void {
  let bank = view << 2;
  if (offset == 0x010) writeControl(bank, value);
  else if (offset == 0x014) writeReload(bank, value);
  else if (offset == 0x018) clearCurrent(bank);
  else if (offset >= 0x100 && offset < 0x600) writeNvic(offset, value, view);
  else if (offset >= 0xd90 && offset < 0xdf0) writeProtection(offset, value, view);
  else if (offset == STIR) triggerInterrupt(value & 0x1ff, view);
  else if (isFloatRegister(offset)) writeFloatRegister(offset, value, view);
  else writeControlBlock(offset, value, view);
}
