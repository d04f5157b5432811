/** Requests that set breakpoints: by source line, function, instruction, data, and kind of event. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import { maxBreakpoints, maxWatchpoints } from "../../state/scratch.ts";
import type { GuestImage } from "../../system/system.ts";
import { isPlace, placeOf } from "../../time/questions/place.ts";
import type { BreakAt, WatchAt } from "../stops.ts";
import type { Rule } from "./break-table.ts";
import { parseExpression } from "./c-syntax.ts";
import { isDatum, isTrue, numberOf, valueAt } from "./c-value.ts";
import { type Desk, frameOf, hex, Refusal } from "./desk.ts";
import { sceneOf, sourceOf } from "./frames.ts";

type Breakpoints = { breakpoints: DebugProtocol.Breakpoint[] };

/** Where a breakpoint would be; a text says why it is nowhere. */
interface Wanted {
  readonly at: readonly BreakAt[];
  readonly told: Partial<DebugProtocol.Breakpoint>;
}

const nowhere = (message: string): Wanted => ({ at: [], told: { verified: false, message } });

/** What a client says of a breakpoint of any kind beside its place. */
interface Terms {
  readonly condition?: string;
  readonly hitCondition?: string;
  readonly logMessage?: string;
}

interface Asked {
  readonly place: Wanted;
  readonly terms: Terms;
}

function setAll(desk: Desk, group: string, asked: readonly Asked[]): Breakpoints {
  const { breaks } = desk;
  const addresses = new Set(breaks.stops().breakpoints.map(({ address }) => address));
  const fitting = asked.map(({ place, terms }) => {
    const one = onTerms(desk, place, terms);
    for (const { address } of one.at) addresses.add(address);
    // A step needs one of its own.
    const fits = addresses.size < maxBreakpoints;
    return fits ? one : { ...nowhere(`there is room for ${maxBreakpoints - 1} addresses`), rule: plainRule };
  });
  const made = breaks.set(group, fitting);
  return {
    breakpoints: fitting.map(({ told }, index) => ({ id: made[index]?.number ?? 0, verified: true, ...told })),
  };
}

const plainRule: Rule = { isCounted: null, log: null };

function onTerms(desk: Desk, place: Wanted, { condition, hitCondition, logMessage }: Terms): Wanted & { rule: Rule } {
  const isCounted = hitCondition === undefined || hitCondition.trim() === "" ? null : countOf(hitCondition);
  if (isCounted === undefined)
    return { ...nowhere(`\`${hitCondition}\` counts nothing: 5, >= 5, == 5, < 5 or % 5`), rule: plainRule };
  const rule = { isCounted, log: logMessage === undefined || logMessage === "" ? null : logMessage };
  if (condition === undefined || condition.trim() === "") return { ...place, rule };
  if (parseExpression(condition) === null)
    return { ...nowhere(`\`${condition}\` is no expression that is understood here`), rule };
  const when = (): boolean => holds(desk, condition);
  return { ...place, at: place.at.map((one) => ({ ...one, when })), rule };
}

