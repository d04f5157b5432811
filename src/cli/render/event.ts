/** Events as lines for people: VMs, faults, exceptions and registers by their names. Programs read the JSON form. */
import { exceptionName } from "../../check/call-chain.ts";
import { faultText } from "../../check/fault-name.ts";
import { results } from "../../monitor/crosscon/hypercall.ts";
import type { Event } from "../../trace/event.ts";

type Fields = Readonly<Record<string, Event[string]>>;

const hex = (value: Event[string] | undefined): string => `0x${(Number(value ?? 0) >>> 0).toString(16)}`;
const stateOf = (isSecure: Event[string] | undefined): string => (isSecure === true ? "Secure" : "Non-secure");

/** Fields that are registers, or are called otherwise by people. */
const fieldWords: Readonly<Record<string, string>> = {
  sfsr: "SFSR",
  sfar: "SFAR",
  cfsr: "CFSR",
  hfsr: "HFSR",
  mmfar: "MMFAR",
  bfar: "BFAR",
  excReturn: "EXC_RETURN",
  pc: "PC",
  lr: "LR",
  xpsr: "xPSR",
  loadAddress: "load address",
  physicalAddress: "physical address",
  returnAddress: "return address",
  otherVm: "other VM",
};
const addressFields: ReadonlySet<string> = new Set([
  ...["sfsr", "sfar", "cfsr", "hfsr", "mmfar", "bfar", "excReturn", "pc", "lr", "xpsr", "frame"],
  ...["address", "size", "loadAddress", "physicalAddress", "returnAddress", "entry"],
]);
/** Larger numbers are addresses and registers, whatever they are called. */
const largestCount = 0xffff;

/** Of fields that no sentence is made of: `SFSR 0x48, PC 0x20746`. */
function fieldList(fields: Fields, names: readonly string[]): string {
  const told = Object.entries(fields).flatMap(([name, value]) => {
    if (value === null || value === "") return [];
    const word = fieldWords[name] ?? name;
    if (name === "otherVm") return [`${word} ${vmName(value, names)}`];
    const isHex = typeof value === "number" && (addressFields.has(name) || value > largestCount);
    return [`${word} ${isHex ? hex(value) : value}`];
  });
  return told.join(", ");
}

const vmName = (index: Event[string] | undefined, names: readonly string[]): string =>
  names[Number(index)] ?? `VM ${index}`;

function exceptionText({ number, fromSecure, toSecure, returnAddress }: Fields): string {
  const [from, to] = [stateOf(fromSecure), stateOf(toSecure)];
  const states = from === to ? `in ${to} state` : `from ${from} to ${to} state`;
  return `${exceptionName(Number(number))}, ${states}; it returns to ${hex(returnAddress)}`;
}

function hypercallText({ name, id, r1, r2, result }: Fields): string {
  const what = name === "" ? `unknown id ${id}` : String(name);
  const word = Object.entries(results).find(([, value]) => value === result)?.[0] ?? "";
  const outcome = word.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${what}, R1 ${hex(r1)}, R2 ${hex(r2)}: ${outcome === "" ? result : `${outcome} (${result})`}`;
}

/** Where the hypervisor stops for any fault; which one it was decides the code that the explanation of a run has. */
const anyFault = "FLT01";

function freezeText({ why, code, exception: _, name, cause, fromSecure, ...rest }: Fields, names: readonly string[]) {
  const stop = code === anyFault ? why : `${code}, ${why}`;
  const what = name === undefined ? "" : `: ${name}${cause == null ? "" : ` (SFSR.${cause})`}`;
  const state = fromSecure === undefined ? "" : ` from ${stateOf(fromSecure)} state`;
  const details = fieldList(rest, names);
  return `${stop}${what}${state}${details === "" ? "" : `; ${details}`}`;
}

function leakText({ from, to, sysTick, pendSv }: Fields, names: readonly string[]): string {
  const what = [...(sysTick === true ? ["SysTick"] : []), ...(pendSv === true ? ["PendSV"] : [])].join(" and ");
  return `${what} of ${vmName(from, names)} hits ${vmName(to, names)}`;
}

/** A sentence for each kind; without one, a kind's fields are listed. */
const sentences: Readonly<Record<string, (fields: Fields, names: readonly string[]) => string>> = {
  console: ({ port, text }) => `${port}: ${text}`,
  switch: ({ from, to }, names) => `from ${vmName(from, names)} to ${vmName(to, names)}`,
  slice: ({ kept }) => (kept === true ? "over, but the VM stays: it is handling an interrupt" : "over"),
  "vm-entry": ({ entry, mode }) =>
    `for the first time, at ${hex(entry)} in ${mode === "handler" ? "Handler" : "Thread"} mode`,
  hypercall: hypercallText,
  inject: ({ interrupt }) => `${exceptionName(Number(interrupt))} (id ${interrupt})`,
  log: ({ level, text }) => `${level}: ${text}`,
  "pending-leak": leakText,
  exception: exceptionText,
  "exception-return": ({ number, address }) => `from ${exceptionName(Number(number))} to ${hex(address)}`,
  security: ({ toSecure, address }) => `to ${stateOf(toSecure)} state, at ${hex(address)}`,
  sleep: ({ form }) => `${form}`,
  fault: ({ fault, address }) => faultText(Number(fault), Number(address)),
  lockup: ({ address }) => `at ${hex(address)}`,
  freeze: freezeText,
  reset: ({ by }) => `by ${by}`,
  "reset-request": ({ device, why }) => `of ${device}: ${why}`,
  watch: ({ code, severity, message }) => `${severity} ${code}: ${message}`,
};

/** What an event says beside its kind; `names` are the VMs in the order in which events count them. */
export const eventWords = (kind: string, fields: Fields, names: readonly string[]): string =>
  sentences[kind]?.(fields, names) ?? fieldList(fields, names);

export function eventLine({ tick, time_ns, vm, kind, ...fields }: Event, names: readonly string[]): string {
  const seconds = `${Math.floor(time_ns / 1e9)}.${String(time_ns % 1e9).padStart(9, "0")}`;
  const told = eventWords(kind, fields, names);
  return `[${seconds.padStart(14)}s ${vm ?? "-"}] ${String(tick).padStart(10)}t ${kind}: ${told}`.trimEnd();
}
