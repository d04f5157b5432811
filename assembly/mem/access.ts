/**
 * The slow path of every memory access: the architecture's whole answer. Faults are left in SCRATCH_FAULT, never
 * thrown. Whatever turns out uniform over a page is remembered in the access tables, so that the fast path can answer
 * next time.
 */
import { mmioRead, mmioWrite } from "../env";
import {
  CLEAN,
  CPU_CCR,
  EXECUTE,
  NORMAL,
  PAGE_BITS,
  PAGE_BYTES,
  READ,
  SCRATCH_BUS_ERROR,
  SCRATCH_FAULT,
  SCRATCH_RESYNC,
  SCRATCH_TRANSACTION,
  SCRATCH_WATCH_COUNT,
  TABLES,
  TABLE_BYTES,
  WATCHED_READ,
  WATCHED_WRITE,
  WRITE,
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
  FOR_SECURE,
  raise,
  raiseInvalidState,
} from "../profile/m/fault";
import { requestsNegative } from "../profile/m/priority";
import {
  ATTRIBUTE_EXEMPT,
  ATTRIBUTE_NS,
  ATTRIBUTE_NSC,
  CAN_EXECUTE,
  CAN_READ,
  CAN_WRITE,
  DEVICE,
  attributionOf,
  fetchAttributeOf,
  isUniform,
  mayFetch,
  mayTouch,
  mpuOf,
} from "../profile/m/protection";
import { readSystem, writeSystem } from "../profile/m/sysregs";
import { watchRead, watchWrite } from "../debug/watchpoints";
import { PAGE_MASK } from "../sync";
import { codeWritten } from "./code";
import { MARK_DIGESTED, MARK_KEPT, MARK_WATCH_READ, MARK_WATCH_WRITE, marksOf, touchPage } from "./marks";
import { OPEN_TO_BOTH, OPEN_TO_NON_SECURE, guardOf, hostOf, isCodePage, isWritable } from "./ram";
import { recallTables, rememberFilled } from "./tables";

/** Flags of an access. */
export const ALIGNED: u32 = 1;
export const UNPRIVILEGED: u32 = 2;

const UNALIGN_TRP: u32 = 8;
const BFHFNMIGN: u32 = 0x100;
const HALFWORD_SG: u32 = 0xe97f;
/** Smallest piece of memory that SAU and MPU can tell apart. */
const GRANULE_BYTES: u32 = 32;


@inline
function isPrivatePeripheral(address: u32): bool {
  return address >>> 20 == 0xe00;
}


@inline
function tableCell(address: u32, secure: u32, privileged: u32): u32 {
  return TABLES + ((secure << 1) | privileged) * TABLE_BYTES + ((address >>> PAGE_BITS) << 2);
}


@inline
function loadHost(host: u32, size: u32): u32 {
  return size == 4 ? load<u32>(host) : size == 2 ? u32(load<u16>(host)) : u32(load<u8>(host));
}


@inline
function storeHost(host: u32, value: u32, size: u32): void {
  if (size == 4) store<u32>(host, value);
  else if (size == 2) store<u16>(host, u16(value));
  else store<u8>(host, u8(value));
}

/**
 * Place in linear memory of `size` bytes that a state may read (or write) without any further question; 0 where there
 * is one. Does not look at alignment beyond what Device memory asks for.
 */
export function directHost(address: u32, size: u32, secure: u32, privileged: u32, right: u32): u32 {
  if (((address ^ (address + size - 1)) & PAGE_MASK) != 0) return 0;
  let cell = tableCell(address, secure, privileged);
  if (load<u32>(cell) == 0) fill(address, secure, privileged);
  let entry = load<u32>(cell);
  if (right & WRITE && entry & CLEAN) {
    touchPage(address + (entry & PAGE_MASK));
    entry = (entry & ~CLEAN) | WRITE;
    store<u32>(cell, entry);
  }
  return (entry & (right | NORMAL)) == (right | NORMAL) ? address + (entry & PAGE_MASK) : 0;
}

