/** Registers of the floating-point context and of coprocessor access, as a security state sees them (DDI 0553, D1). */
import {
  BOARD_HAS_FPU,
  CPU_CPACR,
  CPU_CPPWR,
  CPU_DEMCR,
  CPU_FPCAR,
  CPU_FPCCR,
  CPU_FPDSCR,
  CPU_NSACR,
} from "../../gen/layout";
import {
  ASPEN,
  BFRDY,
  CLRONRET,
  CLRONRETS,
  HFRDY,
  LSPACT,
  LSPEN,
  LSPENS,
  MMRDY,
  MONRDY,
  SPLIMVIOL,
  THREAD,
  UFRDY,
  USER,
} from "./float-control";
import { hasBfhfnmins } from "./priority";

export const CPPWR: u32 = 0x00c;
export const CPACR: u32 = 0xd88;
export const NSACR: u32 = 0xd8c;
export const FPCCR: u32 = 0xf34;
export const FPCAR: u32 = 0xf38;
export const FPDSCR: u32 = 0xf3c;

const SDME: u32 = 0x100000;
const FPCCR_BITS: u32 = 0xfc0007ff;
const FPCCR_BANKED: u32 = LSPACT | USER | THREAD | MMRDY | SPLIMVIOL | UFRDY | ASPEN;
/** AHP, DN, FZ and RMode. */
const FPDSCR_BITS: u32 = 0x07c00000;
/** CPPWR: SUn are the even bits; SUSn, the odd ones, keep them from Non-secure state. */
const CPPWR_UNKNOWN: u32 = 0x55555555;

export function isFloatRegister(offset: u32): bool {
  return offset == CPPWR || offset == CPACR || offset == NSACR || (offset >= FPCCR && offset <= FPDSCR);
}

/** A mask of what the board has: eight coprocessors of its own, and the floating-point unit or not. */
@inline
function implemented(withUnit: u32, without: u32): u32 {
  return load<u32>(BOARD_HAS_FPU) ? withUnit : without;
}

/** Shared bits of FPCCR that Non-secure state sees. */
function visibleShared(): u32 {
  let mask = LSPEN | CLRONRET;
  if ((load<u32>(CPU_DEMCR) & SDME) == 0) mask |= MONRDY;
  return hasBfhfnmins() ? mask | BFRDY | HFRDY : mask;
}

/** Those that it may write as well: LSPENS and CLRONRETS take two of them away. */
function writableShared(): u32 {
  let control = load<u32>(CPU_FPCCR + 4);
  let mask = visibleShared();
  if (control & LSPENS) mask &= ~LSPEN;
  return control & CLRONRETS ? mask & ~CLRONRET : mask;
}

export function readFloatRegister(offset: u32, view: u32): u32 {
  let bank = view << 2;
  switch (offset) {
    case CPPWR:
      return load<u32>(CPU_CPPWR) & openPowerBits(view);
    case CPACR:
      return load<u32>(CPU_CPACR + bank);
    case NSACR:
      return view ? load<u32>(CPU_NSACR) : 0;
    case FPCCR:
      return load<u32>(CPU_FPCCR + bank) | (view ? 0 : load<u32>(CPU_FPCCR + 4) & visibleShared());
    case FPCAR:
      return load<u32>(CPU_FPCAR + bank);
    default:
      return load<u32>(CPU_FPDSCR + bank);
  }
}

export function writeFloatRegister(offset: u32, value: u32, view: u32): void {
  let bank = view << 2;
  if (offset == CPPWR) writePower(value, view);
  else if (offset == CPACR) store<u32>(CPU_CPACR + bank, value & implemented(0xf0ffff, 0xffff));
  else if (offset == NSACR) {
    if (view) store<u32>(CPU_NSACR, value & implemented(0xcff, 0xff));
  } else if (!load<u32>(BOARD_HAS_FPU)) return;
  else if (offset == FPCCR) writeContextControl(value, view);
  else if (offset == FPCAR) store<u32>(CPU_FPCAR + bank, value & ~7);
  else store<u32>(CPU_FPDSCR + bank, value & FPDSCR_BITS);
}

/** Bits of CPPWR that a state sees. */
function openPowerBits(view: u32): u32 {
  return view ? 0xffffffff : CPPWR_UNKNOWN & ~(load<u32>(CPU_CPPWR) >>> 1);
}

function writePower(value: u32, view: u32): void {
  let mask = openPowerBits(view) & implemented(0xf0ffff, 0xffff);
  store<u32>(CPU_CPPWR, (load<u32>(CPU_CPPWR) & ~mask) | (value & mask));
}

function writeContextControl(value: u32, view: u32): void {
  if (view) {
    store<u32>(CPU_FPCCR + 4, value & FPCCR_BITS);
    return;
  }
  let shared = writableShared();
  store<u32>(CPU_FPCCR, value & FPCCR_BANKED);
  store<u32>(CPU_FPCCR + 4, (load<u32>(CPU_FPCCR + 4) & ~shared) | (value & shared));
}
