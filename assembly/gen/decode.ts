// Printed by src/gen/print-decoder.ts from src/isa. Do not edit: npm run gen.
import { divideSigned, divideUnsigned, extend16, extend8, lessSigned, multiplyHighSigned, multiplyHighUnsigned, reverseBits, shiftRightSigned } from "../exec/arithmetic";
import { BOARD_HAS_DSP } from "./layout";

/** Bits beside the dispatch number: the block ends here; the row is IT; IT conditions do not count. */
export const ENDS: u32 = 0x10000;
export const IS_IT: u32 = 0x20000;
export const UNCONDITIONAL: u32 = 0x40000;
export const UNDEFINED: u32 = 2 | ENDS;
export const REFUSED: u32 = 3 | ENDS;
export const OP_STOP: u32 = 0;
export const OP_FALL: u32 = 1;
export const OP_NATIVE: u32 = 4;
export const OP_IF: u32 = 5;

/** The coprocessor goes into the record. */
function refuse(w: u32, record: u32): u32 {
  store<u32>(record, (w >>> 8) & 15, 8);
  return REFUSED;
}

function decodeT160(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffc0) == 0x0) {
    // MOV_reg_T2
    if (u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 19 + 1;
  }
  if ((w & 0xf800) == 0x0) {
    // LSL_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, ((w >>> 6) & 0x1f), 8);
    return 21 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT161(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x0) {
    // LSL_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, ((w >>> 6) & 0x1f), 8);
    return 21 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT162(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x800) {
    // LSR_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) != 0 ? ((w >>> 6) & 0x1f) : 32), 8);
    return 23 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT164(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x1000) {
    // ASR_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) != 0 ? ((w >>> 6) & 0x1f) : 32), 8);
    return 25 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT166(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0x1800) {
    // ADD_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 27 + u32((it & 15) == 0);
  }
  if ((w & 0xfe00) == 0x1a00) {
    // SUB_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 29 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT167(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0x1c00) {
    // ADD_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, ((w >>> 6) & 0x7), 8);
    return 31 + u32((it & 15) == 0);
  }
  if ((w & 0xfe00) == 0x1e00) {
    // SUB_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, ((w >>> 6) & 0x7), 8);
    return 33 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT168(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x2000) {
    // MOV_imm_T1
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u32>(record, (w & 0xff), 8);
    return 35 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT16a(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x2800) {
    // CMP_imm_T1
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u32>(record, (w & 0xff), 8);
    return 38;
  }
  return UNDEFINED;
}

function decodeT16c(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x3000) {
    // ADD_imm_T2
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 31 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT16e(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x3800) {
    // SUB_imm_T2
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 33 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT1610(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffc0) == 0x4000) {
    // AND_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 39 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4040) {
    // EOR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 41 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4080) {
    // LSL_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 43 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x40c0) {
    // LSR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 45 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4100) {
    // ASR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 47 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4140) {
    // ADC_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 49 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4180) {
    // SBC_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 51 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x41c0) {
    // ROR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 53 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4200) {
    // TST_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 55;
  }
  if ((w & 0xffc0) == 0x4240) {
    // RSB_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, 0, 8);
    return 56 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4280) {
    // CMP_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 58;
  }
  if ((w & 0xffc0) == 0x42c0) {
    // CMN_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 59;
  }
  if ((w & 0xffc0) == 0x4300) {
    // ORR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 60 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4340) {
    // MUL_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8((w & 0x7) << 2), 4);
    return 62 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x4380) {
    // BIC_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8((w & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 4);
    return 64 + u32((it & 15) == 0);
  }
  if ((w & 0xffc0) == 0x43c0) {
    // MVN_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 66 + u32((it & 15) == 0);
  }
  return UNDEFINED;
}

function decodeT1611(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff87) == 0x4487) {
    // ADD_PC_reg_T2
    if ((u32((it & 7) != 0) | u32(((w >>> 3) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    store<u32>(record, (pc + 4), 8);
    return 65604;
  }
  if ((w & 0xffff) == 0x44fd) {
    // ADD_SP_from_PC_T2
    store<u32>(record, (pc + 4), 8);
    return 69;
  }
  if ((w & 0xff87) == 0x4485) {
    // ADD_SP_reg_T2
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    store<u32>(record, 0, 8);
    return 71;
  }
  if ((w & 0xff78) == 0x4478) {
    // ADD_reg_T2_from_PC
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 2);
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 3);
    store<u32>(record, (pc + 4), 8);
    return 31;
  }
  if ((w & 0xff00) == 0x4400) {
    // ADD_reg_T2
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 2);
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 3);
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 4);
    return 27;
  }
  if ((w & 0xff00) == 0x4500) {
    // CMP_reg_T2
    if (((u32(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) == 15) | u32(((w >>> 3) & 0xf) == 15)) | (u32(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) < 8) & u32(((w >>> 3) & 0xf) < 8))) != 0) return UNDEFINED;
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 3);
    return 58;
  }
  if ((w & 0xffff) == 0x46ff) {
    // MOV_PC_from_PC_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, (pc + 4), 8);
    return 65610;
  }
  if ((w & 0xff87) == 0x4687) {
    // MOV_PC_reg_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    return 65609;
  }
  if ((w & 0xffff) == 0x46fd) {
    // MOV_SP_from_PC_T1
    store<u32>(record, (pc + 4), 8);
    return 75;
  }
  if ((w & 0xff87) == 0x4685) {
    // MOV_SP_reg_T1
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    return 76;
  }
  if ((w & 0xff78) == 0x4678) {
    // MOV_reg_T1_from_PC
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 2);
    store<u32>(record, (pc + 4), 8);
    return 35;
  }
  if ((w & 0xff00) == 0x4600) {
    // MOV_reg_T1
    store<u8>(record, u8(((((w >>> 7) & 0x1) << 3) | (w & 0x7)) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 3);
    return 19;
  }
  if ((w & 0xff84) == 0x4700) {
    // BX_T1
    if ((u32((it & 7) != 0) | u32(((w >>> 3) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    return 65613;
  }
  if ((w & 0xff84) == 0x4780) {
    // BLX_reg_T1
    if ((u32((it & 7) != 0) | u32(((w >>> 3) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    return 65614;
  }
  if ((w & 0xff84) == 0x4704) {
    // BXNS_T1
    if ((u32((it & 7) != 0) | (u32(((w >>> 3) & 0xf) == 13) | u32(((w >>> 3) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    return 65615;
  }
  if ((w & 0xff84) == 0x4784) {
    // BLXNS_T1
    if ((u32((it & 7) != 0) | (u32(((w >>> 3) & 0xf) == 13) | u32(((w >>> 3) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 3) & 0xf) << 2), 2);
    return 65616;
  }
  return UNDEFINED;
}

function decodeT1612(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x4800) {
    // LDR_lit_T1
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + ((w & 0xff) << 2)), 8);
    return 81;
  }
  return UNDEFINED;
}

function decodeT1614(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0x5000) {
    // STR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 83;
  }
  if ((w & 0xfe00) == 0x5200) {
    // STRH_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 84;
  }
  return UNDEFINED;
}

function decodeT1615(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0x5400) {
    // STRB_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 85;
  }
  if ((w & 0xfe00) == 0x5600) {
    // LDRSB_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 86;
  }
  return UNDEFINED;
}

function decodeT1616(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0x5800) {
    // LDR_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 87;
  }
  if ((w & 0xfe00) == 0x5a00) {
    // LDRH_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 89;
  }
  return UNDEFINED;
}

function decodeT1617(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0x5c00) {
    // LDRB_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 90;
  }
  if ((w & 0xfe00) == 0x5e00) {
    // LDRSH_reg_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u8>(record, u8(((w >>> 6) & 0x7) << 2), 4);
    return 91;
  }
  return UNDEFINED;
}

function decodeT1618(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x6000) {
    // STR_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) << 2), 8);
    return 92;
  }
  return UNDEFINED;
}

function decodeT161a(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x6800) {
    // LDR_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) << 2), 8);
    return 93;
  }
  return UNDEFINED;
}

function decodeT161c(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x7000) {
    // STRB_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) << 0), 8);
    return 95;
  }
  return UNDEFINED;
}

function decodeT161e(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x7800) {
    // LDRB_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) << 0), 8);
    return 96;
  }
  return UNDEFINED;
}

function decodeT1620(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x8000) {
    // STRH_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) << 1), 8);
    return 97;
  }
  return UNDEFINED;
}

function decodeT1622(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x8800) {
    // LDRH_imm_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    store<u32>(record, (((w >>> 6) & 0x1f) << 1), 8);
    return 98;
  }
  return UNDEFINED;
}

function decodeT1624(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x9000) {
    // STR_imm_T2
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u8>(record, u8(13 << 2), 3);
    store<u32>(record, ((w & 0xff) << 2), 8);
    return 92;
  }
  return UNDEFINED;
}

function decodeT1626(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0x9800) {
    // LDR_imm_T2
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u8>(record, u8(13 << 2), 3);
    store<u32>(record, ((w & 0xff) << 2), 8);
    return 93;
  }
  return UNDEFINED;
}

function decodeT1628(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0xa000) {
    // ADR_T1
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + ((w & 0xff) << 2)), 8);
    return 35;
  }
  return UNDEFINED;
}

function decodeT162a(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0xa800) {
    // ADD_SP_imm_T1
    store<u8>(record, u8(((w >>> 8) & 0x7) << 2), 2);
    store<u8>(record, u8(13 << 2), 3);
    store<u32>(record, ((w & 0xff) << 2), 8);
    return 31;
  }
  return UNDEFINED;
}

function decodeT162c(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff80) == 0xb000) {
    // ADD_SP_imm_T2
    store<u32>(record, ((w & 0x7f) << 2), 8);
    return 69;
  }
  if ((w & 0xff80) == 0xb080) {
    // SUB_SP_imm_T1
    store<u32>(record, ((w & 0x7f) << 2), 8);
    return 99;
  }
  if ((w & 0xfd00) == 0xb100) {
    // CBZ_T1
    if (u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u32>(record, ((pc + 4) + (((((w >>> 9) & 0x1) << 5) | ((w >>> 3) & 0x1f)) << 1)), 8);
    return 65649;
  }
  if ((w & 0xffc0) == 0xb200) {
    // SXTH_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 115;
  }
  if ((w & 0xffc0) == 0xb240) {
    // SXTB_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 116;
  }
  if ((w & 0xffc0) == 0xb280) {
    // UXTH_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 117;
  }
  if ((w & 0xffc0) == 0xb2c0) {
    // UXTB_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 118;
  }
  return UNDEFINED;
}

