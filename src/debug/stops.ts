/** The breakpoints and watchpoints of one client: packets Z0 to Z4. */
import { maxBreakpoints, maxWatchpoints } from "../state/scratch.ts";
import type { BreakAt, Stops, WatchAt } from "./motion.ts";
import { numberOfHex } from "./packet.ts";

export type Stop = { readonly type: number } & ({ readonly at: BreakAt } | { readonly range: WatchAt });

const watchKinds: readonly WatchAt["kind"][] = ["write", "read", "access"];
const firstWatch = 2;

/** `TYPE,ADDRESS,SIZE` behind the Z; null where it is none of ours. */
export function parseStop(text: string): Stop | null {
  const match = /^([0-4]),([0-9a-f]+),([0-9a-f]+)(?:;|$)/.exec(text);
  if (match === null) return null;
  const type = Number(match[1]);
  const address = (numberOfHex(match[2]) ?? 0) >>> 0;
  const sizeBytes = Math.max(1, numberOfHex(match[3]) ?? 1);
  const kind = watchKinds[type - firstWatch];
  if (kind !== undefined) return { type, range: { kind, address, sizeBytes } };
  return { type, at: { kind: type === 0 ? "software" : "hardware", address: (address & ~1) >>> 0 } };
}

export interface StopTables {
  /** False where there is no room. Setting one twice is as setting it once. */
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
      const fits = breakpoints.size <= breakpointRoom && watchpoints.size <= maxWatchpoints;
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
  "at" in stop ? `${stop.type} ${stop.at.address}` : `${stop.type} ${stop.range.address} ${stop.range.sizeBytes}`;
