/** System control block and debug registers, in the view of a security state. */
import {
  BOARD_PRIORITY_BITS,
  BOARD_VTOR_MASK,
  CPU_ACTLR,
  CPU_AFSR,
  CPU_AIRCR_SECURE,
  CPU_BFAR,
  CPU_CCR,
  CPU_CFSR,
  CPU_CSSELR,
  CPU_DAUTHCTRL,
  CPU_DCRDR,
  CPU_DEMCR,
  CPU_DFSR,
  CPU_DHCSR,
  CPU_HFSR,
  CPU_IPSR,
  CPU_MMFAR,
  CPU_PRIGROUP,
  CPU_RESET_REQUEST,
  CPU_SCR,
  CPU_SECURE,
  CPU_SHCSR_ENABLES,
  CPU_SHPR,
  CPU_SYSTEM_ACTIVE,
  CPU_SYSTEM_PENDING,
  CPU_VTOR,
} from "../../gen/layout";
import { activeCount, anyInterruptPending, pendSystem, recheck, unpendSystem } from "./interrupts";
import {
  EXCEPTION_BUS_FAULT,
  EXCEPTION_DEBUG_MONITOR,
  EXCEPTION_HARD_FAULT,
  EXCEPTION_NMI,
  EXCEPTION_PENDSV,
  EXCEPTION_SYSTICK,
  chosenNumber,
  UNBANKED,
  hasBfhfnmins,
  homeBank,
  strongestPending,
  targetOf,
} from "./priority";
import { refreshBypass } from "./bypass";
import { writeCounterControl } from "./timer";

/**
 * CCR: USERSETMPEND, UNALIGN_TRP, DIV_0_TRP, STKOFHFNMIGN are banked; BFHFNMIGN exists once, kept in the Non-secure
 * bank.
 */
const CCR_BANKED: u32 = 0x41a;
const CCR_BFHFNMIGN: u32 = 0x100;
const CCR_ONES: u32 = 0x201;
/** DEMCR: TRCENA, and MON_EN, MON_STEP, MON_REQ, the vector catches. MON_PEND is DebugMonitor's pending bit. */
const DEMCR_WRITABLE: u32 = 0x010d0ff1;
const MON_PEND: u32 = 0x20000;
const MONITOR_BITS: u32 = 0x0f0000;
/** SCR: SLEEPONEXIT, SLEEPDEEP, SEVONPEND are banked; SLEEPDEEPS is Secure only. */
const SLEEPDEEP: u32 = 4;
const SLEEPDEEPS: u32 = 8;

export function userMayTrigger(view: u32): bool {
  return (load<u32>(CPU_CCR + (view << 2)) & 2) != 0;
}

/** BusFault, HardFault and NMI status belong to Secure state unless BFHFNMINS gives them away. */
@inline
function ownsBusFault(view: u32): bool {
  return view != 0 || hasBfhfnmins();
}

export function readControlBlock(offset: u32, view: u32): u32 {
  let bank = view << 2;
  switch (offset) {
    case 0x008:
      return load<u32>(CPU_ACTLR + bank);
    case 0xd04:
      return readIcsr(view);
    case 0xd08:
      return load<u32>(CPU_VTOR + bank);
    case 0xd0c:
      return readAircr(view);
    case 0xd10:
      return load<u32>(CPU_SCR + bank);
    case 0xd14:
      return load<u32>(CPU_CCR + bank) | (ownsBusFault(view) ? load<u32>(CPU_CCR) & CCR_BFHFNMIGN : 0);
    case 0xd18:
    case 0xd1c:
    case 0xd20:
      return readPriorities(offset - 0xd18, view);
    case 0xd24:
      return readShcsr(view);
    case 0xd28:
      return (load<u32>(CPU_CFSR + bank) & ~0xff00) | (ownsBusFault(view) ? load<u32>(CPU_CFSR) & 0xff00 : 0);
    case 0xd2c:
      return ownsBusFault(view) ? load<u32>(CPU_HFSR) : 0;
    case 0xd30:
      return load<u32>(CPU_DFSR);
    case 0xd34:
      return load<u32>(CPU_MMFAR + bank);
    case 0xd38:
      return ownsBusFault(view) ? load<u32>(CPU_BFAR) : 0;
    case 0xd3c:
      return load<u32>(CPU_AFSR);
    case 0xd84:
      return load<u32>(CPU_CSSELR + bank);
    case 0xdf0:
      return load<u32>(CPU_DHCSR);
    case 0xdf8:
      return load<u32>(CPU_DCRDR);
    case 0xdfc:
      return readDemcr(view);
    case 0xe04:
      return load<u32>(CPU_DAUTHCTRL);
    case 0xe08:
      return view ? load<u32>(CPU_SECURE) << 16 : 0;
    default:
      return 0;
  }
}

