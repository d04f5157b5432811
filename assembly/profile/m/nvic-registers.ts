/**
 * NVIC registers 0xE000E100..E4EF and STIR. The Non-secure view sees and changes only lines that target Non-secure
 * state.
 */
import {
  BOARD_INTERRUPT_LINES,
  BOARD_PRIORITY_BITS,
  CPU_INTERRUPT_ACTIVE,
  CPU_INTERRUPT_ENABLED,
  CPU_INTERRUPT_PENDING,
  CPU_INTERRUPT_PRIORITY,
  CPU_INTERRUPT_TARGET,
} from "../../gen/layout";
import { clearPending, recheck, setPending } from "./interrupts";

/** Lines of word `index` that exist and that this view may touch. */
function visible(index: u32, view: u32): u32 {
  let lines = load<u32>(BOARD_INTERRUPT_LINES);
  let first = index << 5;
  let exist: u32 = first >= lines ? 0 : lines - first >= 32 ? 0xffffffff : (1 << (lines - first)) - 1;
  return view ? exist : exist & load<u32>(CPU_INTERRUPT_TARGET + (index << 2));
}

/** Sixteen words of each kind; the rest of each block of 128 bytes is reserved. */
@inline
function isReserved(offset: u32): bool {
  return offset < 0x400 && (offset & 0x40) != 0;
}

export function readNvic(offset: u32, view: u32): u32 {
  if (isReserved(offset)) return 0;
  let index = (offset >>> 2) & 15;
  let at = index << 2;
  switch (offset >>> 7) {
    case 2: // 0x100 ISER, 0x180 ICER is 3
    case 3:
      return load<u32>(CPU_INTERRUPT_ENABLED + at) & visible(index, view);
    case 4:
    case 5:
      return load<u32>(CPU_INTERRUPT_PENDING + at) & visible(index, view);
    case 6:
      return load<u32>(CPU_INTERRUPT_ACTIVE + at) & visible(index, view);
    case 7:
      return view ? load<u32>(CPU_INTERRUPT_TARGET + at) & visible(index, view) : 0;
    default:
      return readPriorities(offset, view);
  }
}

function readPriorities(offset: u32, view: u32): u32 {
  let line = offset - 0x400;
  if (line >= load<u32>(BOARD_INTERRUPT_LINES)) return 0;
  let value = load<u32>(CPU_INTERRUPT_PRIORITY + line);
  let seen = visible(line >>> 5, view) >>> (line & 31);
  let mask: u32 = 0;
  for (let byte: u32 = 0; byte < 4; byte++) if ((seen >>> byte) & 1) mask |= 0xff << (byte << 3);
  return value & mask;
}

export function writeNvic(offset: u32, value: u32, view: u32): void {
  if (isReserved(offset)) return;
  let index = (offset >>> 2) & 15;
  let at = index << 2;
  let bits = value & visible(index, view);
  switch (offset >>> 7) {
    case 2:
      store<u32>(CPU_INTERRUPT_ENABLED + at, load<u32>(CPU_INTERRUPT_ENABLED + at) | bits);
      break;
    case 3:
      store<u32>(CPU_INTERRUPT_ENABLED + at, load<u32>(CPU_INTERRUPT_ENABLED + at) & ~bits);
      break;
    case 4:
    case 5:
      for (; bits != 0; bits &= bits - 1) {
        let line = (index << 5) + ctz<u32>(bits);
        if (offset >>> 7 == 4) setPending(line);
        else clearPending(line);
      }
      break;
    case 7:
      if (view) {
        store<u32>(CPU_INTERRUPT_TARGET + at, bits);
      }
      break;
    case 6:
      break;
    default:
      writePriorities(offset, value, view);
  }
  recheck();
}

function writePriorities(offset: u32, value: u32, view: u32): void {
  let line = offset - 0x400;
  if (line >= load<u32>(BOARD_INTERRUPT_LINES)) return;
  let seen = visible(line >>> 5, view) >>> (line & 31);
  let mask: u32 = (0xff00 >>> load<u32>(BOARD_PRIORITY_BITS)) & 0xff;
  for (let byte: u32 = 0; byte < 4; byte++) {
    if ((seen >>> byte) & 1) store<u8>(CPU_INTERRUPT_PRIORITY + line + byte, u8((value >>> (byte << 3)) & mask));
  }
}

export function triggerInterrupt(line: u32, view: u32): void {
  if (line < load<u32>(BOARD_INTERRUPT_LINES) && (visible(line >>> 5, view) >>> (line & 31)) & 1) setPending(line);
}
