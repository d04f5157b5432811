/** The T16 encodings of Armv8-M Mainline, in the order of DDI 0553 C2.2. */
import { add, and, bits, isZero, ltu, or, select, shl } from "./builder.ts";
import {
  all,
  any,
  atMostOne,
  insideIt,
  is,
  isPc,
  listHas,
  midIt,
  outsideIt,
  pcRelative,
  pcValue,
  scaled,
  signExtend,
  spOrPc,
} from "./field.ts";
import type { Expr } from "./ir.ts";
import * as alu from "./operations/alu.ts";
import * as branch from "./operations/branch.ts";
import * as memory from "./operations/memory.ts";
import * as multiply from "./operations/multiply.ts";
import * as system from "./operations/system.ts";

import { t16 } from "./row.ts";
import type { Encoding, Operation } from "./rows.ts";

const s: Expr = outsideIt;
/** The address that a branch with a halfword offset of `width` bits reaches. */
const target = (field: string, width: number): Expr => add(pcValue, shl(signExtend(field, width), 1));

/** 010000: a register pair, flags set outside IT blocks; `d` is the first operand too. */
const twoOperand = (name: string, code: string, operation: Operation): Encoding =>
  t16(name, `010000 ${code} mmm ddd`, operation, { s, d: "d", n: "d", m: "m" }, { syntax: twoOperandText(operation) });
const twoOperandText = (operation: Operation): string => operation.syntax.replace("{d}, {n}, {m}", "{d}, {m}");

const shifts: readonly Encoding[] = [
  // Always sets flags, so there is no form of it for IT blocks.
  t16("MOV_reg_T2", "000 00 00000 mmm ddd", alu.MOV.rr, { s: 1, d: "d", m: "m" }, { unpredictable: insideIt }),
  t16("LSL_imm_T1", "000 00 iiiii mmm ddd", alu.LSL_ri, { s, d: "d", m: "m", imm: "i" }, { after: ["MOV_reg_T2"] }),
  t16("LSR_imm_T1", "000 01 iiiii mmm ddd", alu.LSR_ri, { s, d: "d", m: "m", imm: select(bits("i"), bits("i"), 32) }),
  t16("ASR_imm_T1", "000 10 iiiii mmm ddd", alu.ASR_ri, { s, d: "d", m: "m", imm: select(bits("i"), bits("i"), 32) }),
];

const addSubtract: readonly Encoding[] = [
  t16("ADD_reg_T1", "0001100 mmm nnn ddd", alu.ADD.rr, { s, d: "d", n: "n", m: "m" }),
  t16("SUB_reg_T1", "0001101 mmm nnn ddd", alu.SUB.rr, { s, d: "d", n: "n", m: "m" }),
  t16("ADD_imm_T1", "0001110 iii nnn ddd", alu.ADD.ri, { s, d: "d", n: "n", imm: "i" }),
  t16("SUB_imm_T1", "0001111 iii nnn ddd", alu.SUB.ri, { s, d: "d", n: "n", imm: "i" }),
  t16("MOV_imm_T1", "00100 ddd iiiiiiii", alu.MOV.ri, { s, d: "d", imm: "i" }),
  t16("CMP_imm_T1", "00101 nnn iiiiiiii", alu.CMP.ri, { n: "n", imm: "i" }),
  t16(
    "ADD_imm_T2",
    "00110 ddd iiiiiiii",
    alu.ADD.ri,
    { s, d: "d", n: "d", imm: "i" },
    { syntax: "add{s} {d}, #{imm}" },
  ),
  t16(
    "SUB_imm_T2",
    "00111 ddd iiiiiiii",
    alu.SUB.ri,
    { s, d: "d", n: "d", imm: "i" },
    { syntax: "sub{s} {d}, #{imm}" },
  ),
];

const dataProcessing: readonly Encoding[] = [
  twoOperand("AND_reg_T1", "0000", alu.AND.rr),
  twoOperand("EOR_reg_T1", "0001", alu.EOR.rr),
  twoOperand("LSL_reg_T1", "0010", alu.LSL_rr),
  twoOperand("LSR_reg_T1", "0011", alu.LSR_rr),
  twoOperand("ASR_reg_T1", "0100", alu.ASR_rr),
  twoOperand("ADC_reg_T1", "0101", alu.ADC.rr),
  twoOperand("SBC_reg_T1", "0110", alu.SBC.rr),
  twoOperand("ROR_reg_T1", "0111", alu.ROR_rr),
  t16("TST_reg_T1", "010000 1000 mmm nnn", alu.TST.rr, { n: "n", m: "m" }),
  t16("RSB_imm_T1", "010000 1001 nnn ddd", alu.RSB.ri, { s, d: "d", n: "n", imm: 0 }),
  t16("CMP_reg_T1", "010000 1010 mmm nnn", alu.CMP.rr, { n: "n", m: "m" }),
  t16("CMN_reg_T1", "010000 1011 mmm nnn", alu.CMN.rr, { n: "n", m: "m" }),
  twoOperand("ORR_reg_T1", "1100", alu.ORR.rr),
  t16("MUL_T1", "010000 1101 nnn ddd", multiply.MUL_rr, { s, d: "d", n: "n", m: "d" }, { syntax: "mul{s} {d}, {n}" }),
  twoOperand("BIC_reg_T1", "1110", alu.BIC.rr),
  t16("MVN_reg_T1", "010000 1111 mmm ddd", alu.MVN.rr, { s, d: "d", m: "m" }),
];

