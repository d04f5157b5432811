/**
 * The slow path of every memory access: the architecture's whole answer. Faults are left in SCRATCH_FAULT, never thrown.
 * Whatever turns out uniform over a page is remembered in the access tables, so that the fast path can answer next time.
 */
import { mmioRead, mmioWrite } from "../env";
import {
  CPU_CCR,
  PAGE_BITS,
  PAGE_BYTES,
  SCRATCH_BUS_ERROR,
  SCRATCH_FAULT,
  TABLES,
  TABLE_BYTES,
} from "../gen/layout";
import { isPrivileged, isSecure } from "../profile/m/banks";
import {
  FAULT_AUVIOL,
  FAULT_DACCVIOL,
  FAULT_IACCVIOL,
  FAULT_IBUSERR,
  FAULT_INVEP,
  FAULT_INVTRAN,
  FAULT_PRECISERR,
  FAULT_UNALIGNED,
  raise,
} from "../profile/m/fault";
import {
  ATTRIBUTE_EXEMPT,
  ATTRIBUTE_NS,
  ATTRIBUTE_NSC,
  ATTRIBUTE_S,
  CAN_EXECUTE,
  CAN_READ,
  CAN_WRITE,
  DEVICE,
  attributionOf,
  isUniform,
  mpuOf,
} from "../profile/m/protection";
import { readSystem, writeSystem } from "../profile/m/sysregs";
import { EXECUTE, PAGE_MASK, READ, WRITE } from "../sync";
import { codeWritten } from "./code";
import { hostOf, isCodePage, isWritable, rememberFilled } from "./ram";

/** Flags of an access. */
export const ALIGNED: u32 = 1;
export const UNPRIVILEGED: u32 = 2;

const UNALIGN_TRP: u32 = 8;
const HALFWORD_SG: u32 = 0xe97f;

export function readMemory(address: u32, size: u32, flags: u32): u32 {
  let secure = isSecure();
  let privileged = flags & UNPRIVILEGED ? 0 : isPrivileged(secure);
  if (!checkData(address, size, flags, secure, privileged, CAN_READ)) return 0;
  return busLoad(address, size, secure, privileged);
}

export function writeMemory(address: u32, value: u32, size: u32, flags: u32): void {
  let secure = isSecure();
  let privileged = flags & UNPRIVILEGED ? 0 : isPrivileged(secure);
  if (checkData(address, size, flags, secure, privileged, CAN_WRITE)) busStore(address, value, size, secure, privileged);
}

/** Alignment, security and MPU for every byte of a data access, before any of it happens. */
function checkData(address: u32, size: u32, flags: u32, secure: u32, privileged: u32, right: u32): bool {
  let unaligned = (address & (size - 1)) != 0;
  let trapped = (load<u32>(CPU_CCR + (secure << 2)) & UNALIGN_TRP) != 0;
  if (unaligned && (trapped || (flags & ALIGNED) != 0)) {
    raise(FAULT_UNALIGNED, address);
    return false;
  }
  if (!checkByte(address, unaligned, secure, privileged, right)) return false;
  // The first byte that may differ from the first is that of the next granule.
  let next = (address + size - 1) & ~31;
  if (unaligned && next > address && !checkByte(next, true, secure, privileged, right)) return false;
  fill(address, secure, privileged);
  return true;
}

function checkByte(address: u32, unaligned: bool, secure: u32, privileged: u32, right: u32): bool {
  let attribute = attributionOf(address) & 3;
  if (secure == 0 && (attribute == ATTRIBUTE_S || attribute == ATTRIBUTE_NSC)) {
    raise(FAULT_AUVIOL, address);
    return false;
  }
  // The attribute of the address picks the bank for an exempt one; data of Secure code at NS addresses uses MPU_S.
  let rights = mpuOf(address, secure, privileged);
  if ((rights & right) == 0) {
    raise(FAULT_DACCVIOL, address);
    return false;
  }
  if (unaligned && rights & DEVICE) {
    raise(FAULT_UNALIGNED, address);
    return false;
  }
  return true;
}

/** The access itself, once allowed. Unaligned and page-crossing ones go byte by byte. */
export function busLoad(address: u32, size: u32, secure: u32, privileged: u32): u32 {
  if ((address & (size - 1)) != 0) {
    let value: u32 = 0;
    for (let index: u32 = 0; index < size; index++) {
      value |= busLoad(address + index, 1, secure, privileged) << (index << 3);
      if (load<u32>(SCRATCH_FAULT) != 0) return 0;
    }
    return value;
  }
  let host = hostOf(address);
  if (host != 0) return size == 4 ? load<u32>(host) : size == 2 ? u32(load<u16>(host)) : u32(load<u8>(host));
  if (address >>> 20 == 0xe00) return readSystem(address, size, secure, privileged);
  store<u32>(SCRATCH_BUS_ERROR, 0);
  let value = mmioRead(address, size);
  if (load<u32>(SCRATCH_BUS_ERROR) != 0) raise(FAULT_PRECISERR, address);
  return value;
}

