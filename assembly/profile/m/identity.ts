/** Identification registers of a Cortex-M33 (Arm 100230, register summary): constants, but for what the board says. */
import { BOARD_CPUID, BOARD_HAS_DSP, BOARD_HAS_FPU } from "../../gen/layout";

/** 0xE000ED00 and 0xE000ED40..ED7C, and the FP feature registers. */
export function readIdentity(offset: u32): u32 {
  switch (offset) {
    case 0xd00:
      return load<u32>(BOARD_CPUID);
    case 0xd40: // ID_PFR0: T32 with Thumb-2
      return 0x00000030;
    case 0xd44: // ID_PFR1: M profile model, Security Extension
      return 0x00000210;
    case 0xd48: // ID_DFR0
      return 0x00200000;
    case 0xd50: // ID_MMFR0: PMSAv8
      return 0x00101f40;
    case 0xd58: // ID_MMFR2: WFI stalling
      return 0x01000000;
    case 0xd60: // ID_ISAR0
      return 0x01101110;
    case 0xd64: // ID_ISAR1: saturation and extension with the DSP Extension
      return load<u32>(BOARD_HAS_DSP) ? 0x02212000 : 0x02211000;
    case 0xd68: // ID_ISAR2
      return load<u32>(BOARD_HAS_DSP) ? 0x20232232 : 0x20112232;
    case 0xd6c: // ID_ISAR3: SIMD with the DSP Extension
      return load<u32>(BOARD_HAS_DSP) ? 0x01111131 : 0x01111110;
    case 0xd70: // ID_ISAR4
      return 0x01310132;
    case 0xd7c: // CTR: no cache
      return 0x8000c000;
    case 0xf40: // MVFR0
      return load<u32>(BOARD_HAS_FPU) ? 0x10110021 : 0;
    case 0xf44: // MVFR1
      return load<u32>(BOARD_HAS_FPU) ? 0x11000011 : 0;
    case 0xf48: // MVFR2
      return load<u32>(BOARD_HAS_FPU) ? 0x00000040 : 0;
    case 0xfbc: // DDEVARCH
      return 0x47702a04;
    case 0xfd0: // DPIDR4
      return 0x4;
    case 0xfe0:
      return 0x21;
    case 0xfe4:
      return 0xbd;
    case 0xfe8:
      return 0xb;
    case 0xff0:
      return 0xd;
    case 0xff4:
      return 0x90;
    case 0xff8:
      return 0x5;
    case 0xffc:
      return 0xb1;
    default:
      return 0;
  }
}
