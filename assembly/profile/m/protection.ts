/**
 * Who may touch an address: SAU and IDAU attribution, MPU_S and MPU_NS (DDI 0553, B9 and B10: SecurityCheck, MPUCheck,
 * TTResp). Granule 32 bytes throughout.
 */
import {
  BOARD_IDAU_ATTRIBUTE,
  BOARD_IDAU_BASE,
  BOARD_IDAU_COUNT,
  BOARD_IDAU_LAST,
  BOARD_MPU_REGIONS_NS,
  BOARD_MPU_REGIONS_S,
  BOARD_SAU_REGIONS,
  CPU_MPU_CTRL,
  CPU_MPU_MAIR0,
  CPU_MPU_MAIR1,
  CPU_MPU_RBAR_NS,
  CPU_MPU_RBAR_S,
  CPU_MPU_RLAR_NS,
  CPU_MPU_RLAR_S,
  CPU_SAU_CTRL,
  CPU_SAU_RBAR,
  CPU_SAU_RLAR,
  PAGE_BYTES,
} from "../../gen/layout";
import { requestsNegative } from "./priority";

/** Security attribute, more secure is greater; EXEMPT takes the state of whoever asks. */
export const ATTRIBUTE_NS: u32 = 0;
export const ATTRIBUTE_NSC: u32 = 1;
export const ATTRIBUTE_S: u32 = 2;
export const ATTRIBUTE_EXEMPT: u32 = 3;

/** Bits beside the attribute in an attribution. */
export const SAU_HIT: u32 = 0x10;
export const IDAU_HIT: u32 = 0x20;
export const SAU_REGION_SHIFT: u32 = 8;
export const IDAU_REGION_SHIFT: u32 = 16;

/** Attribute | SAU_HIT and region | IDAU_HIT and region of an address. */
export function attributionOf(address: u32): u32 {
  let idau = idauOf(address);
  if ((idau & 3) == ATTRIBUTE_EXEMPT) return idau;
  let sau = sauOf(address);
  let attribute = max<u32>(idau & 3, sau & 3);
  return attribute | (idau & ~3) | (sau & ~3);
}

function idauOf(address: u32): u32 {
  let count = load<u32>(BOARD_IDAU_COUNT);
  for (let index: u32 = 0; index < count; index++) {
    if (address < load<u32>(BOARD_IDAU_BASE + (index << 2))) continue;
    if (address > load<u32>(BOARD_IDAU_LAST + (index << 2))) continue;
    let kind = load<u32>(BOARD_IDAU_ATTRIBUTE + (index << 2));
    if (kind == 4) return ATTRIBUTE_EXEMPT;
    let attribute = kind == 0 ? ATTRIBUTE_NS : kind == 3 ? ATTRIBUTE_NSC : ATTRIBUTE_S;
    return attribute | IDAU_HIT | (index << IDAU_REGION_SHIFT);
  }
  return ATTRIBUTE_NS;
}

function sauOf(address: u32): u32 {
  let control = load<u32>(CPU_SAU_CTRL);
  if ((control & 1) == 0) return control & 2 ? ATTRIBUTE_NS : ATTRIBUTE_S;
  let found: u32 = ATTRIBUTE_S;
  let regions = load<u32>(BOARD_SAU_REGIONS);
  for (let index: u32 = 0; index < regions; index++) {
    let limit = load<u32>(CPU_SAU_RLAR + (index << 2));
    if ((limit & 1) == 0) continue;
    if (address < (load<u32>(CPU_SAU_RBAR + (index << 2)) & ~31) || address > (limit | 31)) continue;
    // Two regions on one address: Secure, and no region is valid.
    if (found & SAU_HIT) return ATTRIBUTE_S;
    found = (limit & 2 ? ATTRIBUTE_NSC : ATTRIBUTE_NS) | SAU_HIT | (index << SAU_REGION_SHIFT);
  }
  return found;
}

/** Attribute of an instruction fetch: the top sixteenth is always Secure, whatever an IDAU says. */
export function fetchAttributeOf(address: u32): u32 {
  return address >>> 28 == 15 ? ATTRIBUTE_S : attributionOf(address) & 3;
}

/** Whether state `secure` may touch data with this attribution. */
@inline
export function mayTouch(attribution: u32, secure: u32): bool {
  let attribute = attribution & 3;
  return secure != 0 || attribute == ATTRIBUTE_NS || attribute == ATTRIBUTE_EXEMPT;
}

/**
 * Secure code is fetched from Secure memory, Non-secure code from Non-secure memory; SG is seen to where it is fetched.
 */
@inline
export function mayFetch(attribute: u32, secure: u32): bool {
  return secure ? attribute == ATTRIBUTE_S || attribute == ATTRIBUTE_NSC : attribute == ATTRIBUTE_NS;
}

/** MPU_CTRL bits. */
const MPU_ENABLE: u32 = 1;
const HFNMIENA: u32 = 2;
const PRIVDEFENA: u32 = 4;

/** Whether the MPU of a state is enabled but, without HFNMIENA, stands aside for a negative priority. */
export function mpuStandsAside(secure: u32, negative: bool): bool {
  return negative && (load<u32>(CPU_MPU_CTRL + (secure << 2)) & (MPU_ENABLE | HFNMIENA)) == MPU_ENABLE;
}

/** Bit per security state whose enabled MPU stands aside now. */
export function mpuBypass(): u32 {
  let bypass: u32 = 0;
  for (let secure: u32 = 0; secure < 2; secure++) {
    if (mpuStandsAside(secure, true) && requestsNegative(secure)) bypass |= 1 << secure;
  }
  return bypass;
}

