/** How threads are called in the protocol: `pP.T` in hex where the client knows processes, else `T`. */
import { numberOfHex } from "./packet.ts";
import type { ThreadId } from "./roster.ts";
import { isEach, type Talk, threadNow } from "./talk.ts";

export function wireOf(talk: Talk, { process, number }: ThreadId): string {
  const thread = number.toString(16);
  if (!talk.knowsProcesses) return thread;
  return `p${isEach(talk) ? (process + 1).toString(16) : "1"}.${thread}`;
}

/** A thread, all of a process, or all there are; null = all, or any. */
export interface Named {
  readonly process: number | null;
  readonly number: number | null;
}

/** Null where it is no name of anybody. */
export function parseNamed(talk: Talk, text: string): Named | null {
  const match = /^(?:p(-?[0-9a-f]+)(?:\.|$))?(-?[0-9a-f]+)?$/.exec(text);
  if (match === null || text === "") return null;
  const [process, number] = [match[1], match[2]].map((one) => idOf(one));
  const inEach = isEach(talk) && process != null;
  const named = { process: inEach ? process - 1 : null, number: number ?? null };
  return named.process !== null && named.process >= talk.target.roster.names.length ? null : named;
}

/** All and any are no number. */
function idOf(text: string | undefined): number | null {
  const number = text === undefined || text.startsWith("-") ? null : numberOfHex(text);
  return number === 0 ? null : number;
}

/** Whom that means here and now; null where there is nobody. */
export function resolveNamed(talk: Talk, { process, number }: Named): ThreadId | null {
  const { roster } = talk.target;
  const now = threadNow(talk);
  if (number === null) return process === null || process === now.process ? now : roster.mainOf(process);
  if (number === now.number) return now;
  if (number <= roster.names.length) return { process: number - 1, number };
  return roster.rows().find((row) => row.number === number) ?? null;
}