export function busStore(address: u32, value: u32, size: u32, secure: u32, privileged: u32): void {
  if ((address & (size - 1)) != 0) {
    for (let index: u32 = 0; index < size; index++) {
      busStore(address + index, (value >>> (index << 3)) & 0xff, 1, secure, privileged);
      if (load<u32>(SCRATCH_FAULT) != 0) return;
    }
    return;
  }
  let host = hostOf(address);
  if (host != 0) {
    if (!isWritable(address)) {
      raise(FAULT_PRECISERR, address);
      return;
    }
    if (size == 4) store<u32>(host, value);
    else if (size == 2) store<u16>(host, u16(value));
    else store<u8>(host, u8(value));
    if (isCodePage(host)) codeWritten(host, size);
    return;
  }
  if (address >>> 20 == 0xe00) {
    writeSystem(address, value, size, secure, privileged);
    return;
  }
  store<u32>(SCRATCH_BUS_ERROR, 0);
  mmioWrite(address, value, size);
  if (load<u32>(SCRATCH_BUS_ERROR) != 0) raise(FAULT_PRECISERR, address);
}

/** Enter what holds for the whole page into the table of one state. */
function fill(address: u32, secure: u32, privileged: u32): void {
  let page = address & PAGE_MASK;
  let host = hostOf(page);
  if (host == 0 || hostOf(page + PAGE_BYTES - 1) != host + PAGE_BYTES - 1 || !isUniform(page)) return;
  let attribute = attributionOf(page) & 3;
  let rights = mpuOf(page, secure, privileged);
  let entry: u32 = 0;
  let data = secure != 0 || attribute == ATTRIBUTE_NS;
  if (data && rights & CAN_READ) entry |= READ;
  if (data && rights & CAN_WRITE && isWritable(page) && !isCodePage(host)) entry |= WRITE;
  if (rights & CAN_EXECUTE && mayFetch(attribute, secure) && !(rights & DEVICE)) entry |= EXECUTE;
  // UNALIGN_TRP and unaligned device accesses never meet the fast path: it takes aligned ones only, and memory is no device...
  let cell = TABLES + ((secure << 1) | privileged) * TABLE_BYTES + ((page >>> PAGE_BITS) << 2);
  if (load<u32>(cell) == 0) rememberFilled(cell);
  store<u32>(cell, (host - page) | entry);
}

/** Secure code is fetched from Secure memory, Non-secure code from Non-secure memory; SG is seen to in fetchHalfword. */
@inline
function mayFetch(attribute: u32, secure: u32): bool {
  return secure ? attribute == ATTRIBUTE_S || attribute == ATTRIBUTE_NSC : attribute == ATTRIBUTE_NS;
}

/** Try to mark the page of `address` executable for the current state; false when it is mixed or denied. */
export function fillExecute(address: u32): bool {
  let secure = isSecure();
  let privileged = isPrivileged(secure);
  fill(address, secure, privileged);
  let cell = TABLES + ((secure << 1) | privileged) * TABLE_BYTES + ((address >>> PAGE_BITS) << 2);
  return (load<u32>(cell) & EXECUTE) != 0;
}

/** One halfword of an instruction, with every check. */
export function fetchHalfword(address: u32): u32 {
  let secure = isSecure();
  let attribute = attributionOf(address) & 3;
  let host = hostOf(address);
  if (attribute == ATTRIBUTE_EXEMPT || !mayFetch(attribute, secure)) {
    return fetchGateway(address, attribute, host, secure);
  }
  let rights = mpuOf(address, secure, isPrivileged(secure));
  if ((rights & CAN_EXECUTE) == 0) {
    raise(FAULT_IACCVIOL, address);
    return 0;
  }
  if (host != 0) return load<u16>(host);
  raise(FAULT_IBUSERR, address);
  return 0;
}

/** Code of the other state: nothing but a halfword of SG in Non-secure-callable memory may come from there. */
function fetchGateway(address: u32, attribute: u32, host: u32, secure: u32): u32 {
  if (attribute == ATTRIBUTE_EXEMPT) raise(FAULT_IACCVIOL, address);
  else if (secure) raise(FAULT_INVTRAN, address);
  else if (attribute != ATTRIBUTE_NSC) raise(FAULT_INVEP, address);
  else if (!(mpuOf(address, 1, isPrivileged(1)) & CAN_EXECUTE)) raise(FAULT_IACCVIOL, address);
  else if (host == 0) raise(FAULT_IBUSERR, address);
  else if (u32(load<u16>(host)) != HALFWORD_SG) raise(FAULT_INVEP, address);
  return HALFWORD_SG;
}

/** Secure privileged accesses from outside execution, for monitors. Nothing faults: an error is told in SCRATCH_BUS_ERROR. */
export function busRead(address: u32, size: u32): u32 {
  let value = busLoad(address, size, 1, 1);
  settleOutside();
  return value;
}

export function busWrite(address: u32, value: u32, size: u32): void {
  busStore(address, value, size, 1, 1);
  settleOutside();
}

function settleOutside(): void {
  store<u32>(SCRATCH_BUS_ERROR, u32(load<u32>(SCRATCH_FAULT) != 0));
  store<u32>(SCRATCH_FAULT, 0);
}