/**
 * As directHost, for a page that holds something watched: nobody but the watcher has a question. Aligned accesses only:
 * others are told byte by byte. Asked first: a watched page may be one that is written all the time.
 */
@inline
function watchedHost(address: u32, size: u32, secure: u32, privileged: u32, right: u32): u32 {
  if ((address & (size - 1)) != 0) return 0;
  let entry = load<u32>(tableCell(address, secure, privileged));
  return entry & right ? address + (entry & PAGE_MASK) : 0;
}

export function readMemory(address: u32, size: u32, flags: u32): u32 {
  let secure = isSecure();
  let privileged = flags & UNPRIVILEGED ? 0 : isPrivileged(secure);
  let host = watchedHost(address, size, secure, privileged, WATCHED_READ);
  if (host != 0) {
    watchRead(host, address, loadHost(host, size), size);
    return loadHost(host, size);
  }
  if (!checkAlignment(address, size, flags, secure)) return 0;
  host = directHost(address, size, secure, privileged, READ);
  if (host != 0) return loadHost(host, size);
  if (!checkData(address, size, secure, privileged, CAN_READ)) return 0;
  let value = busLoad(address, size, secure, privileged);
  if (load<u32>(SCRATCH_FAULT) != 0) forgiveBusError(secure);
  return value;
}

export function writeMemory(address: u32, value: u32, size: u32, flags: u32): void {
  let secure = isSecure();
  let privileged = flags & UNPRIVILEGED ? 0 : isPrivileged(secure);
  let host = watchedHost(address, size, secure, privileged, WATCHED_WRITE);
  if (host != 0) {
    watchWrite(host, address, value, size);
    touchPage(host);
    storeHost(host, value, size);
    return;
  }
  if (!checkAlignment(address, size, flags, secure)) return;
  host = directHost(address, size, secure, privileged, WRITE);
  if (host != 0) {
    storeHost(host, value, size);
    return;
  }
  if (!checkData(address, size, secure, privileged, CAN_WRITE)) return;
  busStore(address, value, size, secure, privileged);
  if (load<u32>(SCRATCH_FAULT) != 0) forgiveBusError(secure);
}

function checkAlignment(address: u32, size: u32, flags: u32, secure: u32): bool {
  if ((address & (size - 1)) == 0) return true;
  let trapped = (load<u32>(CPU_CCR + (secure << 2)) & UNALIGN_TRP) != 0;
  if (!trapped && (flags & ALIGNED) == 0) return true;
  raise(FAULT_UNALIGNED, address);
  return false;
}

/** Security and MPU for every byte of a data access, before any of it happens. */
function checkData(address: u32, size: u32, secure: u32, privileged: u32, right: u32): bool {
  let unaligned = (address & (size - 1)) != 0;
  if (!checkGranule(address, unaligned, secure, privileged, right)) return false;
  let next = (address + size - 1) & ~(GRANULE_BYTES - 1);
  return (address & ~(GRANULE_BYTES - 1)) == next || checkGranule(next, true, secure, privileged, right);
}

/**
 * In the order of ValidateAddress: alignment comes first wherever the MPU has an answer, whatever that answer allows;
 * where it has none, there are no attributes to go by.
 */
function checkGranule(address: u32, unaligned: bool, secure: u32, privileged: u32, right: u32): bool {
  let rights = mpuOf(address, secure, privileged);
  if (unaligned && rights & DEVICE) {
    raise(FAULT_UNALIGNED, address);
    return false;
  }
  if (!mayTouch(attributionOf(address), secure)) {
    raise(FAULT_AUVIOL, address);
    return false;
  }
  if ((rights & right) == 0) {
    raise(FAULT_DACCVIOL, address);
    return false;
  }
  return true;
}

/** CCR.BFHFNMIGN lets code at a requested negative priority go on after a data access that the bus refused. */
function forgiveBusError(secure: u32): void {
  if (load<u32>(SCRATCH_FAULT) != FAULT_PRECISERR) return;
  if (load<u32>(CPU_CCR) & BFHFNMIGN && requestsNegative(secure)) store<u32>(SCRATCH_FAULT, 0);
}

