/**
 * What an ELF file's DWARF says about addresses: source lines, functions with what was inlined, and how to unwind.
 * Everything is read on first use and kept; nothing here throws, what is damaged is left out and told in `problems`.
 */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { ElfSection } from "../elf-section.ts";
import { type Interval, IntervalIndex } from "../interval.ts";
import type { SymbolTable } from "../symbols.ts";
import { createDataIndex, type DataIndex, type IsPlaced } from "./data-index.ts";
import { type FrameIndex, indexFrames, readFrames } from "./frame-table.ts";
import { type FunctionIndex, type FunctionScope, functionName, readFunctions, scopesAt } from "./function.ts";
import { type LineHeader, readLineHeader } from "./line-header.ts";
import { type LineTable, readLineTable, rowAt } from "./line-table.ts";
import { type Frame, type Local, type LocalSources, localsOf } from "./local.ts";
import { type IsLive, isRealAddress, rangesOf } from "./range.ts";
import { type DebugSections, findDebugSections, ProblemLog } from "./sections.ts";
import { readUnits, type Unit } from "./unit.ts";
import { type CoreRegisters, callersSingle, canonicalFrameAddress, type ReadWord, unwindFrame } from "./unwind.ts";

/**
 * A place in the source: full path, 1-based line, 1-based column; line 0 and column 0 where the compiler names none.
 */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A function that is active at an address, and where in it. */
export interface SourceFrame {
  /** Source name; null when only the line is known. */
  readonly function: string | null;
  readonly place: SourcePlace | null;
  /** True when this function's code was merged into the next frame's function. */
  readonly inlined: boolean;
}

/** An address where code for a source line begins. */
export interface LineAddress {
  readonly address: number;
  readonly place: SourcePlace;
}

interface UnitIndex {
  readonly units: readonly Unit[];
  readonly byAddress: IntervalIndex<Unit>;
  readonly ranges: readonly Interval<Unit>[];
  /** Units that do not say which addresses they cover. */
  readonly unplaced: readonly Unit[];
}

/** The debug information of a file; null when it has none. */
export function readDebugInfo(sections: readonly ElfSection[], symbols: SymbolTable, file: string): DebugInfo | null {
  const log = new ProblemLog(file);
  const found = findDebugSections(sections, log);
  return found && new DebugInfo(found, symbols, log);
}

function isPlacedBy(symbols: SymbolTable): IsPlaced {
  const named = symbols.symbols.some((symbol) => symbol.kind === "object");
  return (name, address) =>
    !named ||
    (address !== 0 && isRealAddress(address)) ||
    symbols.allNamed(name).some((symbol) => symbol.address === address);
}

export class DebugInfo {
  private readonly sections: DebugSections;
  private readonly log: ProblemLog;
  private readonly isLive: IsLive;
  private readonly functionsByUnit = new Map<number, FunctionIndex>();
  private readonly lineHeaders = new Map<number, LineHeader | null>();
  private readonly linesByOffset = new Map<number, LineTable>();
  /** Programs that overlap, as only damage makes them, use it up. */
  private lineBytesLeft: number;
  private readonly lazy: { units: UnitIndex | null; frames: FrameIndex | null } = { units: null, frames: null };
  /** Variables and types by name. */
  readonly data: DataIndex;

  constructor(sections: DebugSections, symbols: SymbolTable, log: ProblemLog) {
    this.sections = sections;
    this.log = log;
    this.lineBytesLeft = 4 * sections.line.length;
    const named = symbols.symbols.some((symbol) => symbol.kind === "function");
    this.isLive = (address) => address !== 0 || !named || symbols.beginsFunction(0);
    this.data = createDataIndex(
      () => this.units().units,
      (offset) => this.unitAt(offset),
      sections,
      isPlacedBy(symbols),
    );
  }

  /** Warnings about parts that could not be understood so far; reading is lazy, so the list may grow. */
  get problems(): readonly Diagnostic[] {
    return this.log.problems;
  }

  /** The source place of the instruction at an address. */
  placeAt(address: number): SourcePlace | null {
    for (const unit of this.unitsAt(address)) {
      const place = this.placeIn(unit, address);
      if (place) return place;
    }
    return null;
  }

  /** The functions active at an address, innermost first; each but the last is inlined into the next. */
  framesAt(address: number): SourceFrame[] {
    const scopes = this.scopesAt(address);
    if (scopes.length > 0) return this.framesOf(scopes, address);
    const place = this.placeAt(address);
    return place ? [{ function: null, place, inlined: false }] : [];
  }

