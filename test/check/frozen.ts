/** Runs a configuration, or an example, until its hypervisor freezes, and gives the explanation. */
import type { Diagnostic, Label } from "../../src/base/diagnostic.ts";
import { SourceText } from "../../src/base/source-text.ts";
import { lpc55s69 } from "../../src/board/lpc55s69.ts";
import { explainFreeze, explainLockup } from "../../src/check/fault.ts";
import type { Fields } from "../../src/check/fields.ts";
import { createGuestFaults } from "../../src/cli/guest-faults.ts";
import { stoppedOf } from "../../src/cli/stopped.ts";
import { readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import { type Switches, switchesOf } from "../../src/config/switches.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { noteKinds } from "../../src/machine/notes.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";

const limitTicks = 400_000;

/** Null when nothing froze within the limit. `programs` are put into memory besides, each at its address. */
export function explain(
  system: System,
  programs: readonly (readonly [address: number, bytes: Uint8Array])[] = [],
): Diagnostic | null {
  const held: { fields: Fields | null; machine: Machine | null } = { fields: null, machine: null };
  const faults = createGuestFaults(system);
  const machine = powerOn(
    system,
    {
      output() {},
      moment(kind, fields) {
        if (kind === "freeze") held.fields = fields;
        if (kind === "fault" && held.machine !== null) faults.note(held.machine, "guest", fields);
      },
      gap() {},
    },
    (built) => {
      held.machine = built;
      for (const [address, bytes] of programs) built.program(address, bytes);
      built.core.scratch.noteMask = 1 << noteKinds.fault;
    },
  );
  if (held.fields === null) {
    const { reason } = machine.run({ tick: limitTicks });
    if (reason === "lockup") return explainLockup(stoppedOf(system, machine, faults.last()), "guest");
  }
  return held.fields === null ? null : explainFreeze(held.fields, stoppedOf(system, machine, faults.last()));
}

/** A system of nothing but a configuration; its VMs find erased flash. */
export async function systemOf(text: string, switches: Partial<Switches> = {}): Promise<System> {
  const { model } = await readCrossconConfig(text, "config.c");
  return {
    ...{
      name: "config.c",
      board: lpc55s69,
      images: [],
      seed: 1,
      warnings: [],
      descriptions: [],
      attached: [],
      severities: [],
    },
    hypervisor: { kind: "crosscon", model, switches: switchesOf("crosscon", switches) },
    texts: new Map([["config.c", text]]),
    source: { request: { path: "config.c", images: [], loads: [], overrides: [] }, files: [] },
    recording: null,
  };
}

export const explainConfig = async (text: string): Promise<Diagnostic | null> => explain(await systemOf(text));

export const openExample = (name: string): Promise<System> =>
  openSystem({ path: `examples/faults/${name}`, images: [], loads: [], overrides: [] }, diskFiles);

const offsetOf = (source: SourceText, line: number, column: number): number =>
  (source.lineStarts[line - 1] ?? 0) + column - 1;

/** The text under a label. */
export function under(text: string, label: Label | undefined): string {
  if (label === undefined) return "(no label)";
  const source = new SourceText(label.file, text);
  return text.slice(offsetOf(source, label.line, label.column), offsetOf(source, label.endLine, label.endColumn));
}

/** `text` with the fix applied; throws where there is none. */
export function mended(text: string, { fix }: Diagnostic): string {
  if (fix === null) throw new Error("the diagnostic has no fix");
  const source = new SourceText("config.c", text);
  return [...fix.edits].reverse().reduce((now, { span, replacement }) => {
    const start = offsetOf(source, span.line, span.column);
    return now.slice(0, start) + replacement + now.slice(offsetOf(source, span.endLine, span.endColumn));
  }, text);
}
