/** The breakpoints of a session, by the request that sets them: each request replaces what it set before. */
import type { TimelineEvent } from "../../time/annals.ts";
import type { BreakAt, Stops, WatchAt } from "../stops.ts";

export interface Broken {
  readonly number: number;
  readonly at: readonly BreakAt[];
}

export interface BreakTable {
  /** `group` is what one request replaces: a source file, all functions, all instructions. */
  set(group: string, places: readonly (readonly BreakAt[])[]): Broken[];
  watch(ranges: readonly WatchAt[]): void;
  /** Kinds of events to stop at. */
  events: ReadonlySet<string>;
  stops(): Stops;
  /** Those that are at an address, for a process. */
  numbersAt(address: number, process: number): number[];
}

export function breakTable(): BreakTable {
  const groups = new Map<string, Broken[]>();
  let watches: readonly WatchAt[] = [];
  let last = 0;
  const all = (): Broken[] => [...groups.values()].flat();
  return {
    events: new Set(),
    set(group, places) {
      const made = places.map((at) => {
        last += 1;
        return { number: last, at };
      });
      groups.set(group, made);
      return made;
    },
    watch(ranges) {
      watches = ranges;
    },
    stops() {
      const { events } = this;
      const breakpoints = all().flatMap(({ at }) => at);
      const event = (one: TimelineEvent): boolean => events.has(one.kind);
      return { breakpoints, watchpoints: watches, ...(events.size === 0 ? {} : { event }) };
    },
    numbersAt: (address, process) =>
      all()
        .filter(({ at }) => at.some((one) => one.address === address && (one.process ?? process) === process))
        .map(({ number }) => number),
  };
}