/** Bits of SCRATCH_TRANSACTION. */
const NON_SECURE: u32 = 1;
const PRIVILEGED: u32 = 2;

/** What goes out on the bus is as Secure as the address it goes to. */
@inline
function isNonSecureTransaction(address: u32): bool {
  return (attributionOf(address) & 3) == ATTRIBUTE_NS;
}

/** Place in linear memory of an address whose guard, where it has one, lets the transaction through; else 0. */
function openHost(address: u32): u32 {
  let host = hostOf(address);
  if (host == 0) return 0;
  let guard = guardOf(address);
  if (guard == OPEN_TO_BOTH) return host;
  return (guard == OPEN_TO_NON_SECURE) == isNonSecureTransaction(address) ? host : 0;
}

function beginTransaction(address: u32, privileged: u32): void {
  store<u32>(SCRATCH_TRANSACTION, (isNonSecureTransaction(address) ? NON_SECURE : 0) | (privileged ? PRIVILEGED : 0));
  store<u32>(SCRATCH_BUS_ERROR, 0);
}

/** The access itself, once allowed. Unaligned ones go byte by byte. */
export function busLoad(address: u32, size: u32, secure: u32, privileged: u32): u32 {
  if ((address & (size - 1)) != 0) {
    let value: u32 = 0;
    for (let index: u32 = 0; index < size; index++) {
      value |= busLoad(address + index, 1, secure, privileged) << (index << 3);
      if (load<u32>(SCRATCH_FAULT) != 0) return 0;
    }
    return value;
  }
  // The processor keeps these to itself: no memory is asked.
  let host = isPrivatePeripheral(address) ? 0 : openHost(address);
  if (host != 0) {
    if (marksOf(host) & MARK_WATCH_READ) watchRead(host, address, loadHost(host, size), size);
    return loadHost(host, size);
  }
  store<u32>(SCRATCH_RESYNC, 1);
  let value = loadRegister(address, size, secure, privileged);
  if (load<u32>(SCRATCH_WATCH_COUNT) != 0) watchRead(address, address, value, size);
  return value;
}

function loadRegister(address: u32, size: u32, secure: u32, privileged: u32): u32 {
  if (isPrivatePeripheral(address)) return readSystem(address, size, secure, privileged);
  beginTransaction(address, privileged);
  let value = mmioRead(address, size);
  if (load<u32>(SCRATCH_BUS_ERROR) == 0) return value;
  raise(FAULT_PRECISERR, address);
  return 0;
}

export function busStore(address: u32, value: u32, size: u32, secure: u32, privileged: u32): void {
  if ((address & (size - 1)) != 0) {
    for (let index: u32 = 0; index < size; index++) {
      busStore(address + index, (value >>> (index << 3)) & 0xff, 1, secure, privileged);
      if (load<u32>(SCRATCH_FAULT) != 0) return;
    }
    return;
  }
  let host = isPrivatePeripheral(address) ? 0 : openHost(address);
  if (host != 0) {
    if (isWritable(address)) storePhysical(host, address, value, size);
    else raise(FAULT_PRECISERR, address);
    return;
  }
  store<u32>(SCRATCH_RESYNC, 1);
  if (load<u32>(SCRATCH_WATCH_COUNT) != 0) watchWrite(address, address, value, size);
  if (isPrivatePeripheral(address)) {
    writeSystem(address, value, size, secure, privileged);
    return;
  }
  beginTransaction(address, privileged);
  mmioWrite(address, value, size);
  if (load<u32>(SCRATCH_BUS_ERROR) != 0) raise(FAULT_PRECISERR, address);
}

function storePhysical(host: u32, address: u32, value: u32, size: u32): void {
  if (marksOf(host) & MARK_WATCH_WRITE) watchWrite(host, address, value, size);
  touchPage(host);
  storeHost(host, value, size);
  if (!isCodePage(host)) return;
  codeWritten(host, size);
  store<u32>(SCRATCH_RESYNC, 1);
}

