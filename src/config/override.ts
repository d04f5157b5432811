/** `--set PATH=VALUE`: replaces single numbers of a configuration, named by their C field names. */
import { type Diagnostic, InputError, type Span } from "../base/diagnostic.ts";
import { SourceText } from "../base/source-text.ts";
import { didYouMean } from "../base/suggest.ts";
import { configDiagnostic } from "./codes.ts";
import type { Partition, Sourced, SystemModel } from "./model.ts";

export interface Override {
  /** `vms.zephyr.devs[3].size`, or a placeholder's name. */
  readonly path: string;
  /** As written, or a number. */
  readonly value: string | number;
}

/** The file name under which spans of overrides stand; line n is the n-th override, written `path=value`. */
export const overrideFile = "--set";

/** The text that spans in `overrideFile` refer to. */
export function overrideText(overrides: readonly Override[]): SourceText {
  return new SourceText(overrideFile, overrides.map((one) => `${one.path}=${one.value}`).join("\n"));
}

/** Splits `PATH=VALUE`; without an equals sign the value is empty, which `applyOverrides` reports. */
export function parseOverride(text: string): Override {
  const at = text.indexOf("=");
  if (at < 0) return { path: text.trim(), value: "" };
  return { path: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

/** True for an override that fills a placeholder: a bare name, with or without its at-signs. */
export function isPlaceholderOverride(override: Override): boolean {
  return /^(@@)?[A-Za-z_]\w*(@@)?$/.test(override.path) && override.path !== "vms" && override.path !== "shmem";
}

/** What can be reached from here: a number, parts by name, or a list. `property` is the name in the neutral model. */
type Reach =
  | { readonly kind: "number"; readonly property: string }
  | { readonly kind: "parts"; readonly property: string; readonly parts: Readonly<Record<string, Reach>> }
  | { readonly kind: "list"; readonly property: string; readonly of: Reach };

const number = (property: string): Reach => ({ kind: "number", property });
const list = (property: string, of: Reach): Reach => ({ kind: "list", property, of });
const parts = (property: string, reach: Readonly<Record<string, Reach>>): Reach => ({
  kind: "parts",
  property,
  parts: reach,
});

const interrupts = list("interrupts", number(""));
const window = { base: number("base"), size: number("sizeBytes") };

/** C field names onto the neutral model: every number that --set can replace. */
const partitionReach: Readonly<Record<string, Reach>> = {
  entry: number("entry"),
  type: number("type"),
  cpu_num: number("cpuCount"),
  image: parts("image", {
    base_addr: number("baseAddress"),
    load_addr: number("loadAddress"),
    size: number("sizeBytes"),
  }),
  regions: list("regions", parts("", window)),
  devs: list(
    "devices",
    parts("", { pa: number("physicalAddress"), va: number("virtualAddress"), size: number("sizeBytes"), interrupts }),
  ),
  ipcs: list("ipcs", parts("", { ...window, shmem_id: number("sharedMemoryIndex"), interrupts })),
};

const shmemReach = list("sharedMemories", parts("", window));

/** A path cut into names and indexes; `platform` is left out, as the model has no such level. Null when malformed. */
export function pathSteps(path: string): (string | number)[] | null {
  const text = path.trim().replace(/^\./, "");
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*|\[(0[xX][0-9a-fA-F]+|\d+)\])*$/.test(text)) return null;
  const steps = [...text.matchAll(/\[([^\]]+)\]|(\w+)/g)].map((m) =>
    m[1] === undefined ? (m[2] as string) : Number(m[1]),
  );
  return steps.filter((step, i) => !(step === "platform" && i === 2));
}

/** A whole number from 0 to 0xffffffff in C's notation; null for anything else. */
export function overrideValue(value: string | number): number | null {
  const text = String(value).trim();
  const match = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)[uUlL]{0,3}$/.exec(text);
  if (match === null) return null;
  const digits = match[1] as string;
  const parsed = Number(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return parsed <= 0xffff_ffff ? parsed : null;
}

/**
 * The model with every override applied, in order; a later one wins. Overrides of placeholders are skipped: the reader
 * of the configuration has used them. Throws InputError with all wrong paths and values.
 */
export function applyOverrides(model: SystemModel, overrides: readonly Override[]): SystemModel {
  const text = overrideText(overrides);
  const problems: Diagnostic[] = [];
  let result = model;
  for (const [i, override] of overrides.entries()) {
    if (isPlaceholderOverride(override)) continue;
    const start = text.lineStarts[i] as number;
    const place = new OverridePlace(text, start, override);
    const value = overrideValue(override.value);
    if (value === null) problems.push(place.badValue());
    const target = find(result, override.path, place);
    if ("problem" in target) problems.push(target.problem);
    else if (value !== null) result = replace(result, target.route, { value, span: place.valueSpan }) as SystemModel;
  }
  if (problems.length > 0) throw new InputError(problems);
  return result;
}

/** The values that overrides give to placeholders, by name. Throws InputError on a value that is no number. */
export function placeholderOverrides(overrides: readonly Override[]): Record<string, number> {
  const text = overrideText(overrides);
  const values: Record<string, number> = {};
  const problems: Diagnostic[] = [];
  for (const [i, override] of overrides.entries()) {
    if (!isPlaceholderOverride(override)) continue;
    const value = overrideValue(override.value);
    if (value === null) problems.push(new OverridePlace(text, text.lineStarts[i] as number, override).badValue());
    else values[override.path.replaceAll("@", "")] = value;
  }
  if (problems.length > 0) throw new InputError(problems);
  return values;
}

