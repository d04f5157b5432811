/** What GDB is told of a machine before it asks for anything: registers by feature, and where memory lies. */
import type { Machine } from "../machine/machine.ts";
import { type Register, registersOf } from "./registers.ts";

const features = ["m-profile", "m-system", "secext", "vfp"] as const;

export function targetDescription(machine: Machine): string {
  const registers = registersOf(machine);
  const parts = features.map((feature) => {
    const rows = registers.filter((one) => one.feature === feature).map(rowOf);
    return rows.length === 0 ? "" : `<feature name="org.gnu.gdb.arm.${feature}">${rows.join("")}</feature>`;
  });
  const body = `<architecture>arm</architecture>${parts.join("")}`;
  return `${header("target", "gdb-target")}<target version="1.0">${body}</target>`;
}

const rowOf = ({ name, number, bits, type }: Register): string =>
  `<reg name="${name}" bitsize="${bits}" regnum="${number}" type="${type}"/>`;

const header = (root: string, file: string): string => `<?xml version="1.0"?><!DOCTYPE ${root} SYSTEM "${file}.dtd">`;

const spaceBytes = 2 ** 32;

/**
 * Read-only memory, so that breakpoints there are asked for as such; everything else may answer, and we say so when it
 * is read.
 */
export function memoryMap({ memories }: Machine): string {
  const readOnly = memories
    .filter(({ kind }) => kind !== "ram")
    .flatMap(({ base, aliases, sizeBytes }) => [base, ...aliases].map((start) => ({ start, end: start + sizeBytes })))
    .sort((a, b) => a.start - b.start);
  const rows: string[] = [];
  let done = 0;
  for (const { start, end } of readOnly) {
    if (start > done) rows.push(regionOf("ram", done, start));
    rows.push(regionOf("rom", start, end));
    done = end;
  }
  if (done < spaceBytes) rows.push(regionOf("ram", done, spaceBytes));
  return `${header("memory-map", "gdb-memory-map")}<memory-map>${rows.join("")}</memory-map>`;
}

const regionOf = (type: "ram" | "rom", start: number, end: number): string =>
  `<memory type="${type}" start="0x${start.toString(16)}" length="0x${(end - start).toString(16)}"/>`;