/** Access rights; DEVICE marks memory that faults on unaligned accesses. MPU_HIT and region as in TT. */
export const CAN_READ: u32 = 1;
export const CAN_WRITE: u32 = 2;
export const CAN_EXECUTE: u32 = 4;
export const DEVICE: u32 = 8;
export const MPU_HIT: u32 = 0x10;
export const MPU_REGION_SHIFT: u32 = 8;

/** What the MPU of a security state allows at an address. */
export function mpuOf(address: u32, secure: u32, privileged: u32): u32 {
  return mpuUnder(address, secure, privileged, requestsNegative(secure));
}

/** The same for code that asks for a negative priority, or does not. */
export function mpuUnder(address: u32, secure: u32, privileged: u32, negative: bool): u32 {
  let control = load<u32>(CPU_MPU_CTRL + (secure << 2));
  if (address >>> 20 == 0xe00) return CAN_READ | CAN_WRITE | DEVICE;
  if ((control & MPU_ENABLE) == 0 || mpuStandsAside(secure, negative)) return defaultMap(address);
  let count = load<u32>(secure ? BOARD_MPU_REGIONS_S : BOARD_MPU_REGIONS_NS);
  let bases = secure ? CPU_MPU_RBAR_S : CPU_MPU_RBAR_NS;
  let limits = secure ? CPU_MPU_RLAR_S : CPU_MPU_RLAR_NS;
  let found: u32 = 0;
  for (let index: u32 = 0; index < count; index++) {
    let base = load<u32>(bases + (index << 2));
    let limit = load<u32>(limits + (index << 2));
    if ((limit & 1) == 0 || address < (base & ~31) || address > (limit | 31)) continue;
    // Overlapping regions deny everything.
    if (found != 0) return 0;
    found = regionRights(base, limit, secure, privileged) | MPU_HIT | (index << MPU_REGION_SHIFT);
  }
  if (found != 0) return address >= 0xe0000000 ? found & ~CAN_EXECUTE : found;
  return control & PRIVDEFENA && privileged ? defaultMap(address) : 0;
}

/** As mpuOf, without the rights that the security of the address takes away: what an access may do in the end. */
export function rightsOf(address: u32, secure: u32, privileged: u32): u32 {
  let rights = mpuOf(address, secure, privileged);
  if (!mayTouch(attributionOf(address), secure)) rights &= ~(CAN_READ | CAN_WRITE);
  let attribute = fetchAttributeOf(address);
  if (attribute != ATTRIBUTE_EXEMPT && !mayFetch(attribute, secure)) rights &= ~CAN_EXECUTE;
  return rights;
}

function regionRights(base: u32, limit: u32, secure: u32, privileged: u32): u32 {
  let rights: u32 = 0;
  let readOnly = base & 4;
  let everyone = base & 2;
  if (privileged || everyone) rights = readOnly ? CAN_READ : CAN_READ | CAN_WRITE;
  if (rights != 0 && (base & 1) == 0) rights |= CAN_EXECUTE;
  let index = (limit >>> 1) & 7;
  let mair = load<u32>((index < 4 ? CPU_MPU_MAIR0 : CPU_MPU_MAIR1) + (secure << 2));
  let attribute = (mair >>> ((index & 3) << 3)) & 0xff;
  // A fetch from Device memory that XN does not forbid is UNPREDICTABLE (Cortex-M33 TRM 100230, C.8). It works, as in
  // QEMU: hypervisors that run on the part leave MAIR at reset and execute through such regions.
  return attribute & 0xf0 ? rights : rights | DEVICE;
}

/** The map that holds without an MPU: code, SRAM and external RAM may execute, the rest is device. */
function defaultMap(address: u32): u32 {
  let eighth = address >>> 29;
  if (eighth == 2 || eighth >= 5) return CAN_READ | CAN_WRITE | DEVICE;
  return CAN_READ | CAN_WRITE | CAN_EXECUTE;
}

/** True when every byte of the page has the same rights and attribute in all respects. */
export function isUniform(page: u32): bool {
  return (
    !cutByIdau(page) &&
    !cut(CPU_SAU_RBAR, CPU_SAU_RLAR, load<u32>(BOARD_SAU_REGIONS), page) &&
    !cut(CPU_MPU_RBAR_NS, CPU_MPU_RLAR_NS, load<u32>(BOARD_MPU_REGIONS_NS), page) &&
    !cut(CPU_MPU_RBAR_S, CPU_MPU_RLAR_S, load<u32>(BOARD_MPU_REGIONS_S), page)
  );
}

/**
 * Whether a region that starts at `base`, and another that starts at `end`, share the page with what lies before them.
 */
@inline
function isInside(base: u32, end: u32, page: u32): bool {
  return (base - page < PAGE_BYTES && base != page) || (end - page < PAGE_BYTES && end != page);
}

function cutByIdau(page: u32): bool {
  let count = load<u32>(BOARD_IDAU_COUNT);
  for (let index: u32 = 0; index < count; index++) {
    let end = load<u32>(BOARD_IDAU_LAST + (index << 2)) + 1;
    if (isInside(load<u32>(BOARD_IDAU_BASE + (index << 2)), end, page)) return true;
  }
  return false;
}

function cut(bases: u32, limits: u32, count: u32, page: u32): bool {
  for (let index: u32 = 0; index < count; index++) {
    let limit = load<u32>(limits + (index << 2));
    if ((limit & 1) == 0) continue;
    if (isInside(load<u32>(bases + (index << 2)) & ~31, (limit | 31) + 1, page)) return true;
  }
  return false;
}
