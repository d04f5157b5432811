/** Where a firmware starts: as the processor does after reset, or as a debugger starts an image without vectors. */
import type { Board } from "../board/board.ts";
import type { Image } from "../image/image.ts";

export type Start =
  /** SP and the program counter come from the Secure vector table here. */
  | { readonly kind: "vectors"; readonly address: number }
  /** The image begins with code: a debugger sets the program counter and leaves the rest as reset left it. */
  | { readonly kind: "entry"; readonly address: number; readonly symbol: string | null };

/** Names that start-up code goes by, where an image says nothing better. */
const entryNames = ["_reset_handler", "Reset_Handler", "_start", "__start"];

/**
 * The board's reset vector where the image has one there, else a vector table at the start of the image, else its
 * entry; null where it has none of them.
 */
export function findStart(board: Board, image: Image): Start | null {
  const first = Math.min(...image.segments.filter((one) => one.bytes.length > 0).map((one) => one.address));
  for (const address of [board.processor.vtorReset.secure, first])
    if (isVectorTable(board, image, address)) return { kind: "vectors", address };
  return findEntry(board, image);
}

/** A memory of the board and an offset in it, as one number: aliases of the same byte give the same place. */
function placeOf(board: Board, address: number): number | null {
  const index = board.memories.findIndex((one) => baseOf(one, address) !== null);
  const memory = board.memories[index];
  const base = memory === undefined ? null : baseOf(memory, address);
  return base === null ? null : index * 2 ** 32 + address - base;
}

type Placed = Board["memories"][number];
const baseOf = ({ base, aliases, sizeBytes }: Placed, address: number): number | null =>
  [base, ...aliases].find((one) => address >= one && address - one < sizeBytes) ?? null;

/** The word that an image has at an address, through whatever alias; null where it has none. */
function wordAt(board: Board, image: Image, address: number): number | null {
  const place = placeOf(board, address);
  if (place === null) return null;
  for (const { address: from, bytes } of image.segments) {
    const start = placeOf(board, from);
    if (start === null || place < start || place + 4 > start + bytes.length) continue;
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(place - start, true);
  }
  return null;
}

/** A stack at the end of writable memory or inside it, and a Thumb address inside the image. */
function isVectorTable(board: Board, image: Image, address: number): boolean {
  const [stack, reset] = [wordAt(board, image, address), wordAt(board, image, address + 4)];
  if (stack === null || reset === null || (reset & 1) === 0 || stack === 0 || (stack & 3) !== 0) return false;
  const below = stack - 4;
  return (
    board.memories.some((one) => one.kind === "ram" && baseOf(one, below) !== null) && isLoaded(board, image, reset - 1)
  );
}

const isLoaded = (board: Board, image: Image, address: number): boolean =>
  wordAt(board, image, (address & ~3) >>> 0) !== null ||
  image.segments.some(({ runAddress, bytes }) => address >= runAddress && address - runAddress < bytes.length);

function findEntry(board: Board, image: Image): Start | null {
  const { entry } = image;
  const symbols = image.symbols.symbols;
  if (entry !== null && isLoaded(board, image, entry)) {
    const named = symbols.find((one) => one.kind === "function" && (one.address & ~1) >>> 0 === entry);
    return { kind: "entry", address: entry, symbol: named?.name ?? null };
  }
  for (const name of entryNames) {
    const symbol = symbols.find((one) => one.name === name);
    if (symbol !== undefined) return { kind: "entry", address: (symbol.address & ~1) >>> 0, symbol: name };
  }
  return null;
}