/** 010001: any register, and therefore PC and SP, which have operations of their own. */
const special: readonly Encoding[] = [
  t16(
    "ADD_PC_reg_T2",
    "010001 00 1 mmmm 111",
    alu.ADD_pc,
    { m: "m", imm: pcValue },
    { unpredictable: or(midIt, isPc("m")) },
  ),
  t16(
    "ADD_reg_T2_from_PC",
    "010001 00 d 1111 ddd",
    alu.ADD.ri,
    { d: "d", n: "d", imm: pcValue },
    {
      after: ["ADD_PC_reg_T2", "ADD_SP_from_PC_T2", "ADD_SP_reg_T2"],
      syntax: "add {d}, pc",
    },
  ),
  t16("ADD_SP_from_PC_T2", "010001 00 1 1111 101", alu.ADD_sp_i, { imm: pcValue }, { syntax: "add sp, pc" }),
  t16(
    "ADD_SP_reg_T2",
    "010001 00 1 mmmm 101",
    alu.ADD_sp_r,
    { m: "m", imm: 0 },
    {
      after: ["ADD_SP_from_PC_T2"],
      syntax: "add sp, {m}",
    },
  ),
  t16(
    "ADD_reg_T2",
    "010001 00 d mmmm ddd",
    alu.ADD.rr,
    { d: "d", n: "d", m: "m" },
    {
      after: ["ADD_PC_reg_T2", "ADD_reg_T2_from_PC", "ADD_SP_reg_T2", "ADD_SP_from_PC_T2"],
      syntax: "add {d}, {m}",
    },
  ),
  // CMP with two low registers has its own encoding; here it is UNPREDICTABLE.
  t16(
    "CMP_reg_T2",
    "010001 01 n mmmm nnn",
    alu.CMP.rr,
    { n: "n", m: "m" },
    {
      unpredictable: or(isPc("n", "m"), and(ltu(bits("n"), 8), ltu(bits("m"), 8))),
    },
  ),
  t16(
    "MOV_PC_reg_T1",
    "010001 10 1 mmmm 111",
    alu.MOV_pc,
    { m: "m" },
    {
      after: ["MOV_PC_from_PC_T1"],
      unpredictable: midIt,
    },
  ),
  t16(
    "MOV_PC_from_PC_T1",
    "010001 10 1 1111 111",
    branch.B,
    { imm: pcValue },
    { unpredictable: midIt, syntax: "mov pc, pc" },
  ),
  t16(
    "MOV_reg_T1_from_PC",
    "010001 10 d 1111 ddd",
    alu.MOV.ri,
    { d: "d", imm: pcValue },
    {
      after: ["MOV_PC_reg_T1", "MOV_PC_from_PC_T1", "MOV_SP_from_PC_T1", "MOV_SP_reg_T1"],
      syntax: "mov {d}, pc",
    },
  ),
  t16("MOV_SP_from_PC_T1", "010001 10 1 1111 101", alu.MOV_sp_i, { imm: pcValue }, { syntax: "mov sp, pc" }),
  t16("MOV_SP_reg_T1", "010001 10 1 mmmm 101", alu.MOV_sp, { m: "m" }, { after: ["MOV_SP_from_PC_T1"] }),
  t16(
    "MOV_reg_T1",
    "010001 10 d mmmm ddd",
    alu.MOV.rr,
    { d: "d", m: "m" },
    {
      after: ["MOV_PC_reg_T1", "MOV_PC_from_PC_T1", "MOV_reg_T1_from_PC", "MOV_SP_reg_T1", "MOV_SP_from_PC_T1"],
    },
  ),
  t16("BX_T1", "010001 11 0 mmmm 0 (0)(0)", branch.BX_r, { m: "m" }, { unpredictable: or(midIt, isPc("m")) }),
  t16("BLX_reg_T1", "010001 11 1 mmmm 0 (0)(0)", branch.BLX_r, { m: "m" }, { unpredictable: or(midIt, isPc("m")) }),
  t16("BXNS_T1", "010001 11 0 mmmm 1 (0)(0)", system.BXNS_r, { m: "m" }, { unpredictable: or(midIt, spOrPc("m")) }),
  t16("BLXNS_T1", "010001 11 1 mmmm 1 (0)(0)", system.BLXNS_r, { m: "m" }, { unpredictable: or(midIt, spOrPc("m")) }),
];