  /**
   * Where code of a line begins: places for a breakpoint, ascending. `file` is a path or any tail of one on a directory
   * boundary ("main.c", "src/main.c"). Inlined copies give one address each.
   */
  addressesOfLine(file: string, line: number): LineAddress[] {
    const found = new Map<number, LineAddress>();
    for (const table of this.lineTables((path) => isTail(path, file))) {
      const wanted = table.files.map((path) => isTail(path, file));
      for (const { rows } of table.sequences) {
        for (const [i, row] of rows.entries()) {
          if (row.line !== line || !row.isStatement || row.endSequence || !wanted[row.file]) continue;
          const before = rows[i - 1];
          if (before && before.line === row.line && before.file === row.file && before.isStatement) continue;
          const place = { file: table.files[row.file] ?? "", line, column: row.column };
          if (!found.has(row.address)) found.set(row.address, { address: row.address, place });
        }
      }
    }
    return [...found.values()].sort((a, b) => a.address - b.address);
  }

  /**
   * First addresses of the copies of a function that the compiler merged into others, ascending. A name of C++ may
   * leave out what it is declared in.
   */
  inlinedCopies(name: string): number[] {
    const found = new Set<number>();
    const unitAt = (offset: number): Unit | null => this.unitAt(offset);
    const visit = (scope: FunctionScope): void => {
      const [first] = scope.ranges;
      const full = scope.inlined && first ? functionName(scope, unitAt, this.sections) : null;
      if (first && (full === name || full?.endsWith(`::${name}`))) found.add(first.start);
      scope.children.forEach(visit);
    };
    for (const unit of this.units().units) this.functionsOf(unit).values().forEach(visit);
    return [...found].sort((a, b) => a - b);
  }

  /** The lines of a file that have code, ascending; `file` as in `addressesOfLine`. */
  linesOf(file: string): number[] {
    const lines = new Set<number>();
    for (const table of this.lineTables((path) => isTail(path, file))) {
      const wanted = table.files.map((path) => isTail(path, file));
      for (const { rows } of table.sequences) {
        for (const row of rows) if (wanted[row.file] && row.line > 0 && !row.endSequence) lines.add(row.line);
      }
    }
    return [...lines].sort((a, b) => a - b);
  }

  /** The line tables that name a file of which `concerns` is true, each once. */
  lineTables(concerns: (file: string) => boolean = () => true): LineTable[] {
    const tables = new Set<LineTable>();
    for (const unit of this.units().units) {
      if (!this.lineHeaderOf(unit)?.files.some(concerns)) continue;
      const table = this.linesOfUnit(unit);
      if (table) tables.add(table);
    }
    return [...tables];
  }

  /**
   * The caller's registers, for an address inside the executing instruction (for a caller: return address - 1). R15
   * is the return address as stored, Thumb bit included. Null without rules for the address, or when they cannot be
   * followed.
   */
  unwind(pc: number, registers: CoreRegisters, readWord: ReadWord): (number | null)[] | null {
    const frame = this.frames().at(pc)?.value;
    return frame ? unwindFrame(frame, pc, registers, readWord) : null;
  }

  /** True when there are unwind rules for an address; `unwind` may still fail or find the outermost frame. */
  describesFrame(pc: number): boolean {
    return this.frames().at(pc) !== null;
  }

  /** Parameters and local variables of the `depth`th function of `framesAt` in a frame, with where they are. */
  localsAt(frame: Frame, depth: number): Local[] {
    const { sections, data } = this;
    const sources: LocalSources = {
      sections,
      unitAt: (offset) => this.unitAt(offset),
      typeOf: (place) => data.typeOf(place),
      scopesAt: (address) => this.scopesAt(address),
      frameAddress: ({ lookup, registers, readWord }) => {
        const rules = this.frames().at(lookup)?.value;
        return rules ? canonicalFrameAddress(rules, lookup, registers, readWord) : null;
      },
    };
    return localsOf(sources, frame, depth);
  }

  /** What the caller of a frame has in S16 to S31; null for the others, and where that is lost. */
  singleOfCaller(frame: Frame, number: number): number | null {
    const rules = this.frames().at(frame.lookup)?.value;
    return rules ? callersSingle(rules, frame.lookup, number, frame) : null;
  }