/** Overrides of placeholders that the configuration does not have, `names` being those that it has. */
export function strayPlaceholders(overrides: readonly Override[], names: readonly string[]): Diagnostic[] {
  const text = overrideText(overrides);
  return overrides.flatMap((override, i): Diagnostic[] => {
    const name = override.path.replaceAll("@", "");
    if (!isPlaceholderOverride(override) || names.includes(name)) return [];
    const help = [
      ...didYouMean(name, names),
      "a number of the configuration is named by its way: `vms.NAME.entry`, `vms.NAME.devs[0].size`",
    ];
    const place = new OverridePlace(text, text.lineStarts[i] as number, override);
    return [place.badPath(`the configuration has no placeholder \`${name}\``, help).problem];
  });
}

class OverridePlace {
  readonly pathSpan: Span;
  readonly valueSpan: Span;
  private readonly override: Override;

  constructor(text: SourceText, start: number, override: Override) {
    const equals = start + override.path.length;
    this.override = override;
    this.pathSpan = text.spanOf(start, equals);
    this.valueSpan = text.spanOf(equals + 1, equals + 1 + String(override.value).length);
  }

  badValue(): Diagnostic {
    const { path, value } = this.override;
    const message = value === "" ? `\`${path}\` gets no value` : `\`${value}\` is no number from 0 to 0xffffffff`;
    return configDiagnostic("CFG24", message, [{ ...this.valueSpan, text: "expected a whole number" }]);
  }

  badPath(message: string, help: readonly string[]): { problem: Diagnostic } {
    return { problem: configDiagnostic("CFG23", message, [{ ...this.pathSpan, text: "no such number" }], help) };
  }
}

type Found = { readonly route: readonly (string | number)[] } | { readonly problem: Diagnostic };

function find(model: SystemModel, path: string, place: OverridePlace): Found {
  const steps = pathSteps(path);
  if (steps === null) return place.badPath(`\`${path}\` is no path`, ["write it as vms.NAME.devs[0].size"]);
  const [root, ...rest] = steps;
  if (root === "shmem" || root === "shmemlist")
    return walk(model, shmemReach, ["sharedMemories"], rest, "shmem", place);
  if (root !== "vms" && root !== "vmlist") {
    return place.badPath(`\`${root}\` is no part of a configuration`, [
      ...didYouMean(String(root), ["vms", "shmem"]),
      topHelp,
    ]);
  }
  const which = rest.shift();
  const names = model.partitions.map((partition) => partition.name);
  const index = typeof which === "number" ? which : names.indexOf(which ?? "");
  const partition = model.partitions[index];
  if (partition === undefined) {
    const help = [...didYouMean(String(which ?? ""), names), `the VMs are: ${names.join(", ") || "none"}`];
    return place.badPath(which === undefined ? "the name of a VM is missing" : `there is no VM \`${which}\``, help);
  }
  const reach: Reach = { kind: "parts", property: "", parts: partitionReach };
  return walk(partition, reach, ["partitions", index], rest, `vms.${partition.name}`, place);
}

const topHelp = "a path begins with vms.NAME or shmem[INDEX]";

/** Goes down from `value` (an object of the model at `route`) along the steps. */
function walk(
  value: Partition | SystemModel,
  reach: Reach,
  route: readonly (string | number)[],
  steps: readonly (string | number)[],
  shown: string,
  place: OverridePlace,
): Found {
  let at: unknown = reach.kind === "list" ? (value as unknown as Record<string, unknown>)[reach.property] : value;
  let here = reach;
  let text = shown;
  const way = [...route];
  for (const step of steps) {
    if (here.kind === "parts") {
      const next: Reach | undefined = Object.hasOwn(here.parts, step) ? here.parts[step] : undefined;
      const names = Object.keys(here.parts);
      const help = [...didYouMean(String(step), names), `possible here: ${names.join(", ")}`];
      if (next === undefined) return place.badPath(`\`${text}\` has no \`${step}\``, help);
      at = (at as Record<string, unknown>)[next.property];
      if (at === null)
        return place.badPath(`\`${text}\` has no \`.${step}\` in the configuration`, ["write it there first"]);
      way.push(next.property);
      here = next;
      text += `.${step}`;
    } else if (here.kind === "list") {
      const length = (at as readonly unknown[]).length;
      const range = length === 0 ? "it is empty" : `${text}[0] to ${text}[${length - 1}] are there`;
      if (typeof step !== "number")
        return place.badPath(`\`${text}\` is a list`, [`write ${text}[INDEX].${step}`, range]);
      if (step >= length) return place.badPath(`\`${text}\` has no element ${step}`, [range]);
      at = (at as readonly unknown[])[step];
      way.push(step);
      here = here.of;
      text += `[${step}]`;
    } else return place.badPath(`\`${text}\` is a number and has no parts`, [`write --set ${text}=VALUE`]);
  }
  if (here.kind === "number") return { route: way };
  const inner = here.kind === "parts" ? Object.keys(here.parts).map((name) => `${text}.${name}`) : [`${text}[0]`];
  return place.badPath(`\`${text}\` is no single number`, [`possible: ${inner.join(", ")}`]);
}

/** A copy of the model in which the number at `route` is another. */
function replace(from: unknown, route: readonly (string | number)[], number: Sourced<number>): unknown {
  const [step, ...rest] = route;
  if (step === undefined) return number;
  if (Array.isArray(from)) return from.map((item, i) => (i === step ? replace(item, rest, number) : item));
  const object = from as Record<string, unknown>;
  return { ...object, [step]: replace(object[step], rest, number) };
}
