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
  CPU_CPACR,
  CPU_CPPWR,
  CPU_CSSELR,
  CPU_DAUTHCTRL,
  CPU_DCRDR,
  CPU_DEMCR,
  CPU_DFSR,
  CPU_DHCSR,
  CPU_HFSR,
  CPU_IPSR,
  CPU_MMFAR,
  CPU_NSACR,
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
  EXCEPTION_HARD_FAULT,
  EXCEPTION_MEM_MANAGE,
  EXCEPTION_NMI,
  EXCEPTION_PENDSV,
  EXCEPTION_SECURE_FAULT,
  EXCEPTION_SVCALL,
  EXCEPTION_SYSTICK,
  EXCEPTION_USAGE_FAULT,
  chosenNumber,
  chosenSecure,
  hasBfhfnmins,
  strongestPending,
} from "./priority";
import { refreshBypass } from "./bypass";

const CCR_WRITABLE: u32 = 0x51a;
const CCR_ONES: u32 = 0x201;

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
    case 0x00c:
      return view ? load<u32>(CPU_CPPWR) : 0;
    case 0xd04:
      return readIcsr(view);
    case 0xd08:
      return load<u32>(CPU_VTOR + bank);
    case 0xd0c:
      return readAircr(view);
    case 0xd10:
      return load<u32>(CPU_SCR + bank);
    case 0xd14:
      return load<u32>(CPU_CCR + bank);
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
    case 0xd88:
      return load<u32>(CPU_CPACR + bank);
    case 0xd8c:
      return view ? load<u32>(CPU_NSACR) : 0;
    case 0xdf0:
      return load<u32>(CPU_DHCSR);
    case 0xdf8:
      return load<u32>(CPU_DCRDR);
    case 0xdfc:
      return load<u32>(CPU_DEMCR);
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
  let number = chosenNumber(chosen);
  if (number != 0) value |= (!view && chosenSecure(chosen) ? 1 : number) << 12;
  if (anyInterruptPending()) value |= 1 << 22;
  if ((pending >>> EXCEPTION_SYSTICK) & 1) value |= 1 << 26;
  if ((pending >>> EXCEPTION_PENDSV) & 1) value |= 1 << 28;
  let nmi = load<u32>(CPU_SYSTEM_PENDING + (hasBfhfnmins() ? 0 : 4));
  if (ownsBusFault(view) && (nmi >>> EXCEPTION_NMI) & 1) value |= 1 << 31;
  return value;
}

