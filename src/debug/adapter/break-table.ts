/** The breakpoints of a session, by the request that sets them: each request replaces what it set before. */
import type { TimelineEvent } from "../../time/annals.ts";
import type { BreakAt, Stops, WatchAt } from "../stops.ts";

export interface Broken {
  readonly number: number;
  readonly at: readonly BreakAt[];
  readonly rule: Rule;
  /** How often it was reached, with its condition true, since it was set. */
  hits: number;
}

/** What is to be done where a breakpoint is reached, beside stopping. */
export interface Rule {
  /** Whether that many hits are enough; null = each is. */
  readonly isCounted: ((hits: number) => boolean) | null;
  /** Is said instead of stopping; `{x}` in it is a value. */
  readonly log: string | null;
}

export interface BreakTable {
  /** `group` is what one request replaces: a source file, all functions, all instructions. */
  set(group: string, wanted: readonly { readonly at: readonly BreakAt[]; readonly rule: Rule }[]): Broken[];
  watch(ranges: readonly WatchAt[]): void;
  /** Kinds of events to stop at. */
  events: ReadonlySet<string>;
  stops(): Stops;
  /** Those that are at an address, for a process, whose condition is true. */
  here(address: number, process: number): Broken[];
}

export function breakTable(): BreakTable {
  const groups = new Map<string, Broken[]>();
  let watches: readonly WatchAt[] = [];
  let last = 0;
  const all = (): Broken[] => [...groups.values()].flat();
  return {
    events: new Set(),
    set(group, wanted) {
      const made = wanted.map(({ at, rule }) => {
        last += 1;
        return { number: last, at, rule, hits: 0 };
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
    here(address, process) {
      const isHere = (one: BreakAt): boolean => one.address === address && (one.process ?? process) === process;
      return all().filter(({ at }) => at.some((one) => isHere(one) && one.when?.() !== false));
    },
  };
}