function readIcsr(view: u32): u32 {
  let pending = load<u32>(CPU_SYSTEM_PENDING + (view << 2));
  let value = load<u32>(CPU_IPSR) & 0x1ff;
  if (activeCount() <= 1) value |= 0x800;
  let chosen = strongestPending();
  value |= chosenNumber(chosen) << 12;
  if (anyInterruptPending()) value |= 1 << 22;
  if ((pending >>> EXCEPTION_SYSTICK) & 1) value |= 1 << 26;
  if ((pending >>> EXCEPTION_PENDSV) & 1) value |= 1 << 28;
  if (ownsBusFault(view) && (load<u32>(CPU_SYSTEM_PENDING + 4) >>> EXCEPTION_NMI) & 1) value |= 1 << 31;
  return value;
}

function writeIcsr(value: u32, view: u32): void {
  if (value & (1 << 25)) unpendSystem(EXCEPTION_SYSTICK, view);
  if (value & (1 << 26)) pendSystem(EXCEPTION_SYSTICK, view);
  if (value & (1 << 27)) unpendSystem(EXCEPTION_PENDSV, view);
  if (value & (1 << 28)) pendSystem(EXCEPTION_PENDSV, view);
  if (!ownsBusFault(view)) return;
  if (value & (1 << 30)) unpendSystem(EXCEPTION_NMI, 1);
  if (value & (1 << 31)) pendSystem(EXCEPTION_NMI, targetOf(EXCEPTION_NMI, 1));
}

function readAircr(view: u32): u32 {
  let secure = load<u32>(CPU_AIRCR_SECURE);
  let shown = view ? secure & 0x6008 : secure & 0x2000;
  return 0xfa050000 | shown | (load<u32>(CPU_PRIGROUP + (view << 2)) << 8);
}

function writeAircr(value: u32, view: u32): void {
  if (value >>> 16 != 0x05fa) return;
  store<u32>(CPU_PRIGROUP + (view << 2), (value >>> 8) & 7);
  if (view) store<u32>(CPU_AIRCR_SECURE, value & 0x6008);
  let secureOnly = (load<u32>(CPU_AIRCR_SECURE) & 8) != 0;
  if (value & 4 && (view || !secureOnly)) store<u32>(CPU_RESET_REQUEST, 1);
}

/**
 * Whether a view of the registers shows a system exception: one that exists once, to Secure state and to the state it
 * targets.
 */
function isVisible(number: u32, view: u32): bool {
  return view != 0 || homeBank(number, 0) == 0 || targetOf(number, 1) == 0;
}

/** The same for all that exist once, as bits by their numbers. */
function visibleShared(view: u32): u32 {
  if (view) return UNBANKED;
  let debug: u32 = targetOf(EXCEPTION_DEBUG_MONITOR, 1) ? 0 : 1 << EXCEPTION_DEBUG_MONITOR;
  return hasBfhfnmins() ? debug | (1 << EXCEPTION_NMI) | (1 << EXCEPTION_BUS_FAULT) : debug;
}

/** DebugMonitor's registers, RAZ/WI for Non-secure state where it targets Secure state. */
function readDemcr(view: u32): u32 {
  let value = load<u32>(CPU_DEMCR);
  if ((load<u32>(CPU_SYSTEM_PENDING + 4) >>> EXCEPTION_DEBUG_MONITOR) & 1) value |= MON_PEND;
  return isVisible(EXCEPTION_DEBUG_MONITOR, view) ? value : value & ~MONITOR_BITS;
}