const memoryRegister = (name: string, code: string, operation: Operation): Encoding =>
  t16(name, `0101 ${code} mmm nnn ttt`, operation, { t: "t", n: "n", m: "m" });
const memoryImmediate = (name: string, code: string, operation: Operation, scale: number): Encoding =>
  t16(name, `${code} iiiii nnn ttt`, operation, { t: "t", n: "n", imm: scaled("i", scale) });

const loadStore: readonly Encoding[] = [
  t16(
    "LDR_lit_T1",
    "01001 ttt iiiiiiii",
    memory.LDR.lit,
    { t: "t", imm: pcRelative(scaled("i", 2)) },
    {
      syntax: "ldr {t}, [pc, #{i*4}]",
    },
  ),
  memoryRegister("STR_reg_T1", "000", memory.STR.rr),
  memoryRegister("STRH_reg_T1", "001", memory.STRH.rr),
  memoryRegister("STRB_reg_T1", "010", memory.STRB.rr),
  memoryRegister("LDRSB_reg_T1", "011", memory.LDRSB.rr),
  memoryRegister("LDR_reg_T1", "100", memory.LDR.rr),
  memoryRegister("LDRH_reg_T1", "101", memory.LDRH.rr),
  memoryRegister("LDRB_reg_T1", "110", memory.LDRB.rr),
  memoryRegister("LDRSH_reg_T1", "111", memory.LDRSH.rr),
  memoryImmediate("STR_imm_T1", "01100", memory.STR.ri, 2),
  memoryImmediate("LDR_imm_T1", "01101", memory.LDR.ri, 2),
  memoryImmediate("STRB_imm_T1", "01110", memory.STRB.ri, 0),
  memoryImmediate("LDRB_imm_T1", "01111", memory.LDRB.ri, 0),
  memoryImmediate("STRH_imm_T1", "10000", memory.STRH.ri, 1),
  memoryImmediate("LDRH_imm_T1", "10001", memory.LDRH.ri, 1),
  t16("STR_imm_T2", "10010 ttt iiiiiiii", memory.STR.ri, { t: "t", n: 13, imm: scaled("i", 2) }),
  t16("LDR_imm_T2", "10011 ttt iiiiiiii", memory.LDR.ri, { t: "t", n: 13, imm: scaled("i", 2) }),
];

const addresses: readonly Encoding[] = [
  t16(
    "ADR_T1",
    "10100 ddd iiiiiiii",
    alu.MOV.ri,
    { d: "d", imm: pcRelative(scaled("i", 2)) },
    {
      syntax: "add {d}, pc, #{i*4}",
    },
  ),
  t16("ADD_SP_imm_T1", "10101 ddd iiiiiiii", alu.ADD.ri, { d: "d", n: 13, imm: scaled("i", 2) }),
  t16("ADD_SP_imm_T2", "1011 0000 0 iiiiiii", alu.ADD_sp_i, { imm: scaled("i", 2) }, { syntax: "add sp, #{imm}" }),
  t16("SUB_SP_imm_T1", "1011 0000 1 iiiiiii", alu.SUB_sp_i, { imm: scaled("i", 2) }, { syntax: "sub sp, #{imm}" }),
];

/** The 8 low registers of a list, with LR (bit 14) or PC (bit 15) as bit `p`. */
const pushList = or(bits("l"), shl(bits("p"), 14));
const baseListed = listHas("l", bits("n"));
const noneListed = is("l", 0);

const multiple: readonly Encoding[] = [
  t16(
    "PUSH_T1",
    "1011 0 10 p llllllll",
    memory.STM,
    { n: 13, imm: pushList, wback: 1, db: 1 },
    {
      unpredictable: isZero(pushList),
      syntax: "push {imm:list}",
    },
  ),
  t16(
    "POP_PC_T1",
    "1011 1 10 1 llllllll",
    memory.LDM_pc,
    { n: 13, imm: or(bits("l"), 0x8000), wback: 1 },
    {
      unpredictable: midIt,
      syntax: "pop {imm:list}",
    },
  ),
  t16(
    "POP_T1",
    "1011 1 10 0 llllllll",
    memory.LDM,
    { n: 13, imm: "l", wback: 1 },
    {
      unpredictable: noneListed,
      syntax: "pop {imm:list}",
    },
  ),
  // A base that is listed but not lowest is stored as it was before the instruction, as in QEMU; the manual leaves its
  // value open.
  t16("STM_T1", "1100 0 nnn llllllll", memory.STM, { n: "n", imm: "l", wback: 1 }, { unpredictable: noneListed }),
  t16(
    "LDM_T1",
    "1100 1 nnn llllllll",
    memory.LDM,
    { n: "n", imm: "l", wback: isZero(baseListed) },
    {
      unpredictable: noneListed,
    },
  ),
];