  private scopesAt(address: number): FunctionScope[] {
    for (const unit of this.unitsAt(address)) {
      const scopes = scopesAt(this.functionsOf(unit), address);
      if (scopes.length > 0) return scopes;
    }
    return [];
  }

  private frames(): FrameIndex {
    this.lazy.frames ??= indexFrames(readFrames(this.sections, this.log, this.isLive));
    return this.lazy.frames;
  }

  private units(): UnitIndex {
    this.lazy.units ??= this.indexUnits();
    return this.lazy.units;
  }

  private indexUnits(): UnitIndex {
    const units = readUnits(this.sections, this.log);
    const ranges: Interval<Unit>[] = [];
    const unplaced: Unit[] = [];
    const budget = { left: this.sections.info.length + this.sections.ranges.length + this.sections.rnglists.length };
    for (const unit of units) {
      const all = rangesOf(unit.root.attributes, unit, this.sections, budget);
      if (all === null) unplaced.push(unit);
      for (const { start, end } of all ?? []) {
        if (this.isLiveIn(unit)(start)) ranges.push({ start, end, value: unit });
      }
    }
    return { units, byAddress: new IntervalIndex(ranges), ranges, unplaced };
  }

  /** Assembly is seldom thrown away, and its unit may well begin with a vector table at 0 instead of a function. */
  private isLiveIn(unit: Unit): IsLive {
    return unit.isAssembly ? () => true : this.isLive;
  }

  /** Units that may describe an address, the likeliest first. */
  private *unitsAt(address: number): Generator<Unit> {
    const { byAddress, ranges, unplaced } = this.units();
    const likeliest = byAddress.at(address)?.value;
    if (!likeliest) {
      yield* unplaced;
      return;
    }
    yield likeliest;
    for (const { start, end, value } of ranges) {
      if (value !== likeliest && address >= start && address < end) yield value;
    }
    yield* unplaced;
  }

  private functionsOf(unit: Unit): FunctionIndex {
    let functions = this.functionsByUnit.get(unit.offset);
    if (!functions) {
      functions = readFunctions(unit, this.sections, this.isLiveIn(unit));
      this.functionsByUnit.set(unit.offset, functions);
    }
    return functions;
  }

  private lineHeaderOf(unit: Unit): LineHeader | null {
    const { lineOffset, compilationDirectory } = unit;
    if (lineOffset === null) return null;
    let header = this.lineHeaders.get(lineOffset);
    if (header === undefined) {
      header = this.lineBytesLeft > 0 ? readLineHeader(this.sections, lineOffset, compilationDirectory) : null;
      this.lineBytesLeft -= header ? header.end - lineOffset : 0;
      if (!header) this.log.note("line", lineOffset, `damaged line table of ${unit.name}`);
      this.lineHeaders.set(lineOffset, header);
    }
    return header;
  }

  private linesOfUnit(unit: Unit): LineTable | null {
    const header = this.lineHeaderOf(unit);
    if (!header) return null;
    let table = this.linesByOffset.get(header.programOffset);
    if (!table) {
      table = readLineTable(header, this.sections, this.isLiveIn(unit));
      this.linesByOffset.set(header.programOffset, table);
    }
    return table;
  }

  private placeIn(unit: Unit, address: number): SourcePlace | null {
    const table = this.linesOfUnit(unit);
    const row = table && rowAt(table, address);
    return row && { file: table.files[row.file] ?? "", line: row.line, column: row.column };
  }

  private unitAt(offset: number): Unit | null {
    return this.units().units.find((unit) => offset >= unit.offset && offset < unit.end) ?? null;
  }

  /** The innermost function is at the address's line; each outer one at the line where the next inner was inlined. */
  private framesOf(scopes: readonly FunctionScope[], address: number): SourceFrame[] {
    const unitAt = (offset: number): Unit | null => this.unitAt(offset);
    return scopes.map((scope, i) => {
      const inner = scopes[i - 1];
      const place = inner ? this.callPlace(inner) : this.placeIn(scope.unit, address);
      return { function: functionName(scope, unitAt, this.sections), place, inlined: scope.inlined };
    });
  }

  private callPlace(inlined: FunctionScope): SourcePlace | null {
    const files = this.linesOfUnit(inlined.unit)?.files ?? [];
    const file = files[inlined.callFile];
    return file === undefined ? null : { file, line: inlined.callLine, column: inlined.callColumn };
  }
}

function isTail(path: string, tail: string): boolean {
  const wanted = tail.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  return path === wanted || path.endsWith(`/${wanted}`);
}