function writeDemcr(value: u32, view: u32): void {
  let mine = isVisible(EXCEPTION_DEBUG_MONITOR, view) ? DEMCR_WRITABLE : DEMCR_WRITABLE & ~MONITOR_BITS;
  writeCounterControl(CPU_DEMCR, (load<u32>(CPU_DEMCR) & ~mine) | (value & mine));
  if (mine == DEMCR_WRITABLE) setBit(CPU_SYSTEM_PENDING + 4, EXCEPTION_DEBUG_MONITOR, (value & MON_PEND) >>> 17);
}

function readPriorities(first: u32, view: u32): u32 {
  let value: u32 = 0;
  for (let byte: u32 = 0; byte < 4; byte++) {
    let number = 4 + first + byte;
    if (isVisible(number, view))
      value |= u32(load<u8>(CPU_SHPR + homeBank(number, view) * 12 + number - 4)) << (byte << 3);
  }
  return value;
}

function writePriorities(first: u32, value: u32, view: u32): void {
  let mask: u32 = (0xff00 >>> load<u32>(BOARD_PRIORITY_BITS)) & 0xff;
  for (let byte: u32 = 0; byte < 4; byte++) {
    let number = 4 + first + byte;
    let exists = number <= 7 || number == 11 || number == 12 || number >= 14;
    if (!exists || !isVisible(number, view)) continue;
    store<u8>(CPU_SHPR + homeBank(number, view) * 12 + number - 4, u8((value >>> (byte << 3)) & mask));
  }
}

/** Bits by exception number, as SHCSR has the active ones. */
@inline
function placeActive(bits: u32): u32 {
  return ((bits >>> 4) & 0xd83) | ((bits >>> 3) & 0x18) | ((bits >>> 1) & 4) | ((bits << 3) & 0x20);
}


@inline
function takeActive(shcsr: u32): u32 {
  return ((shcsr & 0xd83) << 4) | ((shcsr & 0x18) << 3) | ((shcsr & 4) << 1) | ((shcsr & 0x20) >>> 3);
}

/** As SHCSR has the pended ones. */
@inline
function placePended(bits: u32): u32 {
  let faults = ((bits & 0x30) << 9) | ((bits & 0x40) << 6) | ((bits & 0x80) << 13);
  return faults | ((bits & 0x800) << 4) | ((bits & 8) << 18);
}


@inline
function takePended(shcsr: u32): u32 {
  let faults = ((shcsr >>> 9) & 0x30) | ((shcsr >>> 6) & 0x40) | ((shcsr >>> 13) & 0x80);
  return faults | ((shcsr >>> 4) & 0x800) | ((shcsr >>> 18) & 8);
}

function readShcsr(view: u32): u32 {
  let bank = view << 2;
  let shared = visibleShared(view);
  let value = load<u32>(CPU_SHCSR_ENABLES + bank) & 0x50000;
  value |= load<u32>(CPU_SHCSR_ENABLES + 4) & sharedEnables(view, shared);
  let active = (load<u32>(CPU_SYSTEM_ACTIVE + bank) & ~UNBANKED) | (load<u32>(CPU_SYSTEM_ACTIVE + 4) & shared);
  let pending = (load<u32>(CPU_SYSTEM_PENDING + bank) & ~UNBANKED) | (load<u32>(CPU_SYSTEM_PENDING + 4) & shared);
  return value | placeActive(active) | placePended(pending);
}

/** Enables of BusFault and SecureFault, where the view shows them. */
@inline
function sharedEnables(view: u32, shared: u32): u32 {
  return ((shared & (1 << EXCEPTION_BUS_FAULT)) << 12) | (view ? 0x80000 : 0);
}

/** The bits of one bank and of what exists once, as far as `own` and `shared` name them. */
function changeBoth(cell: u32, view: u32, own: u32, shared: u32, bits: u32): void {
  let bank = view << 2;
  store<u32>(cell + bank, (load<u32>(cell + bank) & ~own) | (bits & own));
  store<u32>(cell + 4, (load<u32>(cell + 4) & ~shared) | (bits & shared));
}

/** Exceptions whose active bits SHCSR writes, and those of them with pended bits, but for NMI and HardFault. */
const SHCSR_ACTIVE: u32 = 0xd8f0;
const SHCSR_PENDED: u32 = 0x08f0;