function decodeT162d(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe00) == 0xb400) {
    // PUSH_T1
    if (u32(((w & 0xff) | (((w >>> 8) & 0x1) << 14)) == 0) != 0) return UNDEFINED;
    store<u8>(record, u8(13), 5);
    store<u32>(record, ((w & 0xff) | (((w >>> 8) & 0x1) << 14)), 8);
    return 101 + 1 + 1 * 2;
  }
  if ((w & 0xffe0) == 0xb660) {
    // CPS_T1
    if ((u32((it & 15) != 0) | u32((((w >>> 1) & 0x1) | (w & 0x1)) == 0)) != 0) return UNDEFINED;
    store<u32>(record, ((((w >>> 4) & 0x1) << 4) | ((((w >>> 1) & 0x1) << 1) | (w & 0x1))), 8);
    return 65655;
  }
  return UNDEFINED;
}

function decodeT162e(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfd00) == 0xb900) {
    // CBNZ_T1
    if (u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u32>(record, ((pc + 4) + (((((w >>> 9) & 0x1) << 5) | ((w >>> 3) & 0x1f)) << 1)), 8);
    return 65650;
  }
  if ((w & 0xffc0) == 0xba00) {
    // REV_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 120;
  }
  if ((w & 0xffc0) == 0xba40) {
    // REV16_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 121;
  }
  if ((w & 0xffc0) == 0xbac0) {
    // REVSH_T1
    store<u8>(record, u8((w & 0x7) << 2), 2);
    store<u8>(record, u8(((w >>> 3) & 0x7) << 2), 3);
    return 122;
  }
  return UNDEFINED;
}

function decodeT162f(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff00) == 0xbd00) {
    // POP_PC_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u8>(record, u8(13), 5);
    store<u32>(record, ((w & 0xff) | 32768), 8);
    return 65641 + 1 * 2;
  }
  if ((w & 0xff00) == 0xbc00) {
    // POP_T1
    if (u32((w & 0xff) == 0) != 0) return UNDEFINED;
    store<u8>(record, u8(13), 5);
    store<u32>(record, (w & 0xff), 8);
    return 109 + 1 * 2;
  }
  if ((w & 0xff00) == 0xbe00) {
    // BKPT_T1
    store<u32>(record, (w & 0xff), 8);
    return 327803;
  }
  if ((w & 0xffff) == 0xbf00) {
    // NOP_T1
    return 124;
  }
  if ((w & 0xffff) == 0xbf10) {
    // YIELD_T1
    return 125;
  }
  if ((w & 0xffff) == 0xbf20) {
    // WFE_T1
    return 65662;
  }
  if ((w & 0xffff) == 0xbf30) {
    // WFI_T1
    return 65663;
  }
  if ((w & 0xffff) == 0xbf40) {
    // SEV_T1
    return 128;
  }
  if ((w & 0xff0f) == 0xbf00) {
    // HINT_T1
    return 124;
  }
  if ((w & 0xff00) == 0xbf00) {
    // IT_T1
    if (((u32((it & 15) != 0) | u32(((w >>> 4) & 0xf) == 15)) | (u32(((w >>> 4) & 0xf) == 14) & u32(u32(((w & 0xf) & ((w & 0xf) - 1)) == 0) == 0))) != 0) return UNDEFINED;
    store<u32>(record, ((((w >>> 4) & 0xf) << 4) | (w & 0xf)), 8);
    return 131201;
  }
  return UNDEFINED;
}

function decodeT1630(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0xc000) {
    // STM_T1
    if (u32((w & 0xff) == 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0x7)), 5);
    store<u32>(record, (w & 0xff), 8);
    return 101 + 1 * 2;
  }
  return UNDEFINED;
}

function decodeT1632(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0xc800) {
    // LDM_T1
    if (u32((w & 0xff) == 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0x7)), 5);
    store<u32>(record, (w & 0xff), 8);
    return 109 + u32((((w & 0xff) >>> ((w >>> 8) & 0x7)) & 1) == 0) * 2;
  }
  return UNDEFINED;
}

function decodeT1634(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf000) == 0xd000) {
    // B_T1
    if (u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + (shiftRightSigned(((w & 0xff) << 24), 24) << 1)), 8);
    return 65668 + ((w >>> 8) & 0xf);
  }
  return UNDEFINED;
}

function decodeT1637(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff00) == 0xde00) {
    // UDF_T1
    store<u32>(record, (w & 0xff), 8);
    return 65666;
  }
  if ((w & 0xff00) == 0xdf00) {
    // SVC_T1
    store<u32>(record, (w & 0xff), 8);
    return 65667;
  }
  if ((w & 0xf000) == 0xd000) {
    // B_T1
    if (u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + (shiftRightSigned(((w & 0xff) << 24), 24) << 1)), 8);
    return 65668 + ((w >>> 8) & 0xf);
  }
  return UNDEFINED;
}

function decodeT1638(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xf800) == 0xe000) {
    // B_T2
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + (shiftRightSigned(((w & 0x7ff) << 21), 21) << 1)), 8);
    return 65610;
  }
  return UNDEFINED;
}

export function decodeT16(w: u32, pc: u32, it: u32, record: u32): u32 {
  switch (w >>> 10) {
    case 0x0:
      return decodeT160(w, pc, it, record);
    case 0x1:
      return decodeT161(w, pc, it, record);
    case 0x2:
    case 0x3:
      return decodeT162(w, pc, it, record);
    case 0x4:
    case 0x5:
      return decodeT164(w, pc, it, record);
    case 0x6:
      return decodeT166(w, pc, it, record);
    case 0x7:
      return decodeT167(w, pc, it, record);
    case 0x8:
    case 0x9:
      return decodeT168(w, pc, it, record);
    case 0xa:
    case 0xb:
      return decodeT16a(w, pc, it, record);
    case 0xc:
    case 0xd:
      return decodeT16c(w, pc, it, record);
    case 0xe:
    case 0xf:
      return decodeT16e(w, pc, it, record);
    case 0x10:
      return decodeT1610(w, pc, it, record);
    case 0x11:
      return decodeT1611(w, pc, it, record);
    case 0x12:
    case 0x13:
      return decodeT1612(w, pc, it, record);
    case 0x14:
      return decodeT1614(w, pc, it, record);
    case 0x15:
      return decodeT1615(w, pc, it, record);
    case 0x16:
      return decodeT1616(w, pc, it, record);
    case 0x17:
      return decodeT1617(w, pc, it, record);
    case 0x18:
    case 0x19:
      return decodeT1618(w, pc, it, record);
    case 0x1a:
    case 0x1b:
      return decodeT161a(w, pc, it, record);
    case 0x1c:
    case 0x1d:
      return decodeT161c(w, pc, it, record);
    case 0x1e:
    case 0x1f:
      return decodeT161e(w, pc, it, record);
    case 0x20:
    case 0x21:
      return decodeT1620(w, pc, it, record);
    case 0x22:
    case 0x23:
      return decodeT1622(w, pc, it, record);
    case 0x24:
    case 0x25:
      return decodeT1624(w, pc, it, record);
    case 0x26:
    case 0x27:
      return decodeT1626(w, pc, it, record);
    case 0x28:
    case 0x29:
      return decodeT1628(w, pc, it, record);
    case 0x2a:
    case 0x2b:
      return decodeT162a(w, pc, it, record);
    case 0x2c:
      return decodeT162c(w, pc, it, record);
    case 0x2d:
      return decodeT162d(w, pc, it, record);
    case 0x2e:
      return decodeT162e(w, pc, it, record);
    case 0x2f:
      return decodeT162f(w, pc, it, record);
    case 0x30:
    case 0x31:
      return decodeT1630(w, pc, it, record);
    case 0x32:
    case 0x33:
      return decodeT1632(w, pc, it, record);
    case 0x34:
    case 0x35:
    case 0x36:
      return decodeT1634(w, pc, it, record);
    case 0x37:
      return decodeT1637(w, pc, it, record);
    case 0x38:
    case 0x39:
      return decodeT1638(w, pc, it, record);
    default:
      return UNDEFINED;
  }
}

