import { stripVTControlCharacters } from "node:util";

/** A guest's line as plain text: its colours and cursor moves are for its own console, not for a report. */
const printable = (line: string): string =>
  stripVTControlCharacters(line).replaceAll(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );

/** What a list of VMs says of a console. */
export const lastLineText = (line: string | null): string =>
  line === null ? "has printed nothing" : `last line: ${printable(line)}`;
