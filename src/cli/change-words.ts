/**
 * Changes as people write them: `r0=5`, `kernel:count=7`, `0x20000000=hex:00ff`, `kernel<hello\n`, and values of the
 * configuration as `--set` has them.
 */
import { consoleOwners } from "../system/consoles.ts";
import { type Change, type ConfigValue, changeDevice, problemOf, readChange } from "../time/change.ts";
import type { Input } from "../time/input.ts";
import { isPlace, placeOf } from "../time/questions/place.ts";
import type { Timeline } from "../time/timeline.ts";
import { UsageError } from "./exit.ts";
import { registerNumber } from "./travel/condition.ts";
import { unescapeText } from "./words.ts";

export interface Changes {
  readonly changes: readonly Change[];
  /** Bytes that are typed at the same moment. */
  readonly typed: readonly Input[];
}

const changeHelp = "like r0=5, kernel:count=7, 0x20000000=hex:00ff, 'kernel<hello\\n', vms.kernel.devs[0].size=0x1000";

/** What is to be changed where the cursor stands. @throws UsageError where something cannot be. */
export function parseChanges(timeline: Timeline, words: readonly string[]): Changes {
  if (words.length === 0) throw new UsageError("branch: nothing is changed", changeHelp);
  const changes: Change[] = [];
  const typed: Input[] = [];
  const values: ConfigValue[] = [];
  for (const word of words) {
    const text = /^([^=<]+)<(.*)$/s.exec(word);
    const assigned = /^([^=]+)=(.+)$/s.exec(word);
    if (text !== null) typed.push(typedText(timeline, text[1] ?? "", text[2] ?? ""));
    else if (assigned === null) throw new UsageError(`branch: \`${word}\` changes nothing`, changeHelp);
    else if (/^(vms|vmlist|shmem|shmemlist)[.[]/.test(word))
      values.push({ path: assigned[1] ?? "", value: assigned[2] ?? "" });
    else changes.push(assignment(timeline, assigned[1] ?? "", assigned[2] ?? ""));
  }
  if (values.length > 0) changes.push({ kind: "config", values: [...valuesInForce(timeline), ...values] });
  for (const change of changes) {
    const problem = problemOf(timeline, change);
    if (problem !== null) throw new UsageError(`branch: ${problem}`, null);
  }
  return { changes, typed };
}

/** What an earlier branch has changed of the configuration. */
function valuesInForce({ inputs }: Timeline): readonly ConfigValue[] {
  const delivered = inputs.list.slice(0, inputs.delivered());
  const last = delivered.findLast(({ device, port }) => device === changeDevice && port === "config");
  const change = last === undefined ? null : readChange(last);
  return change?.kind === "config" ? change.values : [];
}

function typedText({ system, annals, machine }: Timeline, vm: string, text: string): Input {
  const owners = consoleOwners(system);
  const own = owners.find((one) => one.vm === vm)?.device;
  const printing = annals.events.findLast((one) => one.kind === "console" && one.vm === vm)?.fields.port;
  if (own === undefined) {
    const names = [...new Set(owners.map((one) => one.vm))].join(", ");
    throw new UsageError(`branch: no VM \`${vm}\` has a console`, `there are ${names}`);
  }
  return { beat: machine.now(), device: String(printing ?? own), port: "rx", bytes: unescapeText(text, "branch") };
}

function assignment({ system }: Timeline, name: string, text: string): Change {
  const number = registerNumber(name);
  if (number !== null) return { kind: "register", number, value: numberIn(system, text) };
  const place = placeOf(system, name);
  if (!isPlace(place)) throw new UsageError(`branch: ${place.problem}`, place.help ?? changeHelp);
  return { kind: "memory", address: place.address, bytes: bytesIn(system, text, place.sizeBytes) };
}

/** A number, or an address by its symbol. */
function numberIn(system: Timeline["system"], text: string): number {
  if (/^-\d+$/.test(text)) return Number(text) >>> 0;
  const place = placeOf(system, text);
  if (isPlace(place)) return place.address;
  throw new UsageError(`branch: ${place.problem}`, place.help);
}

const wordBytes = 4;

function bytesIn(system: Timeline["system"], text: string, sizeBytes: number | null): Uint8Array {
  if (text.startsWith("hex:")) {
    const digits = text.slice("hex:".length);
    if (/^([0-9a-f]{2})+$/i.test(digits)) return Uint8Array.from(Buffer.from(digits, "hex"));
    throw new UsageError(`branch: \`${digits}\` is no row of bytes`, "two hexadecimal digits each: hex:00ff");
  }
  const value = numberIn(system, text);
  const size = sizeBytes === 1 || sizeBytes === 2 || sizeBytes === 8 ? sizeBytes : wordBytes;
  if (size < wordBytes && value >= 2 ** (8 * size))
    throw new UsageError(`branch: ${value} does not fit into ${size} bytes`, null);
  return Uint8Array.from({ length: size }, (_, index) => (index < wordBytes ? (value >>> (8 * index)) & 0xff : 0));
}