function decodeT321d0(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff700000) == 0xe8700000) {
    // LDRD_imm_T1_post
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 331 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xff700000) == 0xe8600000) {
    // STRD_imm_T1_post
    if (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 336 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff0f000) == 0xe840f000) {
    // TT_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 338 + ((w >>> 6) & 0x3);
  }
  if ((w & 0xfff00000) == 0xe8400000) {
    // STREX_T1
    if ((((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf))) | u32(((w >>> 8) & 0xf) == ((w >>> 12) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, ((w & 0xff) << 2), 8);
    return 342;
  }
  if ((w & 0xfff00000) == 0xe8500000) {
    // LDREX_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((w & 0xff) << 2), 8);
    return 343;
  }
  return UNDEFINED;
}

function decodeT321d1(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff700000) == 0xe8700000) {
    // LDRD_imm_T1_post
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 331 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xff700000) == 0xe8600000) {
    // STRD_imm_T1_post
    if (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 336 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xffd00000) == 0xe8800000) {
    // STM_T2
    if (((((u32(((w >>> 16) & 0xf) == 15) | u32(((w & 0xffff) & ((w & 0xffff) - 1)) == 0)) | (((w & 0xffff) >>> 13) & 1)) | (((w >>> 21) & 0x1) & (((w & 0xffff) >>> ((w >>> 16) & 0xf)) & 1))) | (((w & 0xffff) >>> 15) & 1)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u32>(record, (w & 0xffff), 8);
    return 101 + ((w >>> 21) & 0x1) * 2;
  }
  if ((w & 0xffd08000) == 0xe8908000) {
    // LDM_PC_T2
    if ((((((u32(((w >>> 16) & 0xf) == 15) | u32((w & 0x7fff) == 0)) | (((w & 0x7fff) >>> 14) & 1)) | (((w & 0x7fff) >>> 13) & 1)) | (((w >>> 21) & 0x1) & (((w & 0x7fff) >>> ((w >>> 16) & 0xf)) & 1))) | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u32>(record, ((w & 0x7fff) | 32768), 8);
    return 65641 + ((w >>> 21) & 0x1) * 2;
  }
  if ((w & 0xffd08000) == 0xe8900000) {
    // LDM_T2
    if ((((u32(((w >>> 16) & 0xf) == 15) | u32(((w & 0x7fff) & ((w & 0x7fff) - 1)) == 0)) | (((w & 0x7fff) >>> 13) & 1)) | (((w >>> 21) & 0x1) & (((w & 0x7fff) >>> ((w >>> 16) & 0xf)) & 1))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u32>(record, (w & 0x7fff), 8);
    return 109 + ((w >>> 21) & 0x1) * 2;
  }
  if ((w & 0xfff000f0) == 0xe8d00040) {
    // LDREXB_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 344;
  }
  if ((w & 0xfff000f0) == 0xe8c00040) {
    // STREXB_T1
    if ((((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | u32((w & 0xf) == ((w >>> 16) & 0xf))) | u32((w & 0xf) == ((w >>> 12) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 345;
  }
  if ((w & 0xfff000f0) == 0xe8d00080) {
    // LDAB_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 346;
  }
  if ((w & 0xfff000f0) == 0xe8c00080) {
    // STLB_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 347;
  }
  if ((w & 0xfff000f0) == 0xe8d000c0) {
    // LDAEXB_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 348;
  }
  if ((w & 0xfff000f0) == 0xe8c000c0) {
    // STLEXB_T1
    if ((((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | u32((w & 0xf) == ((w >>> 16) & 0xf))) | u32((w & 0xf) == ((w >>> 12) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 349;
  }
  if ((w & 0xfff000f0) == 0xe8d00050) {
    // LDREXH_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 350;
  }
  if ((w & 0xfff000f0) == 0xe8c00050) {
    // STREXH_T1
    if ((((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | u32((w & 0xf) == ((w >>> 16) & 0xf))) | u32((w & 0xf) == ((w >>> 12) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 351;
  }
  if ((w & 0xfff000f0) == 0xe8d00090) {
    // LDAH_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 352;
  }
  if ((w & 0xfff000f0) == 0xe8c00090) {
    // STLH_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 353;
  }
  if ((w & 0xfff000f0) == 0xe8d000d0) {
    // LDAEXH_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 354;
  }
  if ((w & 0xfff000f0) == 0xe8c000d0) {
    // STLEXH_T1
    if ((((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | u32((w & 0xf) == ((w >>> 16) & 0xf))) | u32((w & 0xf) == ((w >>> 12) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 355;
  }
  if ((w & 0xfff000f0) == 0xe8d000a0) {
    // LDA_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 356;
  }
  if ((w & 0xfff000f0) == 0xe8c000a0) {
    // STL_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 357;
  }
  if ((w & 0xfff000f0) == 0xe8d000e0) {
    // LDAEX_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    return 358;
  }
  if ((w & 0xfff000f0) == 0xe8c000e0) {
    // STLEX_T1
    if ((((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | u32((w & 0xf) == ((w >>> 16) & 0xf))) | u32((w & 0xf) == ((w >>> 12) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 359;
  }
  if ((w & 0xffff00f0) == 0xe8df0000) {
    // TBB_PC_T1
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u32>(record, (pc + 4), 8);
    return 65896;
  }
  if ((w & 0xfff000f0) == 0xe8d00000) {
    // TBB_T1
    if ((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32((it & 7) != 0)) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 65897;
  }
  if ((w & 0xffff00f0) == 0xe8df0010) {
    // TBH_PC_T1
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u32>(record, (pc + 4), 8);
    return 65898;
  }
  if ((w & 0xfff000f0) == 0xe8d00010) {
    // TBH_T1
    if ((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32((it & 7) != 0)) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 65899;
  }
  return UNDEFINED;
}

function decodeT321d2(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffffffff) == 0xe97fe97f) {
    // SG_T1
    return 65862;
  }
  if ((w & 0xff7f0000) == 0xe95f0000) {
    // LDRD_lit_T1
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2)))), 8);
    return 327;
  }
  if ((w & 0xff700000) == 0xe9500000) {
    // LDRD_imm_T1
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 328;
  }
  if ((w & 0xff700000) == 0xe9700000) {
    // LDRD_imm_T1_pre
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 329 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xff700000) == 0xe9400000) {
    // STRD_imm_T1
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 333;
  }
  if ((w & 0xff700000) == 0xe9600000) {
    // STRD_imm_T1_pre
    if (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 334 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xffd00000) == 0xe9000000) {
    // STMDB_T1
    if (((((u32(((w >>> 16) & 0xf) == 15) | u32(((w & 0xffff) & ((w & 0xffff) - 1)) == 0)) | (((w & 0xffff) >>> 13) & 1)) | (((w >>> 21) & 0x1) & (((w & 0xffff) >>> ((w >>> 16) & 0xf)) & 1))) | (((w & 0xffff) >>> 15) & 1)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u32>(record, (w & 0xffff), 8);
    return 101 + 1 + ((w >>> 21) & 0x1) * 2;
  }
  if ((w & 0xffd08000) == 0xe9108000) {
    // LDMDB_PC_T1
    if ((((((u32(((w >>> 16) & 0xf) == 15) | u32((w & 0x7fff) == 0)) | (((w & 0x7fff) >>> 14) & 1)) | (((w & 0x7fff) >>> 13) & 1)) | (((w >>> 21) & 0x1) & (((w & 0x7fff) >>> ((w >>> 16) & 0xf)) & 1))) | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u32>(record, ((w & 0x7fff) | 32768), 8);
    return 65641 + 1 + ((w >>> 21) & 0x1) * 2;
  }
  if ((w & 0xffd08000) == 0xe9100000) {
    // LDMDB_T1
    if ((((u32(((w >>> 16) & 0xf) == 15) | u32(((w & 0x7fff) & ((w & 0x7fff) - 1)) == 0)) | (((w & 0x7fff) >>> 13) & 1)) | (((w >>> 21) & 0x1) & (((w & 0x7fff) >>> ((w >>> 16) & 0xf)) & 1))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u32>(record, (w & 0x7fff), 8);
    return 109 + 1 + ((w >>> 21) & 0x1) * 2;
  }
  return UNDEFINED;
}

function decodeT321d3(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff7f0000) == 0xe95f0000) {
    // LDRD_lit_T1
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2)))), 8);
    return 327;
  }
  if ((w & 0xff700000) == 0xe9500000) {
    // LDRD_imm_T1
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 328;
  }
  if ((w & 0xff700000) == 0xe9700000) {
    // LDRD_imm_T1_pre
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 329 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xff700000) == 0xe9400000) {
    // STRD_imm_T1
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 333;
  }
  if ((w & 0xff700000) == 0xe9600000) {
    // STRD_imm_T1_pre
    if (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 8) & 0xf) == ((w >>> 16) & 0xf)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 334 + u32(((w >>> 16) & 0xf) == 13);
  }
  return UNDEFINED;
}

function decodeT321d4(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffff7ff0) == 0xea4f0d00) {
    // MOV_SP_reg_T3
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    return 76;
  }
  if ((w & 0xffef70f0) == 0xea4f0000) {
    // MOV_reg_T3
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | u32((w & 0xf) == 15)) | (((w >>> 20) & 0x1) & u32((w & 0xf) == 13))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 19 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef0030) == 0xea4f0000) {
    // LSL_imm_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 21 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef0030) == 0xea4f0010) {
    // LSR_imm_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : 32), 8);
    return 23 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef0030) == 0xea4f0020) {
    // ASR_imm_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : 32), 8);
    return 25 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef70f0) == 0xea4f0030) {
    // RRX_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 180 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef0030) == 0xea4f0030) {
    // ROR_imm_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 182 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfff07ff0) == 0xea100f00) {
    // TST_reg_T2
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 55;
  }
  if ((w & 0xfff00f30) == 0xea100f00) {
    // TST_reg_T2_lsl
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 184;
  }
  if ((w & 0xfff00f00) == 0xea100f00) {
    // TST_reg_T2_shift
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 185;
  }
  if ((w & 0xffe070f0) == 0xea000000) {
    // AND_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 39 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xea000000) {
    // AND_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 186 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xea000000) {
    // AND_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 188 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xea200000) {
    // BIC_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 64 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xea200000) {
    // BIC_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 190 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xea200000) {
    // BIC_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 192 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xea400000) {
    // ORR_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 60 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xea400000) {
    // ORR_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 194 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xea400000) {
    // ORR_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 196 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef70f0) == 0xea6f0000) {
    // MVN_reg_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 66 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef0030) == 0xea6f0000) {
    // MVN_reg_T2_lsl
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 198 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffef0000) == 0xea6f0000) {
    // MVN_reg_T2_shift
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 200 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xea600000) {
    // ORN_reg_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 202 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xea600000) {
    // ORN_reg_T1_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 204 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xea600000) {
    // ORN_reg_T1_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 206 + ((w >>> 20) & 0x1);
  }
  return UNDEFINED;
}

function decodeT321d5(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff07ff0) == 0xea900f00) {
    // TEQ_reg_T1
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 208;
  }
  if ((w & 0xfff00f30) == 0xea900f00) {
    // TEQ_reg_T1_lsl
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 209;
  }
  if ((w & 0xfff00f00) == 0xea900f00) {
    // TEQ_reg_T1_shift
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 210;
  }
  if ((w & 0xffe070f0) == 0xea800000) {
    // EOR_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 41 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xea800000) {
    // EOR_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 211 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xea800000) {
    // EOR_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 213 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfff00030) == 0xeac00000) {
    // PKHBT_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 422;
  }
  if ((w & 0xfff00030) == 0xeac00020) {
    // PKHTB_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : 31), 8);
    return 423;
  }
  return UNDEFINED;
}

function decodeT321d6(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff07ff0) == 0xeb100f00) {
    // CMN_reg_T2
    if ((u32(((w >>> 16) & 0xf) == 15) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 59;
  }
  if ((w & 0xfff00f30) == 0xeb100f00) {
    // CMN_reg_T2_lsl
    if ((u32(((w >>> 16) & 0xf) == 15) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 215;
  }
  if ((w & 0xfff00f00) == 0xeb100f00) {
    // CMN_reg_T2_shift
    if ((u32(((w >>> 16) & 0xf) == 15) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 216;
  }
  if ((w & 0xffef0f00) == 0xeb0d0d00) {
    // ADD_SP_reg_T3
    if ((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32(((w >>> 4) & 0x3) != 0)) | u32(3 < ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 71 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xeb000000) {
    // ADD_reg_T3
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 27 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xeb000000) {
    // ADD_reg_T3_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 217 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xeb000000) {
    // ADD_reg_T3_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 219 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xeb400000) {
    // ADC_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 49 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xeb400000) {
    // ADC_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 221 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xeb400000) {
    // ADC_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 223 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xeb600000) {
    // SBC_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 51 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xeb600000) {
    // SBC_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 225 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xeb600000) {
    // SBC_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 227 + ((w >>> 20) & 0x1);
  }
  return UNDEFINED;
}

function decodeT321d7(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff07ff0) == 0xebb00f00) {
    // CMP_reg_T3
    if ((u32(((w >>> 16) & 0xf) == 15) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 58;
  }
  if ((w & 0xfff00f30) == 0xebb00f00) {
    // CMP_reg_T3_lsl
    if ((u32(((w >>> 16) & 0xf) == 15) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 229;
  }
  if ((w & 0xfff00f00) == 0xebb00f00) {
    // CMP_reg_T3_shift
    if ((u32(((w >>> 16) & 0xf) == 15) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 230;
  }
  if ((w & 0xffef0f00) == 0xebad0d00) {
    // SUB_SP_reg_T1
    if ((((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32(((w >>> 4) & 0x3) != 0)) | u32(3 < ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)))) != 0) return UNDEFINED;
    store<u8>(record, u8((w & 0xf) << 2), 2);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 231 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xeba00000) {
    // SUB_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 29 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xeba00000) {
    // SUB_reg_T2_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 233 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xeba00000) {
    // SUB_reg_T2_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 235 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe070f0) == 0xebc00000) {
    // RSB_reg_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 237 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00030) == 0xebc00000) {
    // RSB_reg_T1_lsl
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)), 8);
    return 239 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe00000) == 0xebc00000) {
    // RSB_reg_T1_shift
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) != 0 ? ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) : (u32(((w >>> 4) & 0x3) == 0) != 0 ? 0 : (u32(((w >>> 4) & 0x3) == 3) != 0 ? 1 : 32))), 8);
    store<u8>(record, u8((u32(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) == 0) != 0 ? (u32(((w >>> 4) & 0x3) == 3) != 0 ? 4 : ((w >>> 4) & 0x3)) : ((w >>> 4) & 0x3))), 5);
    return 241 + ((w >>> 20) & 0x1);
  }
  return UNDEFINED;
}

function decodeT321d8(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff00fd0) == 0xec500a10) {
    // VMOV_two_to_core
    if (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf))) | (u32((w & 0xf) == 15) & ((w >>> 5) & 0x1))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 523;
  }
  if ((w & 0xfff00fd0) == 0xec400a10) {
    // VMOV_two_from_core
    if ((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 15) & ((w >>> 5) & 0x1))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 524;
  }
  if ((w & 0xfff00fd0) == 0xec500b10) {
    // VMOV_double_to_core
    if (((w >>> 5) & 0x1) != 0 || (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8(((w & 0xf) << 1) << 2), 4);
    return 523;
  }
  if ((w & 0xfff00fd0) == 0xec400b10) {
    // VMOV_double_from_core
    if (((w >>> 5) & 0x1) != 0 || ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8(((w & 0xf) << 1) << 2), 4);
    return 524;
  }
  if ((w & 0xfff00f00) == 0xec300a00) {
    // VLLDM_T1
    if (u32(((w >>> 16) & 0xf) == 15) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    return 66070;
  }
  if ((w & 0xfff00f00) == 0xec200a00) {
    // VLSTM_T1
    if (u32(((w >>> 16) & 0xf) == 15) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    return 66071;
  }
  if ((w & 0xfff00000) == 0xec400000) {
    // MCRR_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfff00000) == 0xec500000) {
    // MRRC_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xec000000) {
    // STC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xec100000) {
    // LDC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321d9(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff900f00) == 0xec900a00) {
    // VLDM_IA_T2
    if (((u32(((w >>> 16) & 0xf) == 15) | u32((w & 0xff) == 0)) | u32(32 < (((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) + (w & 0xff)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1))), 4);
    store<u32>(record, (w & 0xff), 8);
    return 536 + ((w >>> 21) & 0x1) * 4;
  }
  if ((w & 0xff900f01) == 0xec900b00) {
    // VLDM_IA_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 536 + ((w >>> 21) & 0x1) * 4;
  }
  if ((w & 0xff900f01) == 0xec900b01) {
    // VLDM_IA_X_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 536 + 1 + ((w >>> 21) & 0x1) * 4;
  }
  if ((w & 0xff900f00) == 0xec800a00) {
    // VSTM_IA_T2
    if (((u32(((w >>> 16) & 0xf) == 15) | u32((w & 0xff) == 0)) | u32(32 < (((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) + (w & 0xff)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1))), 4);
    store<u32>(record, (w & 0xff), 8);
    return 544 + ((w >>> 21) & 0x1) * 4;
  }
  if ((w & 0xff900f01) == 0xec800b00) {
    // VSTM_IA_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 544 + ((w >>> 21) & 0x1) * 4;
  }
  if ((w & 0xff900f01) == 0xec800b01) {
    // VSTM_IA_X_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 544 + 1 + ((w >>> 21) & 0x1) * 4;
  }
  if ((w & 0xfe100000) == 0xec000000) {
    // STC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xec100000) {
    // LDC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321da(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff3f0f00) == 0xed1f0a00) {
    // VLDR_lit_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2)))), 8);
    return 528;
  }
  if ((w & 0xff3f0f00) == 0xed1f0b00) {
    // VLDR_lit_T1
    if (((w >>> 22) & 0x1) != 0) return refuse(w, record);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2)))), 8);
    return 528 + 1;
  }
  if ((w & 0xff300f00) == 0xed100a00) {
    // VLDR_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 530;
  }
  if ((w & 0xff300f00) == 0xed100b00) {
    // VLDR_T1
    if (((w >>> 22) & 0x1) != 0) return refuse(w, record);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 530 + 1;
  }
  if ((w & 0xff300f00) == 0xed000a00) {
    // VSTR_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 532;
  }
  if ((w & 0xff300f00) == 0xed000b00) {
    // VSTR_T1
    if (((w >>> 22) & 0x1) != 0 || u32(((w >>> 16) & 0xf) == 15) != 0) return refuse(w, record);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 532 + 1;
  }
  if ((w & 0xffb00f00) == 0xed300a00) {
    // VLDM_DB_T2
    if (((u32(((w >>> 16) & 0xf) == 15) | u32((w & 0xff) == 0)) | u32(32 < (((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) + (w & 0xff)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1))), 4);
    store<u32>(record, (w & 0xff), 8);
    return 536 + 1 * 2 + 1 * 4;
  }
  if ((w & 0xffb00f01) == 0xed300b00) {
    // VLDM_DB_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 536 + 1 * 2 + 1 * 4;
  }
  if ((w & 0xffb00f01) == 0xed300b01) {
    // VLDM_DB_X_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 536 + 1 + 1 * 2 + 1 * 4;
  }
  if ((w & 0xffb00f00) == 0xed200a00) {
    // VSTM_DB_T2
    if (((u32(((w >>> 16) & 0xf) == 15) | u32((w & 0xff) == 0)) | u32(32 < (((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) + (w & 0xff)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1))), 4);
    store<u32>(record, (w & 0xff), 8);
    return 544 + 1 * 2 + 1 * 4;
  }
  if ((w & 0xffb00f01) == 0xed200b00) {
    // VSTM_DB_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 544 + 1 * 2 + 1 * 4;
  }
  if ((w & 0xffb00f01) == 0xed200b01) {
    // VSTM_DB_X_T1
    if (((w >>> 22) & 0x1) != 0 || ((u32(((w >>> 16) & 0xf) == 15) | u32(((w >>> 1) & 0x7f) == 0)) | u32(16 < (((w >>> 12) & 0xf) + ((w >>> 1) & 0x7f)))) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 16) & 0xf)), 5);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1)), 4);
    store<u32>(record, (((w >>> 1) & 0x7f) << 1), 8);
    return 544 + 1 + 1 * 2 + 1 * 4;
  }
  if ((w & 0xfe100000) == 0xec000000) {
    // STC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xec100000) {
    // LDC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321db(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff3f0f00) == 0xed1f0a00) {
    // VLDR_lit_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2)))), 8);
    return 528;
  }
  if ((w & 0xff3f0f00) == 0xed1f0b00) {
    // VLDR_lit_T1
    if (((w >>> 22) & 0x1) != 0) return refuse(w, record);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2)))), 8);
    return 528 + 1;
  }
  if ((w & 0xff300f00) == 0xed100a00) {
    // VLDR_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 530;
  }
  if ((w & 0xff300f00) == 0xed100b00) {
    // VLDR_T1
    if (((w >>> 22) & 0x1) != 0) return refuse(w, record);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 530 + 1;
  }
  if ((w & 0xff300f00) == 0xed000a00) {
    // VSTR_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 532;
  }
  if ((w & 0xff300f00) == 0xed000b00) {
    // VSTR_T1
    if (((w >>> 22) & 0x1) != 0 || u32(((w >>> 16) & 0xf) == 15) != 0) return refuse(w, record);
    store<u8>(record, u8((((w >>> 12) & 0xf) << 1) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 23) & 0x1) != 0 ? ((w & 0xff) << 2) : (0 - ((w & 0xff) << 2))), 8);
    return 532 + 1;
  }
  if ((w & 0xfe100000) == 0xec000000) {
    // STC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xec100000) {
    // LDC_T1
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321dc(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffb00f50) == 0xee000a00) {
    // VMLA_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 461;
  }
  if ((w & 0xffb00f50) == 0xee000a40) {
    // VMLS_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 462;
  }
  if ((w & 0xffb00f50) == 0xee100a00) {
    // VNMLS_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 463;
  }
  if ((w & 0xffb00f50) == 0xee100a40) {
    // VNMLA_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 464;
  }
  if ((w & 0xffb00f50) == 0xee200a00) {
    // VMUL_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 465;
  }
  if ((w & 0xffb00f50) == 0xee200a40) {
    // VNMUL_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 466;
  }
  if ((w & 0xffb00f50) == 0xee300a00) {
    // VADD_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 467;
  }
  if ((w & 0xffb00f50) == 0xee300a40) {
    // VSUB_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 468;
  }
  if ((w & 0xfff00f10) == 0xee100a10) {
    // VMOV_to_core
    if ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    return 521;
  }
  if ((w & 0xfff00f10) == 0xee000a10) {
    // VMOV_from_core
    if ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    return 522;
  }
  if ((w & 0xffd00f70) == 0xee000b10) {
    // VMOV_scalar_from_core
    if (((w >>> 7) & 0x1) != 0 || (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 21) & 0x1)) << 2), 3);
    return 522;
  }
  if ((w & 0xffd00f70) == 0xee100b10) {
    // VMOV_scalar_to_core
    if (((w >>> 7) & 0x1) != 0 || (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 21) & 0x1)) << 2), 3);
    return 521;
  }
  if ((w & 0xff000010) == 0xee000000) {
    // CDP_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xee000010) {
    // MCR_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xee100010) {
    // MRC_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321dd(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffb00f50) == 0xee800a00) {
    // VDIV_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 469;
  }
  if ((w & 0xffb00f50) == 0xee900a00) {
    // VFNMS_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 470;
  }
  if ((w & 0xffb00f50) == 0xee900a40) {
    // VFNMA_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 471;
  }
  if ((w & 0xffb00f50) == 0xeea00a00) {
    // VFMA_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 472;
  }
  if ((w & 0xffb00f50) == 0xeea00a40) {
    // VFMS_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 473;
  }
  if ((w & 0xffbf0fd0) == 0xeeb00ac0) {
    // VABS_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 480;
  }
  if ((w & 0xffbf0fd0) == 0xeeb10a40) {
    // VNEG_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 481;
  }
  if ((w & 0xffbf0fd0) == 0xeeb10ac0) {
    // VSQRT_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 482;
  }
  if ((w & 0xffbf0fd0) == 0xeeb40a40) {
    // VCMP_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 483;
  }
  if ((w & 0xffbf0fd0) == 0xeeb50a40) {
    // VCMP_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    return 485;
  }
  if ((w & 0xffbf0fd0) == 0xeeb40ac0) {
    // VCMPE_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 483 + 1;
  }
  if ((w & 0xffbf0fd0) == 0xeeb50ac0) {
    // VCMPE_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    return 485 + 1;
  }
  if ((w & 0xffbf0fd0) == 0xeeb20a40) {
    // VCVTB_f32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 487;
  }
  if ((w & 0xffbf0fd0) == 0xeeb20ac0) {
    // VCVTT_f32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 487 + 1;
  }
  if ((w & 0xffbf0fd0) == 0xeeb30a40) {
    // VCVTB_f16_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 489;
  }
  if ((w & 0xffbf0fd0) == 0xeeb30ac0) {
    // VCVTT_f16_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 489 + 1;
  }
  if ((w & 0xffbf0fd0) == 0xeeb80a40) {
    // VCVT_f32_u32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 491 + 1;
  }
  if ((w & 0xffbf0fd0) == 0xeeb80ac0) {
    // VCVT_f32_s32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 491;
  }
  if ((w & 0xffbf0fd0) == 0xeebc0a40) {
    // VCVTR_u32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1 + 5 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xeebc0ac0) {
    // VCVT_u32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1 + 3 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xeebd0a40) {
    // VCVTR_s32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 5 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xeebd0ac0) {
    // VCVT_s32_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 3 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xeeba0a40) {
    // VCVT_f32_fixed_s16
    if (u32(16 < (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((16 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 64), 8);
    return 505;
  }
  if ((w & 0xffbf0fd0) == 0xeebe0a40) {
    // VCVT_fixed_s16
    if (u32(16 < (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((16 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 64), 8);
    return 506;
  }
  if ((w & 0xffbf0fd0) == 0xeeba0ac0) {
    // VCVT_f32_fixed_s32
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((32 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 0), 8);
    return 505;
  }
  if ((w & 0xffbf0fd0) == 0xeebe0ac0) {
    // VCVT_fixed_s32
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((32 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 0), 8);
    return 506;
  }
  if ((w & 0xffbf0fd0) == 0xeebb0a40) {
    // VCVT_f32_fixed_u16
    if (u32(16 < (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((16 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 192), 8);
    return 505;
  }
  if ((w & 0xffbf0fd0) == 0xeebf0a40) {
    // VCVT_fixed_u16
    if (u32(16 < (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((16 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 192), 8);
    return 506;
  }
  if ((w & 0xffbf0fd0) == 0xeebb0ac0) {
    // VCVT_f32_fixed_u32
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((32 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 128), 8);
    return 505;
  }
  if ((w & 0xffbf0fd0) == 0xeebf0ac0) {
    // VCVT_fixed_u32
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((32 - (((w & 0xf) << 1) | ((w >>> 5) & 0x1))) + 128), 8);
    return 506;
  }
  if ((w & 0xffbf0fd0) == 0xeeb60a40) {
    // VRINTR_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507 + 5 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xeeb60ac0) {
    // VRINTZ_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507 + 3 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xeeb70a40) {
    // VRINTX_T1
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507 + 1 + 5 * 2;
  }
  if ((w & 0xffb00f50) == 0xeeb00a00) {
    // VMOV_imm_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u32>(record, ((((w >>> 19) & 0x1) << 31) | ((((w >>> 18) & 0x1) != 0 ? 1040187392 : 1073741824) | (((((w >>> 16) & 0x3) << 4) | (w & 0xf)) << 19))), 8);
    return 519;
  }
  if ((w & 0xffbf0fd0) == 0xeeb00a40) {
    // VMOV_reg_T2
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 520;
  }
  if ((w & 0xffffff10) == 0xeef1fa10) {
    // VMRS_apsr_T1
    return 525;
  }
  if ((w & 0xffff0f10) == 0xeef10a10) {
    // VMRS_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    return 526;
  }
  if ((w & 0xffff0f10) == 0xeee10a10) {
    // VMSR_T1
    if ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) != 0) return refuse(w, record);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    return 527;
  }
  if ((w & 0xff000010) == 0xee000000) {
    // CDP_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xee000010) {
    // MCR_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xee100010) {
    // MRC_T1
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321e0(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf08f00) == 0xf0100f00) {
    // TST_imm_T1
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 146 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0);
  }
  if ((w & 0xfbe08000) == 0xf0000000) {
    // AND_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 148 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xfbe08000) == 0xf0200000) {
    // BIC_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 151 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xfbef8000) == 0xf04f0000) {
    // MOV_imm_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 35 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xfbe08000) == 0xf0400000) {
    // ORR_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 154 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xfbef8000) == 0xf06f0000) {
    // MVN_imm_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 157 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xfbe08000) == 0xf0600000) {
    // ORN_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 160 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e1(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf08f00) == 0xf0900f00) {
    // TEQ_imm_T1
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 163 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0);
  }
  if ((w & 0xfbe08000) == 0xf0800000) {
    // EOR_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 165 + (((w >>> 20) & 0x1) != 0 ? (1 + u32(u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024) == 0)) : 0);
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e2(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf08f00) == 0xf1100f00) {
    // CMN_imm_T1
    if ((u32(((w >>> 16) & 0xf) == 15) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 168;
  }
  if ((w & 0xfbef8f00) == 0xf10d0d00) {
    // ADD_SP_imm_T3
    if (((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0)) != 0) return UNDEFINED;
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 69 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfbe08000) == 0xf1000000) {
    // ADD_imm_T3
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 31 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfbe08000) == 0xf1400000) {
    // ADC_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 169 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfbe08000) == 0xf1600000) {
    // SBC_imm_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 171 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e3(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf08f00) == 0xf1b00f00) {
    // CMP_imm_T2
    if ((u32(((w >>> 16) & 0xf) == 15) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 38;
  }
  if ((w & 0xfbef8f00) == 0xf1ad0d00) {
    // SUB_SP_imm_T2
    if (((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0)) != 0) return UNDEFINED;
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 99 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfbe08000) == 0xf1a00000) {
    // SUB_imm_T3
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 15)) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 33 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfbe08000) == 0xf1c00000) {
    // RSB_imm_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | ((u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) == 0) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) < 1024)) & u32(((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) != 0))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) < 4) != 0 ? (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 0) != 0 ? (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 1) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 65537) : (u32((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 8) == 2) != 0 ? ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16777472) : ((((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 255) * 16843009)))) : rotr<u32>((128 | (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) & 127)), (((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)) >>> 7))), 8);
    return 56 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e4(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbff8000) == 0xf20f0000) {
    // ADR_T3
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff))), 8);
    return 35;
  }
  if ((w & 0xfbff8f00) == 0xf20d0d00) {
    // ADD_SP_imm_T4
    store<u32>(record, ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)), 8);
    return 69;
  }
  if ((w & 0xfbf08000) == 0xf2000000) {
    // ADD_imm_T4
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)), 8);
    return 31;
  }
  if ((w & 0xfbf08000) == 0xf2400000) {
    // MOV_imm_T3
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, ((((w >>> 16) & 0xf) << 12) | ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff))), 8);
    return 35;
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e5(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbff8000) == 0xf2af0000) {
    // ADR_T2
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) - ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff))), 8);
    return 35;
  }
  if ((w & 0xfbff8f00) == 0xf2ad0d00) {
    // SUB_SP_imm_T3
    store<u32>(record, ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)), 8);
    return 99;
  }
  if ((w & 0xfbf08000) == 0xf2a00000) {
    // SUB_imm_T4
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff)), 8);
    return 33;
  }
  if ((w & 0xfbf08000) == 0xf2c00000) {
    // MOVT_T1
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (((((w >>> 16) & 0xf) << 12) | ((((w >>> 26) & 0x1) << 11) | (((w >>> 12) & 0x7) << 8) | (w & 0xff))) << 16), 8);
    return 173;
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e6(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf0f0c0) == 0xf3200000) {
    // SSAT16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((1 << (w & 0xf)) - 1), 8);
    return 411;
  }
  if ((w & 0xfbd08000) == 0xf3000000) {
    // SSAT_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((1 << (w & 0x1f)) - 1), 8);
    store<u8>(record, u8((((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) | (((w >>> 21) & 0x1) << 5))), 5);
    return 174;
  }
  if ((w & 0xfbf08000) == 0xf3400000) {
    // SBFX_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | u32(31 < (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) + (w & 0x1f)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (31 - (w & 0x1f)), 8);
    store<u8>(record, u8((31 - (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) + (w & 0x1f)))), 5);
    return 176;
  }
  if ((w & 0xfbff8000) == 0xf36f0000) {
    // BFC_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | u32((w & 0x1f) < ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (((2 << (w & 0x1f)) - 1) & (~((1 << ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3))) - 1))), 8);
    return 178;
  }
  if ((w & 0xfbf08000) == 0xf3600000) {
    // BFI_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | u32(((w >>> 16) & 0xf) == 13)) | u32((w & 0x1f) < ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((2 << (w & 0x1f)) - 1) & (~((1 << ((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3))) - 1))), 8);
    store<u8>(record, u8(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3))), 5);
    return 179;
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321e7(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf0f0c0) == 0xf3a00000) {
    // USAT16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((1 << (w & 0xf)) - 1), 8);
    return 412;
  }
  if ((w & 0xfbd08000) == 0xf3800000) {
    // USAT_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((1 << (w & 0x1f)) - 1), 8);
    store<u8>(record, u8((((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) | (((w >>> 21) & 0x1) << 5))), 5);
    return 175;
  }
  if ((w & 0xfbf08000) == 0xf3c00000) {
    // UBFX_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | u32(31 < (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) + (w & 0x1f)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((2 << (w & 0x1f)) - 1), 8);
    store<u8>(record, u8(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3))), 5);
    return 177;
  }
  if ((w & 0xfff0d7ff) == 0xf3a08000) {
    // NOP_T2
    return 124;
  }
  if ((w & 0xfff0d7ff) == 0xf3a08001) {
    // YIELD_T2
    return 125;
  }
  if ((w & 0xfff0d7ff) == 0xf3a08002) {
    // WFE_T2
    return 65662;
  }
  if ((w & 0xfff0d7ff) == 0xf3a08003) {
    // WFI_T2
    return 65663;
  }
  if ((w & 0xfff0d7ff) == 0xf3a08004) {
    // SEV_T2
    return 128;
  }
  if ((w & 0xfff0d7ff) == 0xf3a08014) {
    // CSDB_T1
    return 124;
  }
  if ((w & 0xfff0d7f0) == 0xf3a080f0) {
    // DBG_T1
    return 124;
  }
  if ((w & 0xfff0d700) == 0xf3a08000) {
    // HINT_T2
    return 124;
  }
  if ((w & 0xfff0d0f0) == 0xf3b08020) {
    // CLREX_T1
    return 364;
  }
  if ((w & 0xfff0d0ff) == 0xf3b08040) {
    // SSBB_T1
    return 365;
  }
  if ((w & 0xfff0d0ff) == 0xf3b08044) {
    // PSSBB_T1
    return 365;
  }
  if ((w & 0xfff0d0f0) == 0xf3b08040) {
    // DSB_T1
    return 65902;
  }
  if ((w & 0xfff0d0f0) == 0xf3b08050) {
    // DMB_T1
    return 365;
  }
  if ((w & 0xfff0d0f0) == 0xf3b08060) {
    // ISB_T1
    return 65903;
  }
  if ((w & 0xffe0d000) == 0xf3808000) {
    // MSR_T1
    if (((u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15)) | u32(((w >>> 10) & 0x3) == 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (w & 0xff), 8);
    store<u8>(record, u8(((w >>> 10) & 0x3)), 5);
    return 65904;
  }
  if ((w & 0xffe0d000) == 0xf3e08000) {
    // MRS_T1
    if ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u32>(record, (w & 0xff), 8);
    return 369;
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321ef(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfbf0f0c0) == 0xf3a00000) {
    // USAT16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((1 << (w & 0xf)) - 1), 8);
    return 412;
  }
  if ((w & 0xfbd08000) == 0xf3800000) {
    // USAT_T1
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((1 << (w & 0x1f)) - 1), 8);
    store<u8>(record, u8((((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) | (((w >>> 21) & 0x1) << 5))), 5);
    return 175;
  }
  if ((w & 0xfbf08000) == 0xf3c00000) {
    // UBFX_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | u32(31 < (((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3)) + (w & 0x1f)))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, ((2 << (w & 0x1f)) - 1), 8);
    store<u8>(record, u8(((((w >>> 12) & 0x7) << 2) | ((w >>> 6) & 0x3))), 5);
    return 177;
  }
  if ((w & 0xfff0f000) == 0xf7f0a000) {
    // UDF_T2
    store<u32>(record, ((((w >>> 16) & 0xf) << 12) | (w & 0xfff)), 8);
    return 65666;
  }
  if ((w & 0xf800d000) == 0xf0008000) {
    // B_T3
    if (u32(13 < ((w >>> 22) & 0xf)) != 0 || u32((it & 15) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 20) | (((w >>> 11) & 0x1) << 19)) | ((((w >>> 13) & 0x1) << 18) | (((((w >>> 16) & 0x3f) << 11) | (w & 0x7ff)) << 1))) << 11), 11)), 8);
    return 65668 + ((w >>> 22) & 0xf);
  }
  if ((w & 0xf800d000) == 0xf0009000) {
    // B_T4
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65610;
  }
  if ((w & 0xf800d000) == 0xf000d000) {
    // BL_T1
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, ((pc + 4) + shiftRightSigned(((((((w >>> 26) & 0x1) << 24) | ((((((w >>> 13) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 23)) | (((((((w >>> 11) & 0x1) ^ ((w >>> 26) & 0x1)) ^ 1) & 1) << 22) | (((((w >>> 16) & 0x3ff) << 11) | (w & 0x7ff)) << 1))) << 7), 7)), 8);
    return 65906;
  }
  return UNDEFINED;
}

function decodeT321f0(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff00f00) == 0xf8000c00) {
    // STRB_imm_T3
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 95;
  }
  if ((w & 0xfff00d00) == 0xf8000d00) {
    // STRB_imm_T3_pre
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 257 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf8000900) {
    // STRB_imm_T3_post
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 259 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf8000000) {
    // STRB_reg_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 85;
  }
  if ((w & 0xfff00fc0) == 0xf8000000) {
    // STRB_reg_T2_lsl
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 261;
  }
  if ((w & 0xfff00f00) == 0xf8000e00) {
    // STRBT_T1
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 262;
  }
  if ((w & 0xfff00f00) == 0xf8200c00) {
    // STRH_imm_T3
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 97;
  }
  if ((w & 0xfff00d00) == 0xf8200d00) {
    // STRH_imm_T3_pre
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 263 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf8200900) {
    // STRH_imm_T3_post
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 265 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf8200000) {
    // STRH_reg_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 84;
  }
  if ((w & 0xfff00fc0) == 0xf8200000) {
    // STRH_reg_T2_lsl
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 267;
  }
  if ((w & 0xfff00f00) == 0xf8200e00) {
    // STRHT_T1
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 268;
  }
  if ((w & 0xfff00f00) == 0xf8400c00) {
    // STR_imm_T4
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (0 | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 92;
  }
  if ((w & 0xfff00d00) == 0xf8400d00) {
    // STR_imm_T4_pre
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 269 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf8400900) {
    // STR_imm_T4_post
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 271 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf8400000) {
    // STR_reg_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 83;
  }
  if ((w & 0xfff00fc0) == 0xf8400000) {
    // STR_reg_T2_lsl
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 273;
  }
  if ((w & 0xfff00f00) == 0xf8400e00) {
    // STRT_T1
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || ((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 274;
  }
  if ((w & 0xff7ff000) == 0xf81ff000) {
    // PLD_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf81f0000) {
    // LDRB_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 276;
  }
  if ((w & 0xfff0ff00) == 0xf810fc00) {
    // PLD_imm_T2
    return 275;
  }
  if ((w & 0xfff0fff0) == 0xf810f000) {
    // PLD_reg_T1
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff0ffc0) == 0xf810f000) {
    // PLD_reg_T1_lsl
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff00f00) == 0xf8100c00) {
    // LDRB_imm_T3
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 96;
  }
  if ((w & 0xfff00d00) == 0xf8100d00) {
    // LDRB_imm_T3_pre
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 277 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf8100900) {
    // LDRB_imm_T3_post
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 279 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf8100000) {
    // LDRB_reg_T2
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 90;
  }
  if ((w & 0xfff00fc0) == 0xf8100000) {
    // LDRB_reg_T2_lsl
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 281;
  }
  if ((w & 0xfff00f00) == 0xf8100e00) {
    // LDRBT_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 282;
  }
  if ((w & 0xff7ff000) == 0xf83ff000) {
    // PLDW_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf83f0000) {
    // LDRH_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 283;
  }
  if ((w & 0xfff0ff00) == 0xf830fc00) {
    // PLDW_imm_T2
    return 275;
  }
  if ((w & 0xfff0fff0) == 0xf830f000) {
    // PLDW_reg_T1
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff0ffc0) == 0xf830f000) {
    // PLDW_reg_T1_lsl
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff00f00) == 0xf8300c00) {
    // LDRH_imm_T3
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 98;
  }
  if ((w & 0xfff00d00) == 0xf8300d00) {
    // LDRH_imm_T3_pre
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 284 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf8300900) {
    // LDRH_imm_T3_post
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 286 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf8300000) {
    // LDRH_reg_T2
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 89;
  }
  if ((w & 0xfff00fc0) == 0xf8300000) {
    // LDRH_reg_T2_lsl
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 288;
  }
  if ((w & 0xfff00f00) == 0xf8300e00) {
    // LDRHT_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 289;
  }
  if ((w & 0xff7ff000) == 0xf85ff000) {
    // LDR_PC_lit_T2
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 65842;
  }
  if ((w & 0xff7f0000) == 0xf85f0000) {
    // LDR_lit_T2
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 81 + u32(((w >>> 12) & 0xf) == 13);
  }
  if ((w & 0xfff0ff00) == 0xf850fc00) {
    // LDR_PC_imm_T4
    if ((0 | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 65843;
  }
  if ((w & 0xfff0fd00) == 0xf850fd00) {
    // LDR_PC_imm_T4_pre
    if ((0 | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 65844 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff0fd00) == 0xf850f900) {
    // LDR_PC_imm_T4_post
    if ((0 | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 65846 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff0fff0) == 0xf850f000) {
    // LDR_PC_reg_T2
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 65848;
  }
  if ((w & 0xfff0ffc0) == 0xf850f000) {
    // LDR_PC_reg_T2_lsl
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 65849;
  }
  if ((w & 0xfff00f00) == 0xf8500c00) {
    // LDR_imm_T4
    if ((0 | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 93 + u32(((w >>> 12) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf8500d00) {
    // LDR_imm_T4_pre
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 314 + u32(((w >>> 16) & 0xf) == 13) + u32(((w >>> 12) & 0xf) == 13) * 2;
  }
  if ((w & 0xfff00d00) == 0xf8500900) {
    // LDR_imm_T4_post
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 318 + u32(((w >>> 16) & 0xf) == 13) + u32(((w >>> 12) & 0xf) == 13) * 2;
  }
  if ((w & 0xfff00ff0) == 0xf8500000) {
    // LDR_reg_T2
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 87 + u32(((w >>> 12) & 0xf) == 13);
  }
  if ((w & 0xfff00fc0) == 0xf8500000) {
    // LDR_reg_T2_lsl
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 322 + u32(((w >>> 12) & 0xf) == 13);
  }
  if ((w & 0xfff00f00) == 0xf8500e00) {
    // LDRT_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 324 + u32(((w >>> 12) & 0xf) == 13);
  }
  return UNDEFINED;
}

function decodeT321f1(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff00000) == 0xf8800000) {
    // STRB_imm_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 95;
  }
  if ((w & 0xfff00000) == 0xf8a00000) {
    // STRH_imm_T2
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 97;
  }
  if ((w & 0xfff00000) == 0xf8c00000) {
    // STR_imm_T3
    if (u32(((w >>> 16) & 0xf) == 15) != 0 || (0 | u32(((w >>> 12) & 0xf) == 15)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 92;
  }
  if ((w & 0xff7ff000) == 0xf81ff000) {
    // PLD_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf81f0000) {
    // LDRB_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 276;
  }
  if ((w & 0xfff0f000) == 0xf890f000) {
    // PLD_imm_T1
    return 275;
  }
  if ((w & 0xfff00000) == 0xf8900000) {
    // LDRB_imm_T2
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 96;
  }
  if ((w & 0xff7ff000) == 0xf83ff000) {
    // PLDW_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf83f0000) {
    // LDRH_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 283;
  }
  if ((w & 0xfff0f000) == 0xf8b0f000) {
    // PLDW_imm_T1
    return 275;
  }
  if ((w & 0xfff00000) == 0xf8b00000) {
    // LDRH_imm_T2
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 98;
  }
  if ((w & 0xff7ff000) == 0xf85ff000) {
    // LDR_PC_lit_T2
    if (u32((it & 7) != 0) != 0) return UNDEFINED;
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 65842;
  }
  if ((w & 0xff7f0000) == 0xf85f0000) {
    // LDR_lit_T2
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 81 + u32(((w >>> 12) & 0xf) == 13);
  }
  if ((w & 0xfff0f000) == 0xf8d0f000) {
    // LDR_PC_imm_T3
    if ((0 | u32((it & 7) != 0)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 2);
    store<u32>(record, (w & 0xfff), 8);
    return 65843;
  }
  if ((w & 0xfff00000) == 0xf8d00000) {
    // LDR_imm_T3
    if ((0 | 0) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 93 + u32(((w >>> 12) & 0xf) == 13);
  }
  return UNDEFINED;
}

function decodeT321f2(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff7ff000) == 0xf91ff000) {
    // PLI_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf91f0000) {
    // LDRSB_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 290;
  }
  if ((w & 0xfff0ff00) == 0xf910fc00) {
    // PLI_imm_T2
    return 275;
  }
  if ((w & 0xfff0fff0) == 0xf910f000) {
    // PLI_reg_T1
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff0ffc0) == 0xf910f000) {
    // PLI_reg_T1_lsl
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff00f00) == 0xf9100c00) {
    // LDRSB_imm_T2
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 291;
  }
  if ((w & 0xfff00d00) == 0xf9100d00) {
    // LDRSB_imm_T2_pre
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 292 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf9100900) {
    // LDRSB_imm_T2_post
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 294 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf9100000) {
    // LDRSB_reg_T2
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 86;
  }
  if ((w & 0xfff00fc0) == 0xf9100000) {
    // LDRSB_reg_T2_lsl
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 296;
  }
  if ((w & 0xfff00f00) == 0xf9100e00) {
    // LDRSBT_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 297;
  }
  if ((w & 0xff7ff000) == 0xf93ff000) {
    // HINT_LDRSH_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf93f0000) {
    // LDRSH_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 298;
  }
  if ((w & 0xfff0ff00) == 0xf930fc00) {
    // HINT_LDRSH_imm_T2
    return 275;
  }
  if ((w & 0xfff0fff0) == 0xf930f000) {
    // HINT_LDRSH_reg_T1
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff0ffc0) == 0xf930f000) {
    // HINT_LDRSH_reg_T1_lsl
    if ((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) != 0) return UNDEFINED;
    return 275;
  }
  if ((w & 0xfff00f00) == 0xf9300c00) {
    // LDRSH_imm_T2
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (0 != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 299;
  }
  if ((w & 0xfff00d00) == 0xf9300d00) {
    // LDRSH_imm_T2_pre
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 300 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00d00) == 0xf9300900) {
    // LDRSH_imm_T2_post
    if ((u32(((w >>> 12) & 0xf) == ((w >>> 16) & 0xf)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 9) & 0x1) != 0 ? (w & 0xff) : (0 - (w & 0xff))), 8);
    return 302 + u32(((w >>> 16) & 0xf) == 13);
  }
  if ((w & 0xfff00ff0) == 0xf9300000) {
    // LDRSH_reg_T2
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 91;
  }
  if ((w & 0xfff00fc0) == 0xf9300000) {
    // LDRSH_reg_T2_lsl
    if (((u32((w & 0xf) == 13) | u32((w & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, ((w >>> 4) & 0x3), 8);
    return 304;
  }
  if ((w & 0xfff00f00) == 0xf9300e00) {
    // LDRSHT_T1
    if (((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xff), 8);
    return 305;
  }
  return UNDEFINED;
}

function decodeT321f3(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xff7ff000) == 0xf91ff000) {
    // PLI_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf91f0000) {
    // LDRSB_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 290;
  }
  if ((w & 0xfff0f000) == 0xf990f000) {
    // PLI_imm_T1
    return 275;
  }
  if ((w & 0xfff00000) == 0xf9900000) {
    // LDRSB_imm_T1
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 291;
  }
  if ((w & 0xff7ff000) == 0xf93ff000) {
    // HINT_LDRSH_lit_T1
    return 275;
  }
  if ((w & 0xff7f0000) == 0xf93f0000) {
    // LDRSH_lit_T1
    if (u32(((w >>> 12) & 0xf) == 13) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u32>(record, (((pc + 4) & 4294967292) + (((w >>> 23) & 0x1) != 0 ? (w & 0xfff) : (0 - (w & 0xfff)))), 8);
    return 298;
  }
  if ((w & 0xfff0f000) == 0xf9b0f000) {
    // HINT_LDRSH_imm_T1
    return 275;
  }
  if ((w & 0xfff00000) == 0xf9b00000) {
    // LDRSH_imm_T1
    if ((0 | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u32>(record, (w & 0xfff), 8);
    return 299;
  }
  return UNDEFINED;
}

function decodeT321f4(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffe0f0f0) == 0xfa00f000) {
    // LSL_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 43 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe0f0f0) == 0xfa20f000) {
    // LSR_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 45 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe0f0f0) == 0xfa40f000) {
    // ASR_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 47 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xffe0f0f0) == 0xfa60f000) {
    // ROR_reg_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 53 + ((w >>> 20) & 0x1);
  }
  if ((w & 0xfffff0b0) == 0xfa0ff080) {
    // SXTH_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 115;
  }
  if ((w & 0xfffff080) == 0xfa0ff080) {
    // SXTH_T2_ror
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 243;
  }
  if ((w & 0xfffff0b0) == 0xfa1ff080) {
    // UXTH_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 117;
  }
  if ((w & 0xfffff080) == 0xfa1ff080) {
    // UXTH_T2_ror
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 244;
  }
  if ((w & 0xfffff0b0) == 0xfa4ff080) {
    // SXTB_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 116;
  }
  if ((w & 0xfffff080) == 0xfa4ff080) {
    // SXTB_T2_ror
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 245;
  }
  if ((w & 0xfffff0b0) == 0xfa5ff080) {
    // UXTB_T2
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 118;
  }
  if ((w & 0xfffff080) == 0xfa5ff080) {
    // UXTB_T2_ror
    if (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 246;
  }
  if ((w & 0xfff0f080) == 0xfa00f080) {
    // SXTAH_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 414;
  }
  if ((w & 0xfff0f080) == 0xfa10f080) {
    // UXTAH_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 415;
  }
  if ((w & 0xfffff080) == 0xfa2ff080) {
    // SXTB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 416;
  }
  if ((w & 0xfff0f080) == 0xfa20f080) {
    // SXTAB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 417;
  }
  if ((w & 0xfffff080) == 0xfa3ff080) {
    // UXTB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 418;
  }
  if ((w & 0xfff0f080) == 0xfa30f080) {
    // UXTAB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 419;
  }
  if ((w & 0xfff0f080) == 0xfa40f080) {
    // SXTAB_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 420;
  }
  if ((w & 0xfff0f080) == 0xfa50f080) {
    // UXTAB_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u32>(record, (((w >>> 4) & 0x3) << 3), 8);
    return 421;
  }
  return UNDEFINED;
}

function decodeT321f5(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff0f0f0) == 0xfa90f080) {
    // REV_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) != (w & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 120;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f090) {
    // REV16_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) != (w & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 121;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f0a0) {
    // RBIT_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) != (w & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 247;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f0b0) {
    // REVSH_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) != (w & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 122;
  }
  if ((w & 0xfff0f0f0) == 0xfab0f080) {
    // CLZ_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 16) & 0xf) != (w & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    return 248;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f000) {
    // SADD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 371;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f000) {
    // SADD16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 372;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f000) {
    // SASX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 373;
  }
  if ((w & 0xfff0f0f0) == 0xfac0f000) {
    // SSUB8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 374;
  }
  if ((w & 0xfff0f0f0) == 0xfad0f000) {
    // SSUB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 375;
  }
  if ((w & 0xfff0f0f0) == 0xfae0f000) {
    // SSAX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 376;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f040) {
    // UADD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 377;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f040) {
    // UADD16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 378;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f040) {
    // UASX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 379;
  }
  if ((w & 0xfff0f0f0) == 0xfac0f040) {
    // USUB8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 380;
  }
  if ((w & 0xfff0f0f0) == 0xfad0f040) {
    // USUB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 381;
  }
  if ((w & 0xfff0f0f0) == 0xfae0f040) {
    // USAX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 382;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f020) {
    // SHADD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 383;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f020) {
    // SHADD16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 384;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f020) {
    // SHASX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 385;
  }
  if ((w & 0xfff0f0f0) == 0xfac0f020) {
    // SHSUB8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 386;
  }
  if ((w & 0xfff0f0f0) == 0xfad0f020) {
    // SHSUB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 387;
  }
  if ((w & 0xfff0f0f0) == 0xfae0f020) {
    // SHSAX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 388;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f060) {
    // UHADD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 389;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f060) {
    // UHADD16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 390;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f060) {
    // UHASX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 391;
  }
  if ((w & 0xfff0f0f0) == 0xfac0f060) {
    // UHSUB8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 392;
  }
  if ((w & 0xfff0f0f0) == 0xfad0f060) {
    // UHSUB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 393;
  }
  if ((w & 0xfff0f0f0) == 0xfae0f060) {
    // UHSAX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 394;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f010) {
    // QADD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 395;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f010) {
    // QADD16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 396;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f010) {
    // QASX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 397;
  }
  if ((w & 0xfff0f0f0) == 0xfac0f010) {
    // QSUB8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 398;
  }
  if ((w & 0xfff0f0f0) == 0xfad0f010) {
    // QSUB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 399;
  }
  if ((w & 0xfff0f0f0) == 0xfae0f010) {
    // QSAX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 400;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f050) {
    // UQADD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 401;
  }
  if ((w & 0xfff0f0f0) == 0xfa90f050) {
    // UQADD16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 402;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f050) {
    // UQASX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 403;
  }
  if ((w & 0xfff0f0f0) == 0xfac0f050) {
    // UQSUB8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 404;
  }
  if ((w & 0xfff0f0f0) == 0xfad0f050) {
    // UQSUB16_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 405;
  }
  if ((w & 0xfff0f0f0) == 0xfae0f050) {
    // UQSAX_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 406;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f080) {
    // QADD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 407;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f090) {
    // QDADD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 408;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f0a0) {
    // QSUB_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 409;
  }
  if ((w & 0xfff0f0f0) == 0xfa80f0b0) {
    // QDSUB_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8((w & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    return 410;
  }
  if ((w & 0xfff0f0f0) == 0xfaa0f080) {
    // SEL_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 413;
  }
  return UNDEFINED;
}

function decodeT321f6(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff0f0f0) == 0xfb00f000) {
    // MUL_T2
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 62;
  }
  if ((w & 0xfff000f0) == 0xfb000000) {
    // MLA_T1
    if (((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 249;
  }
  if ((w & 0xfff000f0) == 0xfb000010) {
    // MLS_T1
    if (((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 250;
  }
  if ((w & 0xfff0f0c0) == 0xfb10f000) {
    // SMULxy_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 424 + ((w >>> 4) & 0x1) + ((w >>> 5) & 0x1) * 2;
  }
  if ((w & 0xfff000c0) == 0xfb100000) {
    // SMLAxy_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 428 + ((w >>> 4) & 0x1) + ((w >>> 5) & 0x1) * 2;
  }
  if ((w & 0xfff0f0e0) == 0xfb20f000) {
    // SMUAD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 432 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000e0) == 0xfb200000) {
    // SMLAD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 434 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff0f0e0) == 0xfb30f000) {
    // SMULWy_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 436 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000e0) == 0xfb300000) {
    // SMLAWy_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 438 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff0f0e0) == 0xfb40f000) {
    // SMUSD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 440 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000e0) == 0xfb400000) {
    // SMLSD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 442 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff0f0e0) == 0xfb50f000) {
    // SMMUL_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 444 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000e0) == 0xfb500000) {
    // SMMLA_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 446 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000e0) == 0xfb600000) {
    // SMMLS_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | (u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 448 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff0f0f0) == 0xfb70f000) {
    // USAD8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 450;
  }
  if ((w & 0xfff000f0) == 0xfb700000) {
    // USADA8_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == 13)) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 5);
    return 451;
  }
  return UNDEFINED;
}

function decodeT321f7(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff000f0) == 0xfb800000) {
    // SMULL_T1
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 251;
  }
  if ((w & 0xfff000f0) == 0xfb9000f0) {
    // SDIV_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 252;
  }
  if ((w & 0xfff000f0) == 0xfba00000) {
    // UMULL_T1
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 253;
  }
  if ((w & 0xfff000f0) == 0xfbb000f0) {
    // UDIV_T1
    if ((((u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15)) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 3);
    store<u8>(record, u8((w & 0xf) << 2), 4);
    return 254;
  }
  if ((w & 0xfff000f0) == 0xfbc00000) {
    // SMLAL_T1
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 255;
  }
  if ((w & 0xfff000f0) == 0xfbe00000) {
    // UMLAL_T1
    if ((((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 256;
  }
  if ((w & 0xfff000c0) == 0xfbc00080) {
    // SMLALxy_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 452 + ((w >>> 4) & 0x1) + ((w >>> 5) & 0x1) * 2;
  }
  if ((w & 0xfff000e0) == 0xfbc000c0) {
    // SMLALD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 456 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000e0) == 0xfbd000c0) {
    // SMLSLD_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 458 + ((w >>> 4) & 0x1);
  }
  if ((w & 0xfff000f0) == 0xfbe00060) {
    // UMAAL_T1
    if (u32(load<u32>(BOARD_HAS_DSP) == 0) != 0 || (((((u32(((w >>> 12) & 0xf) == 13) | u32(((w >>> 12) & 0xf) == 15)) | (u32(((w >>> 8) & 0xf) == 13) | u32(((w >>> 8) & 0xf) == 15))) | (u32(((w >>> 16) & 0xf) == 13) | u32(((w >>> 16) & 0xf) == 15))) | (u32((w & 0xf) == 13) | u32((w & 0xf) == 15))) | u32(((w >>> 12) & 0xf) == ((w >>> 8) & 0xf))) != 0) return UNDEFINED;
    store<u8>(record, u8(((w >>> 12) & 0xf) << 2), 2);
    store<u8>(record, u8(((w >>> 8) & 0xf) << 2), 3);
    store<u8>(record, u8(((w >>> 16) & 0xf) << 2), 4);
    store<u8>(record, u8((w & 0xf) << 2), 5);
    return 460;
  }
  return UNDEFINED;
}

function decodeT321f8(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfff00000) == 0xfc400000) {
    // MCRR2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfff00000) == 0xfc500000) {
    // MRRC2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xfc000000) {
    // STC2_T2
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xfc100000) {
    // LDC2_T2
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321f9(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xfe100000) == 0xfc000000) {
    // STC2_T2
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xfe100000) == 0xfc100000) {
    // LDC2_T2
    if (u32(((((w >>> 24) & 0x1) | ((w >>> 23) & 0x1)) | ((w >>> 21) & 0x1)) == 0) != 0) return refuse(w, record);
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321fc(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffb00f50) == 0xfe000a00) {
    // VSELEQ_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 474;
  }
  if ((w & 0xffb00f50) == 0xfe100a00) {
    // VSELVS_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 475;
  }
  if ((w & 0xffb00f50) == 0xfe200a00) {
    // VSELGE_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 476;
  }
  if ((w & 0xffb00f50) == 0xfe300a00) {
    // VSELGT_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 477;
  }
  if ((w & 0xff000010) == 0xfe000000) {
    // CDP2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xfe000010) {
    // MCR2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xfe100010) {
    // MRC2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

function decodeT321fd(w: u32, pc: u32, it: u32, record: u32): u32 {
  if ((w & 0xffb00f50) == 0xfe800a00) {
    // VMAXNM_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 478;
  }
  if ((w & 0xffb00f50) == 0xfe800a40) {
    // VMINNM_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8(((((w >>> 16) & 0xf) << 1) | ((w >>> 7) & 0x1)) << 2), 3);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 4);
    return 479;
  }
  if ((w & 0xffbf0fd0) == 0xfeb80a40) {
    // VRINTA_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507 + 4 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebc0a40) {
    // VCVTA_u32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1 + 4 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebc0ac0) {
    // VCVTA_s32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 4 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfeb90a40) {
    // VRINTN_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507;
  }
  if ((w & 0xffbf0fd0) == 0xfebd0a40) {
    // VCVTN_u32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1;
  }
  if ((w & 0xffbf0fd0) == 0xfebd0ac0) {
    // VCVTN_s32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493;
  }
  if ((w & 0xffbf0fd0) == 0xfeba0a40) {
    // VRINTP_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507 + 1 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebe0a40) {
    // VCVTP_u32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1 + 1 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebe0ac0) {
    // VCVTP_s32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebb0a40) {
    // VRINTM_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 507 + 2 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebf0a40) {
    // VCVTM_u32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 1 + 2 * 2;
  }
  if ((w & 0xffbf0fd0) == 0xfebf0ac0) {
    // VCVTM_s32_T1
    if (u32((it & 15) != 0) != 0) return refuse(w, record);
    store<u8>(record, u8(((((w >>> 12) & 0xf) << 1) | ((w >>> 22) & 0x1)) << 2), 2);
    store<u8>(record, u8((((w & 0xf) << 1) | ((w >>> 5) & 0x1)) << 2), 3);
    return 493 + 2 * 2;
  }
  if ((w & 0xff000010) == 0xfe000000) {
    // CDP2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xfe000010) {
    // MCR2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  if ((w & 0xff100010) == 0xfe100010) {
    // MRC2_T2
    store<u32>(record, ((w >>> 8) & 0xf), 8);
    return 66088;
  }
  return UNDEFINED;
}

export function decodeT32(w: u32, pc: u32, it: u32, record: u32): u32 {
  switch (w >>> 23) {
    case 0x1d0:
      return decodeT321d0(w, pc, it, record);
    case 0x1d1:
      return decodeT321d1(w, pc, it, record);
    case 0x1d2:
      return decodeT321d2(w, pc, it, record);
    case 0x1d3:
      return decodeT321d3(w, pc, it, record);
    case 0x1d4:
      return decodeT321d4(w, pc, it, record);
    case 0x1d5:
      return decodeT321d5(w, pc, it, record);
    case 0x1d6:
      return decodeT321d6(w, pc, it, record);
    case 0x1d7:
      return decodeT321d7(w, pc, it, record);
    case 0x1d8:
      return decodeT321d8(w, pc, it, record);
    case 0x1d9:
      return decodeT321d9(w, pc, it, record);
    case 0x1da:
      return decodeT321da(w, pc, it, record);
    case 0x1db:
      return decodeT321db(w, pc, it, record);
    case 0x1dc:
      return decodeT321dc(w, pc, it, record);
    case 0x1dd:
      return decodeT321dd(w, pc, it, record);
    case 0x1e0:
    case 0x1e8:
      return decodeT321e0(w, pc, it, record);
    case 0x1e1:
    case 0x1e9:
      return decodeT321e1(w, pc, it, record);
    case 0x1e2:
    case 0x1ea:
      return decodeT321e2(w, pc, it, record);
    case 0x1e3:
    case 0x1eb:
      return decodeT321e3(w, pc, it, record);
    case 0x1e4:
    case 0x1ec:
      return decodeT321e4(w, pc, it, record);
    case 0x1e5:
    case 0x1ed:
      return decodeT321e5(w, pc, it, record);
    case 0x1e6:
    case 0x1ee:
      return decodeT321e6(w, pc, it, record);
    case 0x1e7:
      return decodeT321e7(w, pc, it, record);
    case 0x1ef:
      return decodeT321ef(w, pc, it, record);
    case 0x1f0:
      return decodeT321f0(w, pc, it, record);
    case 0x1f1:
      return decodeT321f1(w, pc, it, record);
    case 0x1f2:
      return decodeT321f2(w, pc, it, record);
    case 0x1f3:
      return decodeT321f3(w, pc, it, record);
    case 0x1f4:
      return decodeT321f4(w, pc, it, record);
    case 0x1f5:
      return decodeT321f5(w, pc, it, record);
    case 0x1f6:
      return decodeT321f6(w, pc, it, record);
    case 0x1f7:
      return decodeT321f7(w, pc, it, record);
    case 0x1f8:
      return decodeT321f8(w, pc, it, record);
    case 0x1f9:
    case 0x1fa:
    case 0x1fb:
      return decodeT321f9(w, pc, it, record);
    case 0x1fc:
      return decodeT321fc(w, pc, it, record);
    case 0x1fd:
      return decodeT321fd(w, pc, it, record);
    default:
      return UNDEFINED;
  }
}
