/**
 * The differences of test/isa/deviations.md that scenes meet. Each says in which scenes, and makes the lines of both
 * sides agree on what it is about and on nothing else.
 */
import type { Observation } from "./observations.ts";

export interface Difference {
  /** First column of its row in deviations.md. */
  readonly what: string;
  readonly scenes: RegExp;
  alike(line: string): string;
}

const without = (line: string, ...names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replace(new RegExp(` ${name}=\\S+`), ""), line);

/** AUVIOL and LSPERR; SFARVALID. */
const violations = 0x28;
const addressValid = 0x40;

export const differences: readonly Difference[] = [
  {
    what: "SFAR after an attribution violation (AUVIOL)",
    scenes: /./,
    alike: (line) =>
      without(line, "sfar").replace(/ sfsr=([0-9a-f]+)/, (_, value: string) => {
        const bits = Number.parseInt(value, 16);
        return ` sfsr=${(bits & violations ? bits & ~addressValid : bits).toString(16)}`;
      }),
  },
  {
    what: "moment of a just pended interrupt",
    scenes: /: nmi/,
    alike: (line) => (/^[SN] 2 /.test(line) ? without(line, "pc") : line),
  },
  {
    what: "HFSR after BKPT without debugger and DebugMonitor",
    scenes: /: breakpoint/,
    alike: (line) =>
      without(
        line.replace(/^[SN] 3 \w+/, "HardFault"),
        ...["hfsr", "dfsr", "shcsr", "shcsr_n", "sign", "high", "msp", "psp", "ctl"],
      ),
  },
  {
    what: "EXC_RETURN with ES and DCRS clear, by Secure code",
    scenes: /s: EXC_RETURN, ES and DCRS inverted$|returns by ffffff[d9]8$/,
    alike: (line) => (/^~N 0|^S [67] .* [cs]fsr=/.test(line) ? "" : line),
  },
  {
    what: "EXC_RETURN with bit 1 set",
    scenes: /EXC_RETURN, bit 1 inverted$/,
    alike: () => "",
  },
  {
    what: "fetch with EPSR.T clear where the address is no multiple of 4",
    scenes: /stacked T is clear$|return address even$/,
    alike: (line) => line.replace(/ (cfsr\w*)=(20000|1000000)$/, " $1=T"),
  },
  {
    what: "return address of a fault of FNC_RETURN",
    scenes: /FNC_RETURN, IPSR of a handler$|branch to fefffff[ef]$/,
    alike: (line) => (/ cfsr\w*=40000$/.test(line) ? without(line, "pc", "psr") : line),
  },
  {
    what: "stack that FNC_RETURN cannot read",
    scenes: /FNC_RETURN from /,
    alike: (line) => line.replace(/^[SN] [45] .*$/, "fault of FNC_RETURN"),
  },
  {
    what: "unaligned access across the end of a region of SAU or MPU",
    scenes: /of (half)?word across/,
    alike: () => "",
  },
  {
    what: "fetch that goes on across the end of a region of SAU or MPU",
    scenes: /: (wide|narrow) instructions from . into/,
    alike: () => "",
  },
  {
    what: "CCR.STKOFHFNMIGN",
    scenes: /FAULTMASK, CCR 600$/,
    alike: () => "",
  },
  {
    what: "priority of BusFault under AIRCR.PRIS",
    scenes: /: bus under .* pris$/,
    alike: (line) => without(line.replace(/^S [35] /, "S bus "), "shcsr", "hfsr"),
  },
];

/** What both sides are compared by. */
export function alike({ scene, lines }: Observation): string[] {
  const allowed = differences.filter((one) => one.scenes.test(scene));
  return lines.map((line) => allowed.reduce((text, one) => one.alike(text), line)).filter((line) => line !== "");
}
