/** Prints assembly/gen/layout.ts: where the blocks of state and the regions of linear memory lie. */
import { boardBlock, cpuBlock, maxInterruptLines, maxSauRegions } from "../state/blocks.ts";
import type { Block } from "../state/layout.ts";
import * as map from "../state/memory-map.ts";
import * as places from "../state/places.ts";
import { filledListEntries, sampleEntries, scratchBlock, tableSetEntries, tableSets } from "../state/scratch.ts";

const upperSnake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();

function constants(prefix: string, block: Block, base: number): string[] {
  return Object.entries(block.offsets).map(([field, offset]) =>
    constant(`${prefix}_${upperSnake(field)}`, base + offset),
  );
}

const constant = (name: string, value: number): string => `export const ${name}: u32 = ${value};`;

export function printLayout(): string {
  const lines = [
    "// Printed by src/gen/print-layout.ts from src/state. Do not edit: npm run gen.",
    ...constants("CPU", cpuBlock, places.cpuBase),
    ...constants("BOARD", boardBlock, places.boardBase),
    ...constants("SCRATCH", scratchBlock, places.scratchBase),
    constant("CPU_BYTES", cpuBlock.sizeBytes),
    constant("FILLED_LIST", places.filledListBase),
    constant("FILLED_LIST_ENTRIES", filledListEntries),
    constant("CODE_PAGES", places.codePagesBase),
    constant("PAGE_MARKS", places.pageMarksBase),
    constant("PAGE_DIGESTS", places.pageDigestsBase),
    constant("PROTECTION_BYTES", places.protectionBytes),
    constant("TABLE_SETS", places.tableSetsBase),
    constant("TABLE_SET_BYTES", places.tableSetBytes),
    constant("TABLE_SET_COUNT", tableSets),
    constant("TABLE_SET_ENTRIES", tableSetEntries),
    constant("MAX_INTERRUPT_LINES", maxInterruptLines),
    constant("MAX_SAU_REGIONS", maxSauRegions),
    constant("SAMPLE_ENTRIES", sampleEntries),
    constant("PAGE_BITS", map.pageBits),
    constant("PAGE_BYTES", map.pageBytes),
    ...Object.entries(map.entryBits).map(([name, bit]) => constant(upperSnake(name), bit)),
    ...Object.entries(map.blockFlags).map(([name, bit]) => constant(`BLOCK_${upperSnake(name)}`, bit)),
    constant("BLOCK_CODE_BYTES", map.blockCodeBytes),
    constant("WAY_BYTES", map.wayBytes),
    constant("TABLES", map.tablesBase),
    constant("TABLE_BYTES", map.tableBytes),
    constant("ARENA", map.arenaBase),
    constant("ARENA_BYTES", map.arenaBytes),
    constant("BLOCK_MAP", map.blockMapBase),
    constant("PHYSICAL", map.physicalBase),
  ];
  return `${lines.join("\n")}\n`;
}
