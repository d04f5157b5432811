/** Runs a line number program into rows, and finds rows by address or by line (DWARF 5 sections 6.2.2 to 6.2.5). */
import { Cursor } from "../cursor.ts";
import { IntervalIndex, lastAtOrBelow } from "../interval.ts";
import { extendedLineOpcode, lineOpcode } from "./constants.ts";
import type { LineHeader } from "./line-header.ts";
import { type IsLive, isRealAddress } from "./range.ts";
import type { DebugSections } from "./sections.ts";

/** A row: from this address on, code comes from this place. */
export interface LineRow {
  readonly address: number;
  /** Number of the file in `files`. */
  readonly file: number;
  /** 0 where the compiler names no line. */
  readonly line: number;
  /** 0 where the compiler names no column. */
  readonly column: number;
  /** A good place for a breakpoint. */
  readonly isStatement: boolean;
  readonly endSequence: boolean;
}

/** Rows of consecutive code, ascending by address, the end row last. */
export interface LineSequence {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly LineRow[];
  readonly addresses: readonly number[];
}

export interface LineTable {
  readonly files: readonly string[];
  readonly sequences: readonly LineSequence[];
  readonly index: IntervalIndex<LineSequence>;
}

/** The mutable registers of the line number machine. */
interface LineMachine {
  address: number;
  file: number;
  line: number;
  column: number;
  isStatement: boolean;
}

/** Runs the program of a header. A program that is cut off keeps its whole sequences. */
export function readLineTable(header: LineHeader, sections: DebugSections, isLive: IsLive): LineTable {
  const sequences = runProgram(header, sections.line).filter((s) => isRealAddress(s.start) && isLive(s.start));
  const index = new IntervalIndex(sequences.map((s) => ({ start: s.start, end: s.end, value: s })));
  return { files: header.files, sequences, index };
}

/** The row that covers an address: of rows with the same address the last, as it describes the code that is there. */
export function rowAt(table: LineTable, address: number): LineRow | null {
  const sequence = table.index.at(address)?.value;
  if (!sequence) return null;
  return sequence.rows[lastAtOrBelow(sequence.addresses, address)] ?? null;
}

function runProgram(header: LineHeader, section: Uint8Array): LineSequence[] {
  const cursor = new Cursor(section, header.programOffset, header.end);
  const sequences: LineSequence[] = [];
  let machine = newMachine(header);
  let rows: LineRow[] = [];
  const emit = (endSequence: boolean): void => {
    rows.push({ ...machine, endSequence });
  };
  while (cursor.more) {
    const opcode = cursor.u8();
    if (opcode >= header.opcodeBase) {
      const adjusted = opcode - header.opcodeBase;
      advance(machine, Math.floor(adjusted / header.lineRange), header);
      machine.line += header.lineBase + (adjusted % header.lineRange);
      emit(false);
    } else if (opcode === lineOpcode.copy) emit(false);
    else if (opcode !== 0) standard(opcode, machine, header, cursor);
    else if (extended(machine, cursor)) {
      emit(true);
      if (!cursor.overrun) sequences.push(sequenceOf(rows));
      rows = [];
      machine = newMachine(header);
    }
  }
  return sequences;
}

function newMachine(header: LineHeader): LineMachine {
  return { address: 0, file: 1, line: 1, column: 0, isStatement: header.defaultIsStatement };
}

function advance(machine: LineMachine, operations: number, header: LineHeader): void {
  machine.address = (machine.address + operations * header.minimumInstructionBytes) % 0x1_0000_0000;
}

function standard(opcode: number, machine: LineMachine, header: LineHeader, cursor: Cursor): void {
  if (opcode === lineOpcode.advancePc) advance(machine, cursor.uleb(), header);
  else if (opcode === lineOpcode.advanceLine) machine.line += cursor.sleb();
  else if (opcode === lineOpcode.setFile) machine.file = cursor.uleb();
  else if (opcode === lineOpcode.setColumn) machine.column = cursor.uleb();
  else if (opcode === lineOpcode.negateStatement) machine.isStatement = !machine.isStatement;
  else if (opcode === lineOpcode.constantAddPc) {
    advance(machine, Math.floor((255 - header.opcodeBase) / header.lineRange), header);
  } else if (opcode === lineOpcode.fixedAdvancePc) machine.address += cursor.u16();
  else {
    for (let left = header.operandCounts[opcode] ?? 0; left > 0; left--) cursor.uleb();
  }
}

/** Performs an extended opcode; true when it ends the sequence. */
function extended(machine: LineMachine, cursor: Cursor): boolean {
  const length = cursor.uleb();
  const next = cursor.offset + length;
  const opcode = length > 0 ? cursor.u8() : 0;
  if (opcode === extendedLineOpcode.setAddress) machine.address = cursor.u32();
  cursor.skip(next - cursor.offset);
  return opcode === extendedLineOpcode.endSequence;
}

/**
 * Rows come in ascending order by the standard; a producer that breaks it is put right, order within an address kept.
 */
function sequenceOf(rows: LineRow[]): LineSequence {
  const end = rows.pop() as LineRow;
  if (rows.some((row, i) => i > 0 && row.address < (rows[i - 1] as LineRow).address)) {
    rows.sort((a, b) => a.address - b.address);
  }
  const start = rows[0]?.address ?? end.address;
  rows.push(end);
  return { start, end: end.address, rows, addresses: rows.slice(0, -1).map((row) => row.address) };
}