/** Enter what holds for the whole page into the table of one state. */
function fill(address: u32, secure: u32, privileged: u32): void {
  let page = address & PAGE_MASK;
  let cell = tableCell(page, secure, privileged);
  if (recallTables() && load<u32>(cell) != 0) return;
  let host = openHost(page);
  if (host == 0 || hostOf(page + PAGE_BYTES - 1) != host + PAGE_BYTES - 1 || !isUniform(page)) return;
  let attribution = attributionOf(page);
  let rights = mpuOf(page, secure, privileged);
  let entry: u32 = rights & DEVICE ? 0 : NORMAL;
  if (mayTouch(attribution, secure)) {
    let marks = marksOf(host);
    if (rights & CAN_READ) entry |= marks & MARK_WATCH_READ ? WATCHED_READ : READ;
    if (rights & CAN_WRITE && isWritable(page) && !isCodePage(host)) {
      if (marks & MARK_WATCH_WRITE) entry |= WATCHED_WRITE;
      else entry |= marks & (MARK_DIGESTED | MARK_KEPT) ? CLEAN : WRITE;
    }
  }
  if (rights & CAN_EXECUTE && mayFetch(attribution & 3, secure)) entry |= EXECUTE;
  if (load<u32>(cell) == 0) rememberFilled(cell);
  store<u32>(cell, (host - page) | entry);
}

/** Try to mark the page of `address` executable for the current state; false when it is mixed or denied. */
export function fillExecute(address: u32): bool {
  let secure = isSecure();
  let privileged = isPrivileged(secure);
  fill(address, secure, privileged);
  return (load<u32>(tableCell(address, secure, privileged)) & EXECUTE) != 0;
}

/** One halfword of an instruction, with every check. */
export function fetchHalfword(address: u32): u32 {
  let secure = isSecure();
  let entry = load<u32>(tableCell(address, secure, isPrivileged(secure)));
  if (entry & EXECUTE) return load<u16>(address + (entry & PAGE_MASK));
  let attribute = fetchAttributeOf(address);
  if (attribute != ATTRIBUTE_EXEMPT && !mayFetch(attribute, secure)) return fetchForeign(address, attribute, secure);
  if ((mpuOf(address, secure, isPrivileged(secure)) & CAN_EXECUTE) == 0) {
    raise(FAULT_IACCVIOL, address);
    return 0;
  }
  return fetchPhysical(address);
}

/** An instruction cannot be decoded while EPSR.T is clear; on the way into Secure state that is INVEP. */
export function refuseWithoutThumb(address: u32): void {
  if (!isSecure() && fetchAttributeOf(address) != ATTRIBUTE_NS) raise(FAULT_INVEP, address);
  else raiseInvalidState();
}

/**
 * Non-secure code reaches Secure memory by SG in its callable part alone; Secure code never runs from Non-secure
 * memory.
 */
function fetchForeign(address: u32, attribute: u32, secure: u32): u32 {
  if (secure || attribute != ATTRIBUTE_NSC) {
    raise(secure ? FAULT_INVTRAN : FAULT_INVEP, address);
    return 0;
  }
  // The MPU that counts is the one of the memory that is fetched from.
  if ((mpuOf(address, 1, isPrivileged(1)) & CAN_EXECUTE) == 0) {
    raise(FAULT_IACCVIOL | FOR_SECURE, address);
    return 0;
  }
  let halfword = fetchPhysical(address);
  if (load<u32>(SCRATCH_FAULT) == 0 && halfword != HALFWORD_SG) raise(FAULT_INVEP, address);
  return halfword;
}

function fetchPhysical(address: u32): u32 {
  let host = openHost(address);
  if (host != 0) return load<u16>(host);
  if (hostOf(address) != 0) {
    // The guard answers in the memory's place.
    beginTransaction(address, isPrivileged(isSecure()));
    let halfword = mmioRead(address, 2);
    if (load<u32>(SCRATCH_BUS_ERROR) == 0) return halfword;
  }
  raise(FAULT_IBUSERR, address);
  return 0;
}

/**
 * Secure privileged accesses from outside execution, for monitors. Nothing faults: an error is told in
 * SCRATCH_BUS_ERROR.
 */
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