function writeIcsr(value: u32, view: u32): void {
  if (value & (1 << 25)) unpendSystem(EXCEPTION_SYSTICK, view);
  if (value & (1 << 26)) pendSystem(EXCEPTION_SYSTICK, view);
  if (value & (1 << 27)) unpendSystem(EXCEPTION_PENDSV, view);
  if (value & (1 << 28)) pendSystem(EXCEPTION_PENDSV, view);
  let nmiBank: u32 = hasBfhfnmins() ? 0 : 1;
  if (ownsBusFault(view) && value & (1 << 30)) unpendSystem(EXCEPTION_NMI, nmiBank);
  if (ownsBusFault(view) && value & (1 << 31)) pendSystem(EXCEPTION_NMI, nmiBank);
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

/** BusFault and DebugMonitor have one priority: the Secure bank's. */
function priorityBank(number: u32, view: u32): u32 {
  return number == EXCEPTION_BUS_FAULT || number == 12 ? 1 : view;
}

function priorityIsVisible(number: u32, view: u32): bool {
  if (view) return true;
  if (number == EXCEPTION_SECURE_FAULT) return false;
  return number != EXCEPTION_BUS_FAULT || hasBfhfnmins();
}

function readPriorities(first: u32, view: u32): u32 {
  let value: u32 = 0;
  for (let byte: u32 = 0; byte < 4; byte++) {
    let number = 4 + first + byte;
    if (!priorityIsVisible(number, view)) continue;
    value |= u32(load<u8>(CPU_SHPR + priorityBank(number, view) * 12 + number - 4)) << (byte << 3);
  }
  return value;
}

function writePriorities(first: u32, value: u32, view: u32): void {
  let mask: u32 = (0xff00 >>> load<u32>(BOARD_PRIORITY_BITS)) & 0xff;
  for (let byte: u32 = 0; byte < 4; byte++) {
    let number = 4 + first + byte;
    let exists = number <= 7 || number == 11 || number == 12 || number >= 14;
    if (!exists || !priorityIsVisible(number, view)) continue;
    store<u8>(CPU_SHPR + priorityBank(number, view) * 12 + number - 4, u8((value >>> (byte << 3)) & mask));
  }
}

/** SHCSR position of an exception's active bit, and of its pended bit (0 = none). */
function shcsrPlaces(number: u32): u32 {
  switch (number) {
    case EXCEPTION_NMI:
      return 5;
    case EXCEPTION_HARD_FAULT:
      return 2 | (21 << 8);
    case EXCEPTION_MEM_MANAGE:
      return 0 | (13 << 8);
    case EXCEPTION_BUS_FAULT:
      return 1 | (14 << 8);
    case EXCEPTION_USAGE_FAULT:
      return 3 | (12 << 8);
    case EXCEPTION_SECURE_FAULT:
      return 4 | (20 << 8);
    case EXCEPTION_SVCALL:
      return 7 | (15 << 8);
    case 12:
      return 8;
    case EXCEPTION_PENDSV:
      return 10;
    case EXCEPTION_SYSTICK:
      return 11;
    default:
      return 0xff;
  }
}

/** Bank that an exception's bits of SHCSR stand for in this view; 2 where the view has none. */
function shcsrBank(number: u32, view: u32): u32 {
  if (number == EXCEPTION_SECURE_FAULT) return view ? 1 : 2;
  if (number != EXCEPTION_NMI && number != EXCEPTION_BUS_FAULT) return view;
  return ownsBusFault(view) ? (hasBfhfnmins() ? 0 : 1) : 2;
}

function readShcsr(view: u32): u32 {
  let own = view ? 0xf0000 : ownsBusFault(0) ? 0x70000 : 0x50000;
  let enables = load<u32>(CPU_SHCSR_ENABLES + (view << 2)) & 0x50000;
  enables |= load<u32>(CPU_SHCSR_ENABLES + 4) & 0xa0000;
  let value = enables & own;
  for (let number: u32 = 2; number < 16; number++) {
    let places = shcsrPlaces(number);
    let bank = shcsrBank(number, view);
    if (places == 0xff || bank == 2) continue;
    value |= ((load<u32>(CPU_SYSTEM_ACTIVE + (bank << 2)) >>> number) & 1) << (places & 0xff);
    if (places >>> 8) value |= ((load<u32>(CPU_SYSTEM_PENDING + (bank << 2)) >>> number) & 1) << (places >>> 8);
  }
  return value;
}

function writeShcsr(value: u32, view: u32): void {
  store<u32>(CPU_SHCSR_ENABLES + (view << 2), value & (view ? 0xf0000 : 0x50000));
  if (!view && hasBfhfnmins()) {
    let secure = load<u32>(CPU_SHCSR_ENABLES + 4) & ~0x20000;
    store<u32>(CPU_SHCSR_ENABLES + 4, secure | (value & 0x20000));
  }
  for (let number: u32 = 2; number < 16; number++) {
    let places = shcsrPlaces(number);
    let bank = shcsrBank(number, view);
    if (places == 0xff || bank == 2 || number == EXCEPTION_NMI || number == EXCEPTION_HARD_FAULT) continue;
    setBit(CPU_SYSTEM_ACTIVE + (bank << 2), number, (value >>> (places & 0xff)) & 1);
    if (places >>> 8) setBit(CPU_SYSTEM_PENDING + (bank << 2), number, (value >>> (places >>> 8)) & 1);
  }
}

function setBit(cell: u32, bit: u32, value: u32): void {
  store<u32>(cell, (load<u32>(cell) & ~(1 << bit)) | (value << bit));
}

export function writeControlBlock(offset: u32, value: u32, view: u32): void {
  let bank = view << 2;
  if (offset == 0x008) store<u32>(CPU_ACTLR + bank, value & 0x2000129f);
  else if (offset == 0x00c) {
    if (view) store<u32>(CPU_CPPWR, value);
  } else if (offset == 0xd04) writeIcsr(value, view);
  else if (offset == 0xd08) store<u32>(CPU_VTOR + bank, value & load<u32>(BOARD_VTOR_MASK));
  else if (offset == 0xd0c) writeAircr(value, view);
  else if (offset == 0xd10) store<u32>(CPU_SCR + bank, value & (view ? 0x1e : 0x16));
  else if (offset == 0xd14) store<u32>(CPU_CCR + bank, (value & CCR_WRITABLE) | CCR_ONES);
  else if (offset >= 0xd18 && offset <= 0xd20) writePriorities(offset - 0xd18, value, view);
  else if (offset == 0xd24) writeShcsr(value, view);
  else writeStatus(offset, value, view);
  refreshBypass();
  recheck();
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
  else if (offset == 0xd88) store<u32>(CPU_CPACR + bank, value & 0xf0ffff);
  else if (offset == 0xd8c) {
    if (view) store<u32>(CPU_NSACR, value & 0xcff);
  } else if (offset == 0xdf8) store<u32>(CPU_DCRDR, value);
  else if (offset == 0xe04) store<u32>(CPU_DAUTHCTRL, value & 15);
}
