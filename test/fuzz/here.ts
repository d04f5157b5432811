/** Runs images in our engine. */
import { mps2An505 } from "../../src/board/mps2-an505.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { noteKinds } from "../../src/machine/notes.ts";
import { placeOf } from "./case.ts";
import type { Image } from "./image.ts";
import { codeSlotBytes, psramBase, psramBytes, recordBytes, recordsOffset, variablesBase } from "./layout.ts";

export interface Run {
  /** Null when the image came to its end; else what stopped it. */
  readonly trouble: string | null;
  /** Cases that left a record. */
  readonly done: number;
  /** Records of the cases, in order. */
  readonly records: Uint8Array;
  readonly ticks: number;
  /** Instructions that each case has executed, up to the exception that ends it; empty where nobody counted. */
  readonly executed: Uint32Array;
  /** Cases that this side has a say in, where it has none in others. */
  readonly judged?: ReadonlySet<number>;
}

/** What is to be told of a run, for coverage. */
export type Watcher = (kind: string, fields: Readonly<Record<string, unknown>>) => void;

const supervisorCall = 11;
const exceptions = (1 << noteKinds.exceptionEntry) | (1 << noteKinds.exceptionReturn);
/** What runs on through memory behind its code counts no more than that has room for. */
const mostPerCase = codeSlotBytes / 2;
/** Far above what a case needs; now and then one runs through all the memory behind its code. */
const ticksPerCase = 4000;
const ticksAtLeast = 3_000_000;

export function recordsOf(psram: Uint8Array, { cases }: Image): Uint8Array {
  const from = recordsOffset + placeOf(cases[0]?.number ?? 0) * recordBytes;
  return psram.slice(from, from + cases.length * recordBytes);
}

/** The harness's variable: cases behind the one that runs. */
const casesLeft = (machine: Machine): number =>
  new DataView((machine.peek(variablesBase, 16) ?? new Uint8Array(16)).slice().buffer).getInt32(12, true);

export function runHere(image: Image, watch: Watcher | null = null): Run {
  let ended = false;
  const executed = new Uint32Array(image.cases.length);
  let began: number | null = null;
  const machine: Machine = createMachine(mps2An505, 0, {
    output: () => {},
    moment(kind, fields) {
      if (kind === "reset") {
        ended = true;
        machine.requestStop();
      }
      // Told before the return itself has retired.
      if (kind === "exception-return") began ??= machine.core.cpu.ticks + 1;
      if (kind === "exception" && began !== null) {
        // SVC retires, and is how a Secure case ends: that one is the harness's.
        const passed = machine.core.cpu.ticks - began - (fields.number === supervisorCall ? 1 : 0);
        executed[image.cases.length - 1 - casesLeft(machine)] = Math.min(passed, mostPerCase);
        began = null;
      }
      watch?.(kind, fields);
    },
    gap: () => {},
  });
  for (const { address, bytes } of image.pieces)
    if (!machine.program(address, bytes)) throw new Error(`no memory at ${address.toString(16)}`);
  machine.program(psramBase, image.inputs);
  machine.core.calls.startAtVector();
  machine.core.scratch.noteMask = watch === null ? exceptions : exceptions | 0x18;
  const stop = machine.run({ tick: ticksAtLeast + image.cases.length * ticksPerCase });
  const psram = machine.peek(psramBase, psramBytes);
  if (psram === null) throw new Error("the board has no PSRAM");
  const done = image.cases.length - 1 - casesLeft(machine);
  const trouble = ended ? null : stop.reason === "limit" ? "does not end" : stop.reason;
  return { trouble, done: Math.max(0, done), records: recordsOf(psram, image), ticks: machine.tick(), executed };
}
