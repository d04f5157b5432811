/** The boards there are. */
import type { Board } from "./board.ts";
import { lpc55s69 } from "./lpc55s69.ts";

export const boards: readonly Board[] = [lpc55s69];

export const findBoard = (name: string): Board | undefined => boards.find((board) => board.name === name);