/** What has no value stops: nothing may be missed. */
function holds(desk: Desk, condition: string): boolean {
  try {
    return isTrue(sceneOf(desk, null), condition);
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

const counting: Readonly<Record<string, (hits: number, count: number) => boolean>> = {
  "": (hits, count) => hits >= count,
  ">=": (hits, count) => hits >= count,
  ">": (hits, count) => hits > count,
  "=": (hits, count) => hits === count,
  "==": (hits, count) => hits === count,
  "<": (hits, count) => hits < count,
  "<=": (hits, count) => hits <= count,
  "%": (hits, count) => count > 0 && hits % count === 0,
};

/** Undefined where it cannot be read. */
function countOf(text: string): ((hits: number) => boolean) | undefined {
  const [, sign = "", digits] = /^\s*(>=|>|==?|<=|<|%)?\s*(\d+)\s*$/.exec(text) ?? [];
  const says = counting[sign];
  return digits === undefined || says === undefined ? undefined : (hits) => says(hits, Number(digits));
}

/** The process whose code an image is. */
function processOf({ roster }: Desk, { vm }: GuestImage): number | null {
  const index = vm === null ? -1 : roster.names.indexOf(vm);
  return index < 0 ? null : index;
}

const breakAt = (desk: Desk, image: GuestImage, address: number): BreakAt => ({
  kind: "hardware",
  address: (address & ~1) >>> 0,
  process: processOf(desk, image),
  conditions: [],
});

export function setBreakpoints(desk: Desk, args: DebugProtocol.SetBreakpointsArguments): Breakpoints {
  const path = args.source.path ?? args.source.name ?? "";
  const lines = (args.breakpoints ?? []).map((one) => ({ place: atLine(desk, path, one.line), terms: one }));
  return setAll(desk, `source ${path}`, lines);
}

/** At the line, or the next one that has code, in every image that was made of the file. */
export function atLine(desk: Desk, path: string, line: number): Wanted {
  const parts = path.replaceAll("\\", "/").split("/");
  const { images } = desk.timeline.system;
  // The compiler's name for the file may be shorter than the editor's, at its beginning.
  for (let from = 0; from < parts.length; from++) {
    const tail = parts.slice(from).join("/");
    const having = images.filter(({ image }) => (image.debug?.linesOf(tail).length ?? 0) > 0);
    if (having.length === 0) continue;
    const places = having.flatMap((one) => {
      const found = one.image.debug?.linesOf(tail).find((other) => other >= line);
      const at = found === undefined ? [] : (one.image.debug?.addressesOfLine(tail, found) ?? []);
      return at.map(({ address, place }) => ({ address, place, at: breakAt(desk, one, address) }));
    });
    const [first] = places;
    if (first === undefined) return nowhere("no code is there, nor behind it");
    const told = { line: first.place.line, source: sourceOf(desk, first.place) };
    return { at: places.map(({ at }) => at), told: { ...told, instructionReference: hex(first.address) } };
  }
  return nowhere("no image was made of this file, or none has debug information");
}

export function setFunctionBreakpoints(desk: Desk, args: DebugProtocol.SetFunctionBreakpointsArguments): Breakpoints {
  const placed = (name: string): Wanted => {
    const [, owner, own = name] = /^(\w+):(.+)$/.exec(name) ?? [];
    const at = desk.timeline.system.images
      .filter(({ vm }) => owner === undefined || vm === owner)
      .flatMap((one) => {
        const symbol = one.image.symbols.named(own);
        return symbol === null ? [] : [breakAt(desk, one, symbol.address)];
      });
    if (at.length > 0) return { at, told: { instructionReference: hex(at[0]?.address ?? 0) } };
    const place = placeOf(desk.timeline.system, name);
    return nowhere(isPlace(place) ? `${name} is no function` : (place.help ?? place.problem));
  };
  return setAll(
    desk,
    "function",
    args.breakpoints.map((terms) => ({ place: placed(terms.name), terms })),
  );
}

export function setInstructionBreakpoints(
  desk: Desk,
  args: DebugProtocol.SetInstructionBreakpointsArguments,
): Breakpoints {
  const placed = ({ instructionReference, offset = 0 }: DebugProtocol.InstructionBreakpoint): Wanted => {
    const address = (Number(instructionReference) + offset) >>> 0;
    const at = { kind: "hardware" as const, address: (address & ~1) >>> 0, process: null, conditions: [] };
    return Number.isNaN(Number(instructionReference))
      ? nowhere("no address")
      : { at: [at], told: { instructionReference: hex(address) } };
  };
  return setAll(
    desk,
    "instruction",
    args.breakpoints.map((terms) => ({ place: placed(terms), terms })),
  );
}

const longestWatchBytes = 1 << 20;

export function dataBreakpointInfo(
  desk: Desk,
  { name, frameId, asAddress, bytes }: DebugProtocol.DataBreakpointInfoArguments,
): DebugProtocol.DataBreakpointInfoResponse["body"] {
  const found = valueAt(sceneOf(desk, frameOf(desk, frameId)), name);
  const isPlace = isDatum(found) && asAddress !== true;
  if (isPlace && found.held !== null)
    return { dataId: null, description: `${name} is in ${found.held}: only memory can be watched` };
  const address = isPlace ? found.address + found.field.offsetBytes : Number(BigInt.asUintN(32, numberOf(found)));
  const sizeBytes = Math.min(bytes ?? ((isPlace ? found.field.sizeBytes : 0) || 4), longestWatchBytes);
  const at = address >>> 0;
  return {
    dataId: `${hex(at)},${sizeBytes}`,
    description: `${name}: ${sizeBytes} bytes at ${hex(at)}`,
    accessTypes: ["read", "write", "readWrite"],
    canPersist: true,
  };
}

export function setDataBreakpoints(desk: Desk, args: DebugProtocol.SetDataBreakpointsArguments): Breakpoints {
  const ranges = args.breakpoints.map(({ dataId, accessType = "write", condition, hitCondition }): WatchAt | null => {
    if ((condition ?? "") !== "" || (hitCondition ?? "") !== "") return null;
    const [address, sizeBytes = 4] = dataId.split(",").map(Number);
    if (address === undefined || !Number.isInteger(address) || !Number.isInteger(sizeBytes)) return null;
    return { address, sizeBytes, kind: accessType === "readWrite" ? "access" : accessType };
  });
  const fitting = ranges.filter((one) => one !== null).slice(0, maxWatchpoints);
  desk.breaks.watch(fitting);
  return {
    breakpoints: ranges.map((one) => ({
      verified: one !== null && fitting.includes(one),
      ...(one !== null && fitting.includes(one)
        ? {}
        : { message: `no range, more than ${maxWatchpoints} of them, or a condition` }),
    })),
  };
}

/** What can go wrong, and be stopped at: kinds of moments. */
export const exceptionFilters: readonly (DebugProtocol.ExceptionBreakpointsFilter & { readonly kinds: string[] })[] = [
  {
    filter: "fault",
    label: "Faults",
    description: "An instruction faults, in a VM or for good",
    default: true,
    kinds: ["fault", "freeze", "lockup"],
  },
  {
    filter: "switch",
    label: "Switches between VMs",
    description: "The hypervisor gives the processor to another VM",
    default: false,
    kinds: ["switch"],
  },
];

export function setExceptionBreakpoints(desk: Desk, args: DebugProtocol.SetExceptionBreakpointsArguments): Breakpoints {
  const chosen = exceptionFilters.filter(({ filter }) => args.filters.includes(filter));
  desk.breaks.events = new Set(chosen.flatMap(({ kinds }) => kinds));
  return { breakpoints: args.filters.map((filter) => ({ verified: chosen.some((one) => one.filter === filter) })) };
}
