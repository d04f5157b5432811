/**
 * System instructions that a case may contain, and what they ask of registers. Left out is what would take the machine
 * away from the harness: sleep, priorities at which nothing can be taken, the harness's own stack.
 */
import { pick } from "../../src/base/prng.ts";
import type { Instruction } from "../../src/isa/decode.ts";
import type { Draft } from "./draft.ts";
import { free } from "./values.ts";

const sysm = { msp: 8, psp: 9, mspLimit: 10, faultMask: 19, control: 20 };
const aliasBit = 0x80;

/** MSR of these by privileged code would be the end of the harness. */
const kept = new Set([sysm.msp, sysm.mspLimit, sysm.psp, sysm.faultMask]);

/** Registers and what they must hold when the case begins; null where the instruction is not wanted here. */
export function systemPlan(draft: Draft, { operation, args }: Instruction): (readonly [number, number])[] | null {
  const { manner, random, values } = draft;
  const { imm = 0, n = 0 } = args;
  switch (operation.name) {
    case "WFI":
      return null;
    case "WFE":
      return draft.event ? [] : null;
    case "CPS":
      return manner.privileged && (imm & 0x11) === 0x11 ? null : [];
    case "MSR_r": {
      if (!manner.privileged) return [];
      if (!manner.world.secure && imm >= aliasBit) return [];
      if (kept.has(imm)) return null;
      if (imm !== sysm.control) return [];
      // The process stack stays in use; privilege may go.
      return values[n] === free ? [[n, pick(random, [2, 3])]] : null;
    }
    default:
      return [];
  }
}
