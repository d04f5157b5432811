/** The boards there are. */
import type { Board } from "./board.ts";
import { lpc55s69 } from "./lpc55s69.ts";
import { mps2An505 } from "./mps2-an505.ts";
import { mps2An521 } from "./mps2-an521.ts";

export const boards: readonly Board[] = [lpc55s69, mps2An505, mps2An521];

export const findBoard = (name: string): Board | undefined => boards.find((board) => board.name === name);