function writeShcsr(value: u32, view: u32): void {
  let shared = visibleShared(view);
  changeBoth(CPU_SHCSR_ENABLES, view, 0x50000, sharedEnables(view, shared), value);
  let own = ~UNBANKED;
  changeBoth(CPU_SYSTEM_ACTIVE, view, own & SHCSR_ACTIVE, shared & SHCSR_ACTIVE, takeActive(value));
  changeBoth(CPU_SYSTEM_PENDING, view, own & SHCSR_PENDED, shared & SHCSR_PENDED, takePended(value));
  if (!view && hasBfhfnmins()) writeShcsrBeyondFaults(value);
}

/** NMIACT and HARDFAULTACT_NS can be cleared only, and only by Secure code through the Non-secure alias. */
function writeShcsrBeyondFaults(value: u32): void {
  setBit(CPU_SYSTEM_PENDING, EXCEPTION_HARD_FAULT, (value >>> 21) & 1);
  if (load<u32>(CPU_SECURE) == 0) return;
  if ((value & 0x20) == 0) setBit(CPU_SYSTEM_ACTIVE + 4, EXCEPTION_NMI, 0);
  if ((value & 4) == 0) setBit(CPU_SYSTEM_ACTIVE, EXCEPTION_HARD_FAULT, 0);
}

function setBit(cell: u32, bit: u32, value: u32): void {
  store<u32>(cell, (load<u32>(cell) & ~(1 << bit)) | (value << bit));
}

export function writeControlBlock(offset: u32, value: u32, view: u32): void {
  let bank = view << 2;
  if (offset == 0x008) store<u32>(CPU_ACTLR + bank, value & 0x2000129f);
  else if (offset == 0xd04) writeIcsr(value, view);
  else if (offset == 0xd08) store<u32>(CPU_VTOR + bank, value & load<u32>(BOARD_VTOR_MASK));
  else if (offset == 0xd0c) writeAircr(value, view);
  else if (offset == 0xd10) writeScr(value, view);
  else if (offset == 0xd14) writeCcr(value, view);
  else if (offset >= 0xd18 && offset <= 0xd20) writePriorities(offset - 0xd18, value, view);
  else if (offset == 0xd24) writeShcsr(value, view);
  else if (offset == 0xdfc) writeDemcr(value, view);
  else writeStatus(offset, value, view);
  refreshBypass();
  recheck();
}

function writeScr(value: u32, view: u32): void {
  let secure = load<u32>(CPU_SCR + 4);
  let mask: u32 = view ? 0x1e : secure & SLEEPDEEPS ? 0x16 & ~SLEEPDEEP : 0x16;
  store<u32>(CPU_SCR + (view << 2), value & mask);
}

function writeCcr(value: u32, view: u32): void {
  let cell = CPU_CCR + (view << 2);
  store<u32>(cell, (load<u32>(cell) & CCR_BFHFNMIGN) | (value & CCR_BANKED) | CCR_ONES);
  if (ownsBusFault(view)) store<u32>(CPU_CCR, (load<u32>(CPU_CCR) & ~CCR_BFHFNMIGN) | (value & CCR_BFHFNMIGN));
}

function writeStatus(offset: u32, value: u32, view: u32): void {
  let bank = view << 2;
  if (offset == 0xd28) {
    let cell = CPU_CFSR + bank;
    store<u32>(cell, load<u32>(cell) & ~(value & ~0xff00));
    if (ownsBusFault(view)) store<u32>(CPU_CFSR, load<u32>(CPU_CFSR) & ~(value & 0xff00));
  } else if (offset == 0xd2c) {
    if (ownsBusFault(view)) store<u32>(CPU_HFSR, load<u32>(CPU_HFSR) & ~value);
  } else if (offset == 0xd30) store<u32>(CPU_DFSR, load<u32>(CPU_DFSR) & ~value);
  else if (offset == 0xd34) store<u32>(CPU_MMFAR + bank, value);
  else if (offset == 0xd38) {
    if (ownsBusFault(view)) store<u32>(CPU_BFAR, value);
  } else if (offset == 0xd84) store<u32>(CPU_CSSELR + bank, value & 15);
  else if (offset == 0xdf8) store<u32>(CPU_DCRDR, value);
  else if (offset == 0xe04) store<u32>(CPU_DAUTHCTRL, value & 15);
}
