/** What each console has said, as a text of its own: whoever stands on a line of it can go to its moment. */
import type { TimelineEvent } from "../../time/annals.ts";
import type { Position } from "../../time/position.ts";
import type { Timeline } from "../../time/timeline.ts";

export interface Transcript {
  /** Names of all consoles that have said something. */
  names(): string[];
  /** Number of the text of a console, from 1: the client's name for it. */
  numberOf(name: string): number;
  /** Null where there is no such text. */
  textOf(number: number): string | null;
  /** How many lines there are up to an event, which is one of them. */
  lineOf(event: TimelineEvent): number;
  /** Where the first byte of a line was sent; lines count from 1. */
  momentOf(number: number, line: number): Position | null;
}

const nameOf = ({ vm, fields }: TimelineEvent): string => vm ?? String(fields.port);

export function transcriptOf({ annals }: Timeline): Transcript {
  const names: string[] = [];
  const numberOf = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name) + 1;
  };
  const linesOf = (name: string | undefined): TimelineEvent[] =>
    annals.events.filter((event) => event.kind === "console" && nameOf(event) === name);
  return {
    numberOf,
    names() {
      for (const event of annals.events) if (event.kind === "console") numberOf(nameOf(event));
      return [...names];
    },
    textOf(number) {
      const name = names[number - 1];
      if (name === undefined) return null;
      return linesOf(name)
        .map(({ fields }) => `${String(fields.text)}\n`)
        .join("");
    },
    lineOf: (event) => linesOf(nameOf(event)).indexOf(event) + 1,
    momentOf(number, line) {
      const fields = linesOf(names[number - 1])[line - 1]?.fields;
      return fields === undefined ? null : { tick: Number(fields.firstTick), beat: Number(fields.firstBeat) };
    },
  };
}
