/**
 * Exceptions, special registers, barriers, hints, Security Extension. Everything here is done by functions of
 * assembly/exec.
 */
import { konst } from "../builder.ts";
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";

export const SVC = operation("SVC", "system", "imm", {}, "svc #{imm}", (b) =>
  b.execEnds("supervisorCall", b.arg("imm")),
);
export const BKPT: Operation = {
  ...operation("BKPT", "system", "imm", {}, "bkpt #{imm}", (b) => b.execEnds("breakpoint", b.arg("imm"))),
  unconditional: true,
};
export const UDF = operation("UDF", "system", "imm", {}, "udf #{imm}", (b) => b.execEnds("undefinedInstruction"));

/** `imm`: bit 4 set disables (CPSID), bit 1 PRIMASK, bit 0 FAULTMASK. */
export const CPS = operation("CPS", "system", "imm", {}, "cps{d:ie} {af:aif}", (b) =>
  b.execEnds("changeProcessorState", b.arg("imm")),
);
/** `imm` is SYSm. */
export const MRS_r = operation("MRS_r", "system", "d imm", {}, "mrs {d}, {imm:sysm}", (b) =>
  b.setReg("d", b.execValue("readSpecial", b.arg("imm"))),
);
/** `imm` is SYSm, `small` the mask (bit 1 NZCVQ, bit 0 GE). */
export const MSR_r = operation("MSR_r", "system", "n imm small", {}, "msr {ym:special}, {n}", (b) =>
  b.execEnds("writeSpecial", b.arg("imm"), b.arg("small"), b.reg("n")),
);

export const NOP = operation("NOP", "hint", "", {}, "nop", () => {});
export const YIELD = operation("YIELD", "hint", "", {}, "yield", () => {});
export const WFE = operation("WFE", "system", "", {}, "wfe", (b) => b.execEnds("waitForEvent"));
export const WFI = operation("WFI", "system", "", {}, "wfi", (b) => b.execEnds("waitForInterrupt"));
export const SEV = operation("SEV", "system", "", {}, "sev", (b) => b.exec("sendEvent"));

/**
 * One core in program order: DMB, SSBB and PSSBB ask for nothing. DSB and ISB end the block, so that what was written
 * takes effect.
 */
export const DMB = operation("DMB", "hint", "", {}, "dmb {o:barrier}", () => {});
export const DSB = operation("DSB", "system", "", {}, "dsb {o:barrier}", (b) => b.execEnds("dataBarrier"));
export const ISB = operation("ISB", "system", "", {}, "isb {o:isb}", (b) => b.execEnds("instructionBarrier"));

export const SG = operation("SG", "security", "", {}, "sg", (b) => b.execEnds("secureGateway"));
export const BXNS_r = operation("BXNS_r", "security", "m", {}, "bxns {m}", (b) =>
  b.execEnds("branchNonSecure", b.reg("m")),
);
export const BLXNS_r = operation("BLXNS_r", "security", "m", {}, "blxns {m}", (b) =>
  b.execEnds("callNonSecure", b.reg("m"), b.next),
);
/** Static `form`: 0 TT, 1 TTT, 2 TTA, 3 TTAT. */
export const TT_r = operation("TT_r", "security", "d n", { form: 4 }, "tt{form:tt} {d}, {n}", (b, { form = 0 }) =>
  b.setReg("d", b.execValue("testTarget", b.reg("n"), konst(form))),
);

export const VLSTM = operation("VLSTM", "security", "n", {}, "vlstm {n}", (b) =>
  b.execEnds("lazyStoreMultiple", b.reg("n")),
);
export const VLLDM = operation("VLLDM", "security", "n", {}, "vlldm {n}", (b) =>
  b.execEnds("lazyLoadMultiple", b.reg("n")),
);

/**
 * Coprocessor space. `imm` is the coprocessor number: NOCP, or UNDEFINED where the coprocessor is there and enabled.
 */
export const COPROC = operation("COPROC", "system", "imm", {}, "", (b) => b.execEnds("coprocessor", b.arg("imm")));