const miscellaneous: readonly Encoding[] = [
  t16(
    "CBZ_T1",
    "1011 0 0 i 1 iiiii nnn",
    branch.CBZ_r,
    { n: "n", imm: add(pcValue, scaled("i", 1)) },
    {
      unpredictable: insideIt,
    },
  ),
  t16(
    "CBNZ_T1",
    "1011 1 0 i 1 iiiii nnn",
    branch.CBNZ_r,
    { n: "n", imm: add(pcValue, scaled("i", 1)) },
    {
      unpredictable: insideIt,
    },
  ),
  t16("SXTH_T1", "1011 0010 00 mmm ddd", alu.SXTH.r, { d: "d", m: "m" }),
  t16("SXTB_T1", "1011 0010 01 mmm ddd", alu.SXTB.r, { d: "d", m: "m" }),
  t16("UXTH_T1", "1011 0010 10 mmm ddd", alu.UXTH.r, { d: "d", m: "m" }),
  t16("UXTB_T1", "1011 0010 11 mmm ddd", alu.UXTB.r, { d: "d", m: "m" }),
  t16(
    "CPS_T1",
    "1011 0110 011 d (0)(0) a f",
    system.CPS,
    { imm: or(shl(bits("d"), 4), or(shl(bits("a"), 1), bits("f"))) },
    {
      unpredictable: or(insideIt, isZero(or(bits("a"), bits("f")))),
    },
  ),
  t16("REV_T1", "1011 1010 00 mmm ddd", alu.REV_r, { d: "d", m: "m" }),
  t16("REV16_T1", "1011 1010 01 mmm ddd", alu.REV16_r, { d: "d", m: "m" }),
  t16("REVSH_T1", "1011 1010 11 mmm ddd", alu.REVSH_r, { d: "d", m: "m" }),
  t16("BKPT_T1", "1011 1110 iiiiiiii", system.BKPT, { imm: "i" }),
  t16("NOP_T1", "1011 1111 0000 0000", system.NOP, {}),
  t16("YIELD_T1", "1011 1111 0001 0000", system.YIELD, {}),
  t16("WFE_T1", "1011 1111 0010 0000", system.WFE, {}),
  t16("WFI_T1", "1011 1111 0011 0000", system.WFI, {}),
  t16("SEV_T1", "1011 1111 0100 0000", system.SEV, {}),
  // Hints without a meaning yet execute as NOP.
  t16(
    "HINT_T1",
    "1011 1111 hhhh 0000",
    system.NOP,
    {},
    {
      after: ["NOP_T1", "YIELD_T1", "WFE_T1", "WFI_T1", "SEV_T1"],
      syntax: "hint #{h}",
    },
  ),
  t16(
    "IT_T1",
    "1011 1111 cccc mmmm",
    branch.IT,
    { imm: or(shl(bits("c"), 4), bits("m")) },
    {
      after: ["NOP_T1", "YIELD_T1", "WFE_T1", "WFI_T1", "SEV_T1", "HINT_T1"],
      unpredictable: any(insideIt, is("c", 15), all(is("c", 14), isZero(atMostOne("m")))),
    },
  ),
  t16("UDF_T1", "1101 1110 iiiiiiii", system.UDF, { imm: "i" }),
  t16("SVC_T1", "1101 1111 iiiiiiii", system.SVC, { imm: "i" }),
  t16(
    "B_T1",
    "1101 cccc iiiiiiii",
    branch.B_cond,
    { c: "c", imm: target("i", 8) },
    {
      after: ["UDF_T1", "SVC_T1"],
      unpredictable: insideIt,
    },
  ),
  t16("B_T2", "11100 iiiiiiiiiii", branch.B, { imm: target("i", 11) }, { unpredictable: midIt }),
];

export const t16Encodings: readonly Encoding[] = [
  ...shifts,
  ...addSubtract,
  ...dataProcessing,
  ...special,
  ...loadStore,
  ...addresses,
  ...multiple,
  ...miscellaneous,
];
