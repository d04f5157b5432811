/** Reads the small languages of the options: durations, `VM:REGEX`, `VM@TIME:TEXT`, `FILE@ADDR`. */
import { type Beat, beatsPerSecond } from "../base/beat.ts";
import { type Override, parseOverride } from "../config/override.ts";
import { UsageError } from "./exit.ts";

export type Duration =
  | { readonly unit: "beats"; readonly beats: Beat }
  | { readonly unit: "ticks"; readonly ticks: number };

const unitBeats: Readonly<Record<string, number>> = {
  s: beatsPerSecond,
  ms: beatsPerSecond / 1000,
  us: beatsPerSecond / 1_000_000,
};

/** `5s`, `200ms`, `1.5s`, `1000000t`. */
export function parseDuration(text: string, option: string): Duration {
  const match = /^(\d+(?:\.\d+)?)(s|ms|us|t)$/.exec(text);
  if (match === null)
    throw new UsageError(
      `${option}: \`${text}\` is no duration`,
      "like 5s, 200ms, 50us (virtual time) or 1000000t (ticks)",
    );
  const [, number = "0", unit = "s"] = match;
  if (unit === "t") return { unit: "ticks", ticks: Math.floor(Number(number)) };
  return { unit: "beats", beats: Math.round(Number(number) * (unitBeats[unit] ?? 0)) };
}

/** A moment of a run; without one, its beginning or its end. */
interface Moment {
  readonly tick?: number;
  readonly beat?: Beat;
}

/** True for a window that ends before it begins, as far as the words say: a tick and a time cannot be compared. */
export const isBackward = (from: Moment, to: Moment): boolean =>
  (from.beat !== undefined && to.beat !== undefined && to.beat < from.beat) ||
  (from.tick !== undefined && to.tick !== undefined && to.tick < from.tick);

/** How long to run: not for nothing. */
export function parseRunLength(text: string, option: string): Duration {
  const length = parseDuration(text, option);
  const amount = length.unit === "ticks" ? length.ticks : length.beats;
  if (amount === 0) throw new UsageError(`${option}: \`${text}\` is no time at all`, "like 5s or 200ms");
  return length;
}

/** A duration in virtual time only. */
export function parseTime(text: string, option: string): Beat {
  const duration = parseDuration(text, option);
  if (duration.unit === "beats") return duration.beats;
  throw new UsageError(`${option}: \`${text}\` counts ticks; a virtual time is wanted`, "like 5s or 200ms");
}

export interface LinePattern {
  readonly vm: string;
  readonly pattern: RegExp;
}

/** `VM:REGEX`. */
export function parsePattern(text: string, option: string): LinePattern {
  const colon = text.indexOf(":");
  if (colon < 1)
    throw new UsageError(`${option}: \`${text}\` names no VM`, `write it as ${option} 'kernel:uptime \\d+'`);
  try {
    return { vm: text.slice(0, colon), pattern: new RegExp(text.slice(colon + 1), "u") };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${option}: ${reason}`);
  }
}

export interface TypedText {
  readonly vm: string;
  readonly beat: Beat;
  readonly bytes: Uint8Array;
}

/** `VM@TIME:TEXT`, with \n, \r, \t, \\ and \xNN in the text. */
export function parseSend(text: string): TypedText {
  const match = /^([^@]+)@([^:]+):(.*)$/s.exec(text);
  if (match === null)
    throw new UsageError(`--send: \`${text}\` is not VM@TIME:TEXT`, "like --send 'kernel@1.5s:hello\\n'");
  const [, vm = "", time = "", typed = ""] = match;
  return { vm, beat: parseTime(time, "--send"), bytes: unescapeText(typed, "--send") };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\\": "\\", "0": "\0", e: "\x1b" };

/** What is typed, UTF-8; `\xNN` is one byte. Throws UsageError for any other escape. */
export function unescapeText(text: string, option: string): Uint8Array {
  const bytes: number[] = [];
  for (const { 0: piece, 1: code, index } of text.matchAll(/\\(x[0-9a-fA-F]{2}|.|$)|[^\\]+/gsu)) {
    if (code === undefined) bytes.push(...new TextEncoder().encode(piece));
    else if (code.length === 3) bytes.push(Number.parseInt(code.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(escapes[code] ?? refuseEscape(text, index, code, option)));
  }
  return Uint8Array.from(bytes);
}

function refuseEscape(text: string, index: number, code: string, option: string): never {
  const shown = code === "x" ? text.slice(index, index + 4) : `\\${code}`;
  throw new UsageError(
    `${option}: \`${shown}\` is no escape, at character ${index + 1} of \`${text}\``,
    "there are \\n, \\r, \\t, \\e, \\0, \\xNN for a byte, and \\\\ for the backslash itself",
  );
}

/** `VM=FILE`. */
function parseImage(text: string): readonly [string, string] {
  const equals = text.indexOf("=");
  if (equals < 1)
    throw new UsageError(`--image: \`${text}\` is not VM=FILE`, "like --image zephyr=build/zephyr/zephyr.elf");
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** All of `--image`; one VM has one. */
export function parseImages(texts: readonly string[]): (readonly [string, string])[] {
  const images = texts.map(parseImage);
  const again = images.find(([vm], index) => images.findIndex(([other]) => other === vm) !== index);
  if (again === undefined) return images;
  const files = images.filter(([vm]) => vm === again[0]).map(([, file]) => `\`${file}\``);
  throw new UsageError(
    `--image: VM \`${again[0]}\` gets ${files.join(" and ")}`,
    "a VM has one image; --load adds others",
  );
}

/** `PATH=VALUE`. */
export function parseSet(text: string): Override {
  if (text.indexOf("=") < 1)
    throw new UsageError(`--set: \`${text}\` is not PATH=VALUE`, "like --set vms.zephyr.devs[3].size=0x1000");
  return parseOverride(text);
}

/** `FILE` or `FILE@ADDRESS`. */
export function parseLoad(text: string): { readonly file: string; readonly address: number | null } {
  const match = /^(.*)@(0[xX][0-9a-fA-F]+|\d+)$/.exec(text);
  return match === null ? { file: text, address: null } : { file: match[1] ?? "", address: Number(match[2]) };
}

export function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new UsageError(`--seed: \`${text}\` is no whole number from 0 to 4294967295`);
  }
  return seed;
}
