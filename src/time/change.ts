/**
 * Changes of a run's past: an input like any other, with its moment, through the one door. Its device is no part of any
 * board; its bytes are text, so that a recording says plainly what was done to it.
 */
import type { Machine } from "../machine/machine.ts";
import type { Input } from "./input.ts";
import type { Timeline } from "./timeline.ts";

export type Change =
  /** R0 to R15; R13 is the stack pointer in use. */
  | { readonly kind: "register"; readonly number: number; readonly value: number }
  | { readonly kind: "memory"; readonly address: number; readonly bytes: Uint8Array }
  /** All values of the configuration that are others from here on, `--set` paths (config/override.ts). */
  | { readonly kind: "config"; readonly values: readonly ConfigValue[] };

export interface ConfigValue {
  readonly path: string;
  readonly value: string | number;
}

export const changeDevice = "change";
export const changePorts: readonly string[] = ["register", "memory", "config"];

const hexBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const hexWord = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, "0")}`;

/** `r3=0x00000010`, `0x20020120=07000000`, `vms.kernel.devs[0].size=0x1000`: a line each. */
export function changeText(change: Change): string {
  if (change.kind === "register") return `r${change.number}=${hexWord(change.value)}`;
  if (change.kind === "memory") return `${hexWord(change.address)}=${hexBytes(change.bytes)}`;
  return change.values.map(({ path, value }) => `${path}=${value}`).join("\n");
}

export const changeInput = (change: Change, beat: Input["beat"]): Input => ({
  beat,
  device: changeDevice,
  port: change.kind,
  bytes: new TextEncoder().encode(changeText(change)),
});

/** Null where the text is none that `changeText` makes. */
export function readChange({ port, bytes }: Pick<Input, "port" | "bytes">): Change | null {
  const text = new TextDecoder().decode(bytes);
  if (port === "register") {
    const [, number, value] = /^r(\d|1[0-5])=(0x[0-9a-f]{8})$/.exec(text) ?? [];
    return number === undefined ? null : { kind: "register", number: Number(number), value: Number(value) };
  }
  if (port === "memory") {
    const [, address, data] = /^(0x[0-9a-f]{8})=((?:[0-9a-f]{2})+)$/.exec(text) ?? [];
    if (address === undefined || data === undefined) return null;
    return { kind: "memory", address: Number(address), bytes: Uint8Array.from(Buffer.from(data, "hex")) };
  }
  if (port !== "config") return null;
  const values = text.split("\n").map((line): ConfigValue | null => {
    const at = line.indexOf("=");
    return at < 1 ? null : { path: line.slice(0, at), value: line.slice(at + 1) };
  });
  return values.includes(null) ? null : { kind: "config", values: values.filter((one) => one !== null) };
}

/** Why it cannot be done, where it cannot; then nothing has changed. */
export function applyChange(machine: Machine, change: Change): string | null {
  const { cpu } = machine.core;
  if (change.kind === "register") {
    cpu.r[change.number] = change.number === 15 ? change.value & ~1 : change.value;
    return null;
  }
  if (change.kind === "memory") {
    const { address, bytes } = change;
    return machine.program(address, bytes)
      ? null
      : `no memory answers for ${bytes.length} bytes at ${hexWord(address)}`;
  }
  if (machine.reconfigure === null) return "there is no emulated hypervisor whose configuration could change";
  return machine.reconfigure(change.values);
}

/** What is wrong with a change at the cursor; nothing has changed afterwards. */
export function problemOf({ machine, keyframes, inputs, goBack }: Timeline, change: Change): string | null {
  const here = keyframes.take(inputs.delivered());
  const problem = applyChange(machine, change);
  goBack(here);
  return problem;
}

/** An input reaches whom it is for: a device, or what lies outside of all devices. */
export function deliver(machine: Machine, input: Input): void {
  if (input.device !== changeDevice) return machine.input(input.device, input.port, input.bytes);
  const change = readChange(input);
  if (change !== null) applyChange(machine, change);
}
