/** The breakpoints and watchpoints of one client: packets Z0 to Z4. */

import { maxBreakpoints, maxWatchpoints } from "../state/scratch.ts";
import type { TimelineEvent } from "../time/annals.ts";
import { bytesOfHex, numberOfHex } from "./packet.ts";

export interface BreakAt {
  readonly kind: "software" | "hardware";
  readonly address: number;
  /** Index of the process whose code it is meant for; null = anybody's. */
  readonly process: number | null;
  /** Agent expressions: one of them holds, or there are none. */
  readonly conditions: readonly Uint8Array[];
  /** Asked where it would stop; absent = always. */
  readonly when?: () => boolean;
}

/** Whoever does it: a word is overwritten by others, too. */
export interface WatchAt {
  readonly kind: "read" | "write" | "access";
  readonly address: number;
  readonly sizeBytes: number;
}

export interface Stops {
  readonly breakpoints: readonly BreakAt[];
  readonly watchpoints: readonly WatchAt[];
  /** Events to stop at; absent = none. */
  readonly event?: (event: TimelineEvent) => boolean;
}

export type Stop = { readonly type: number } & ({ readonly at: BreakAt } | { readonly range: WatchAt });

const watchKinds: readonly WatchAt["kind"][] = ["write", "read", "access"];
const firstWatch = 2;

/** `TYPE,ADDRESS,SIZE[;X LENGTH,EXPRESSION...]` behind the Z; null where it is none of ours. */
export function parseStop(text: string, process: number | null): Stop | null {
  const match = /^([0-4]),([0-9a-f]+),([0-9a-f]+)(?:;(.*))?$/s.exec(text);
  const [, digit, addressText, sizeText, rest = ""] = match ?? [];
  const address = numberOfHex(addressText);
  const size = numberOfHex(sizeText);
  if (address === null || size === null || address >= 2 ** 32) return null;
  const type = Number(digit);
  const kind = watchKinds[type - firstWatch];
  if (kind !== undefined) return { type, range: { kind, address, sizeBytes: Math.max(1, size) } };
  const conditions = conditionsOf(rest);
  if (conditions === null) return null;
  const place = { address: (address & ~1) >>> 0, process, conditions };
  return { type, at: { kind: type === 0 ? "software" : "hardware", ...place } };
}

/** What else may stand there (`cmds:`) we do not say that we support. Null where a length is wrong. */
function conditionsOf(text: string): Uint8Array[] | null {
  const list: Uint8Array[] = [];
  for (const [, length, code = ""] of text.matchAll(/X([0-9a-f]+),([0-9a-f]*)/g)) {
    const bytes = bytesOfHex(code.slice(0, 2 * (numberOfHex(length) ?? 0)));
    if (bytes === null || bytes.length !== numberOfHex(length)) return null;
    list.push(bytes);
  }
  return list;
}

export interface StopTables {
  /** False where there is no room. Setting one again is setting it with what is said now. */
  add(stop: Stop): boolean;
  remove(stop: Stop): void;
  stops(): Stops;
}

/** The engine has one place for an address, and a step needs one of its own. */
const breakpointRoom = maxBreakpoints - 1;

export function breakpointTables(): StopTables {
  const breakpoints = new Map<string, BreakAt>();
  const watchpoints = new Map<string, WatchAt>();
  return {
    add(stop) {
      const key = keyOf(stop);
      if ("at" in stop) breakpoints.set(key, stop.at);
      else watchpoints.set(key, stop.range);
      const addresses = new Set([...breakpoints.values()].map(({ address }) => address));
      const fits = addresses.size <= breakpointRoom && watchpoints.size <= maxWatchpoints;
      if (!fits) this.remove(stop);
      return fits;
    },
    remove(stop) {
      breakpoints.delete(keyOf(stop));
      watchpoints.delete(keyOf(stop));
    },
    stops: () => ({ breakpoints: [...breakpoints.values()], watchpoints: [...watchpoints.values()] }),
  };
}

const keyOf = (stop: Stop): string =>
  "at" in stop
    ? `${stop.type} ${stop.at.address} ${stop.at.process}`
    : `${stop.type} ${stop.range.address} ${stop.range.sizeBytes}`;
