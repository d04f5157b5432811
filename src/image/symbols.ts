/**
 * Answers "what is at this address" and "where is this name" from the symbols of an image. All indexes are built on
 * first use.
 */
import type { ElfSymbol } from "./elf-symbol.ts";
import { type Interval, IntervalIndex, lastAtOrBelow } from "./interval.ts";
import { spelledName } from "./linkage-name.ts";

type NameIndex = Map<string, ElfSymbol[]>;

export interface AddressRange {
  readonly start: number;
  /** First address behind it. */
  readonly end: number;
}

/** A symbol and how far into it an address lies. */
export interface SymbolPlace {
  readonly symbol: ElfSymbol;
  readonly offsetBytes: number;
}

/** What the bytes at an address are, by the mapping symbols of IHI 0044 section 5.5.5. */
export type CodeKind = "thumb" | "arm" | "data";

interface Indexes {
  readonly functions: IntervalIndex<ElfSymbol>;
  readonly labels: IntervalIndex<ElfSymbol>;
  readonly objects: IntervalIndex<ElfSymbol>;
  readonly mappings: readonly ElfSymbol[];
  readonly mappingAddresses: readonly number[];
}

export class SymbolTable {
  readonly symbols: readonly ElfSymbol[];
  /** Executable memory at run time; bounds functions that have no size. */
  readonly codeRanges: readonly AddressRange[];
  private readonly lazy: { indexes: Indexes | null; names: NameIndex | null; spelled: NameIndex | null };

  constructor(symbols: readonly ElfSymbol[], codeRanges: readonly AddressRange[]) {
    this.symbols = symbols;
    this.codeRanges = codeRanges;
    this.lazy = { indexes: null, names: null, spelled: null };
  }

  /**
   * The innermost function around an address. A function without a size reaches to the next function or global label;
   * where no function is, the nearest label before the address in the same executable section counts (assembly
   * without .type).
   */
  functionAt(address: number): SymbolPlace | null {
    const { functions, labels } = this.indexes();
    const found = functions.at(address) ?? labels.at(address);
    return found && { symbol: found.value, offsetBytes: address - found.start };
  }

  /** The variable around an address. */
  objectAt(address: number): SymbolPlace | null {
    const found = this.indexes().objects.at(address);
    return found && { symbol: found.value, offsetBytes: address - found.start };
  }

  /** Thumb code, Arm code or literal data; null where no mapping symbol says. */
  codeKindAt(address: number): CodeKind | null {
    const { mappings, mappingAddresses } = this.indexes();
    const mapping = mappings[lastAtOrBelow(mappingAddresses, address)];
    if (!mapping) return null;
    const range = this.codeRanges.find((r) => address >= r.start && address < r.end);
    if (range && mapping.address < range.start) return null;
    const letter = mapping.name[1];
    return letter === "t" ? "thumb" : letter === "a" ? "arm" : "data";
  }

  /** The symbol of that name; of several, a global one before a weak one before a local one. */
  named(name: string): ElfSymbol | null {
    return this.allNamed(name)[0] ?? null;
  }

  /** Symbols of C++ go by the names that people give them as well. */
  allNamed(name: string): readonly ElfSymbol[] {
    this.lazy.names ??= indexNames(this.symbols, (symbol) => symbol.name);
    const exact = this.lazy.names.get(name);
    if (exact !== undefined) return exact;
    this.lazy.spelled ??= indexNames(this.symbols, (symbol) => spelledName(symbol.name));
    return this.lazy.spelled.get(name) ?? [];
  }

  /** True when a function symbol begins exactly there. */
  beginsFunction(address: number): boolean {
    const found = this.indexes().functions.at(address);
    return found !== null && found.start === address;
  }

  inCode(address: number): boolean {
    return this.codeRanges.some((range) => address >= range.start && address < range.end);
  }

  private indexes(): Indexes {
    this.lazy.indexes ??= buildIndexes(this.symbols, this.codeRanges);
    return this.lazy.indexes;
  }
}

function indexNames(symbols: readonly ElfSymbol[], nameOf: (symbol: ElfSymbol) => string | null): NameIndex {
  const names = new Map<string, ElfSymbol[]>();
  for (const symbol of symbols) {
    const name = nameOf(symbol);
    const same = name === null ? undefined : names.get(name);
    if (same) same.push(symbol);
    else if (name !== null) names.set(name, [symbol]);
  }
  for (const same of names.values()) same.sort((a, b) => bindingRank(a) - bindingRank(b));
  return names;
}

function bindingRank(symbol: ElfSymbol): number {
  return symbol.binding === "global" ? 0 : symbol.binding === "weak" ? 1 : 2;
}

function buildIndexes(symbols: readonly ElfSymbol[], codeRanges: readonly AddressRange[]): Indexes {
  const functions = symbols.filter((s) => s.kind === "function");
  const labels = symbols.filter((s) => s.kind === "other" && s.inCode);
  const objects = symbols.filter((s) => s.kind === "object");
  const mappings = symbols.filter((s) => s.kind === "mapping").sort((a, b) => a.address - b.address);
  const functionStarts = functions.map((s) => s.address).sort((a, b) => a - b);
  const outerStarts = [...functions, ...labels.filter((s) => s.binding !== "local")];
  const functionEnds = outerStarts.map((s) => s.address).sort((a, b) => a - b);
  const labelEnds = [...labels.map((s) => s.address), ...functionStarts].sort((a, b) => a - b);
  const bound = (starts: readonly number[]) => (s: ElfSymbol) => interval(s, starts, codeRanges);
  return {
    functions: new IntervalIndex(preferred(functions).map(bound(functionEnds))),
    labels: new IntervalIndex(preferred(labels).map(bound(labelEnds))),
    objects: new IntervalIndex(preferred(objects).map(bound([]))),
    mappings,
    mappingAddresses: mappings.map((s) => s.address),
  };
}

/** One symbol per address: with a size before without, then by binding, then the first in the file. */
function preferred(symbols: readonly ElfSymbol[]): ElfSymbol[] {
  const best = new Map<number, ElfSymbol>();
  for (const symbol of symbols) {
    const rival = best.get(symbol.address);
    if (!rival || preference(symbol) < preference(rival)) best.set(symbol.address, symbol);
  }
  return [...best.values()];
}

function preference(symbol: ElfSymbol): number {
  return (symbol.sizeBytes > 0 ? 0 : 4) + bindingRank(symbol);
}

function interval(
  symbol: ElfSymbol,
  starts: readonly number[],
  codeRanges: readonly AddressRange[],
): Interval<ElfSymbol> {
  const start = symbol.address;
  if (symbol.sizeBytes > 0) return { start, end: start + symbol.sizeBytes, value: symbol };
  const next = starts[lastAtOrBelow(starts, start) + 1] ?? Number.POSITIVE_INFINITY;
  const range = codeRanges.find((r) => start >= r.start && start < r.end);
  return { start, end: Math.min(next, range?.end ?? start + 1), value: symbol };
}
