/**
 * MPU (banked), SAU and SecureFault registers, 0xE000ED90..EDEF. SAU and SecureFault are RAZ/WI for Non-secure state.
 */
import {
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
  CPU_MPU_RNR,
  CPU_SAU_CTRL,
  CPU_SAU_RBAR,
  CPU_SAU_RLAR,
  CPU_SAU_RNR,
  CPU_SFAR,
  CPU_SFSR,
} from "../../gen/layout";
import { setTablesAside } from "../../mem/tables";


@inline
function regionCount(view: u32): u32 {
  return load<u32>(view ? BOARD_MPU_REGIONS_S : BOARD_MPU_REGIONS_NS);
}

/**
 * Cell of RBAR or RLAR that offset 0xD9C.. names: the region of RNR, or one of its three neighbours through an alias.
 */
function mpuCell(offset: u32, view: u32): u32 {
  let rnr = load<u32>(CPU_MPU_RNR + (view << 2));
  let alias = (offset - 0xd9c) >>> 3;
  let region = alias == 0 ? rnr : (rnr & ~3) | alias;
  if (region >= regionCount(view)) return 0;
  let limits = ((offset - 0xd9c) & 4) != 0;
  let base = view ? (limits ? CPU_MPU_RLAR_S : CPU_MPU_RBAR_S) : limits ? CPU_MPU_RLAR_NS : CPU_MPU_RBAR_NS;
  return base + (region << 2);
}

function sauCell(base: u32): u32 {
  let region = load<u32>(CPU_SAU_RNR);
  return region < load<u32>(BOARD_SAU_REGIONS) ? base + (region << 2) : 0;
}

export function readProtection(offset: u32, view: u32): u32 {
  let bank = view << 2;
  if (offset >= 0xd9c && offset < 0xdbc) {
    let cell = mpuCell(offset, view);
    return cell ? load<u32>(cell) : 0;
  }
  switch (offset) {
    case 0xd90:
      return regionCount(view) << 8;
    case 0xd94:
      return load<u32>(CPU_MPU_CTRL + bank);
    case 0xd98:
      return load<u32>(CPU_MPU_RNR + bank);
    case 0xdc0:
      return load<u32>(CPU_MPU_MAIR0 + bank);
    case 0xdc4:
      return load<u32>(CPU_MPU_MAIR1 + bank);
  }
  return view ? readSecurity(offset) : 0;
}

function readSecurity(offset: u32): u32 {
  let cell: u32 = 0;
  switch (offset) {
    case 0xdd0:
      return load<u32>(CPU_SAU_CTRL);
    case 0xdd4:
      return load<u32>(BOARD_SAU_REGIONS);
    case 0xdd8:
      return load<u32>(CPU_SAU_RNR);
    case 0xddc:
      cell = sauCell(CPU_SAU_RBAR);
      return cell ? load<u32>(cell) : 0;
    case 0xde0:
      cell = sauCell(CPU_SAU_RLAR);
      return cell ? load<u32>(cell) : 0;
    case 0xde4:
      return load<u32>(CPU_SFSR);
    case 0xde8:
      return load<u32>(CPU_SFAR);
  }
  return 0;
}

export function writeProtection(offset: u32, value: u32, view: u32): void {
  let bank = view << 2;
  if (offset >= 0xd9c && offset < 0xdbc) {
    let cell = mpuCell(offset, view);
    // RLAR bit 4 (PXN) comes with Armv8.1-M.
    if (cell) store<u32>(cell, offset & 4 ? value : value & ~0x10);
  } else if (offset == 0xd94) store<u32>(CPU_MPU_CTRL + bank, value & 7);
  else if (offset == 0xd98) store<u32>(CPU_MPU_RNR + bank, value & 0xff);
  else if (offset == 0xdc0) store<u32>(CPU_MPU_MAIR0 + bank, value);
  else if (offset == 0xdc4) store<u32>(CPU_MPU_MAIR1 + bank, value);
  else if (view) writeSecurity(offset, value);
  setTablesAside();
}

function writeSecurity(offset: u32, value: u32): void {
  let cell: u32 = 0;
  if (offset == 0xdd0) store<u32>(CPU_SAU_CTRL, value & 3);
  else if (offset == 0xdd8) store<u32>(CPU_SAU_RNR, value & 0xff);
  else if (offset == 0xddc) {
    cell = sauCell(CPU_SAU_RBAR);
    if (cell) store<u32>(cell, value & ~31);
  } else if (offset == 0xde0) {
    cell = sauCell(CPU_SAU_RLAR);
    if (cell) store<u32>(cell, value & ~28);
  } else if (offset == 0xde4) store<u32>(CPU_SFSR, load<u32>(CPU_SFSR) & ~value);
  else if (offset == 0xde8) store<u32>(CPU_SFAR, value);
}
