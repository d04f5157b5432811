import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextUint32, seeded } from "../../src/base/prng.ts";
import { evaluate, zeroState } from "../../src/isa/evaluate.ts";
import { randomInstruction } from "../../src/isa/fuzz.ts";
import { usableRows } from "./code.ts";
import { type Draft, draftAt } from "./draft.ts";
import { secureWorld } from "./layout.ts";
import { planFor } from "./plan.ts";
import { exactly } from "./values.ts";

const stack = secureWorld.windowBase + 256;
const calm = new Set(["alu", "multiply", "divide", "dsp", "float"]);
const noMemory = { load: () => 0, store: () => null, exec: () => 0, checkStackLimit: () => null };

/** R0 to R3 are known, SP too; of the others nothing is. */
function draftOf(seed: number): { draft: Draft; known: Map<number, number> } {
  const random = seeded(seed);
  const manner = { world: secureWorld, privileged: true, wild: false };
  const draft = draftAt(random, manner, secureWorld.codeBase, stack, 14);
  const known = new Map([[13, stack]]);
  for (let register = 0; register < 4; register++) known.set(register, (nextUint32(random) % 64) * 4);
  for (const [register, value] of known) draft.values[register] = exactly(value);
  return { draft, known };
}

test("what the generator takes for known behind an instruction is so, whatever all else held before", () => {
  let checked = 0;
  for (const [index, row] of usableRows.entries()) {
    if (!calm.has(row.encoding.operation.class)) continue;
    for (let attempt = 0; attempt < 40; attempt++) {
      const { draft, known } = draftOf(41 * index + attempt);
      const instruction = randomInstruction(row, draft.random, { pc: draft.pc, itstate: 0 });
      const plan = instruction === null ? null : planFor(draft, instruction);
      if (instruction === null || plan === null) continue;
      plan(draft);
      for (let trial = 0; trial < 8; trial++) {
        const state = zeroState();
        // Distances of shifts and small numbers among them.
        for (let register = 0; register < 15; register++)
          state.regs[register] = nextUint32(draft.random) >>> (4 * trial);
        for (const [register, value] of known) state.regs[register] = value;
        for (const flag of ["N", "Z", "C", "V"] as const) state.flags[flag] = nextUint32(draft.random) & 1;
        state.flags.GE = nextUint32(draft.random) & 15;
        state.fpscr = nextUint32(draft.random);
        for (let single = 0; single < 32; single++) state.singles[single] = nextUint32(draft.random);
        evaluate(instruction, draft.pc, state, noMemory);
        for (let register = 0; register < 15; register++) {
          const value = draft.values[register];
          if (typeof value !== "object") continue;
          const what = `R${register} behind ${row.encoding.name} ${instruction.word.toString(16)}`;
          assert.is(state.regs[register], value.low >>> 0, what);
          checked++;
        }
      }
    }
  }
  assert.ok(checked > 10_000, `only ${checked}`);
});

test.run();
