/** What lives at an address, in words, and where a guest would find it. */
import type { Board, Memory, PlacedDevice } from "../board/board.ts";
import { whatLivesAt } from "../board/describe.ts";
import { hex } from "./window.ts";

/** Something of the board that answers in one or several windows of the address space. */
type Placed = Pick<Memory | PlacedDevice, "base" | "sizeBytes" | "aliases">;

/** The address at which Non-secure code finds the same byte; the address itself where there is no other. */
export function nonSecureView(board: Board, address: number): number {
  const placed: readonly Placed[] = [...board.memories, ...board.devices];
  for (const { base, sizeBytes, aliases } of placed) {
    for (const alias of aliases) {
      if (address >= alias && address - alias < sizeBytes && alias > base) return base + (address - alias);
    }
  }
  return address;
}

export const deviceAt = (board: Board, address: number): PlacedDevice | null =>
  board.devices.find(({ base, sizeBytes, aliases }) =>
    [base, ...aliases].some((one) => address >= one && address - one < sizeBytes),
  ) ?? null;

export const memoryAt = (board: Board, address: number): Memory | null =>
  board.memories.find(({ base, sizeBytes }) => address >= base && address - base < sizeBytes) ?? null;

/** `flexcomm2 INTENSET`, `sram0 (Secure view)`, `nothing`: for messages, after an address. */
export function residentText(board: Board, address: number): string {
  const { kind, name, title, register, secureAlias } = whatLivesAt(board, address);
  if (kind === "hole") return `nothing lives there on ${board.name}`;
  const part = register === undefined ? name : `${name} ${register}`;
  const words = title.toLowerCase() === name ? part : `${part}: ${title}`;
  return `${words}${secureAlias && kind !== "system" ? ", Secure view" : ""}`;
}

/** One sentence for an address that nothing answers at. */
export function holeHelp(board: Board, address: number): string {
  const { base, sizeBytes } = whatLivesAt(board, address);
  return `${board.name} has nothing from ${hex(base)} to ${hex(base + sizeBytes - 1)}: the pointer itself is wrong`;
}
