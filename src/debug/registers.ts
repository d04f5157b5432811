/**
 * The registers a debugger sees: names, numbers and features as GDB knows them (GDB manual, "ARM Features"). Values are
 * those of the processor as it stands, or as somebody left it who is not in. Reading has no effect.
 */

import type { StoppedState } from "../image/backtrace.ts";
import type { StackName } from "../image/exception-frame.ts";
import type { Machine } from "../machine/machine.ts";

type Feature = "m-profile" | "m-system" | "secext" | "vfp";

export interface Register {
  readonly name: string;
  /** In the protocol. */
  readonly number: number;
  readonly bits: 32 | 64;
  readonly type: string;
  readonly feature: Feature;
  /** Its words, lowest first. */
  read(machine: Machine): readonly number[];
  /** Of a processor that was left; null where that is lost. */
  left(state: StoppedState): number | null;
}

type Read = (machine: Machine) => number;
type Left = (state: StoppedState) => number | null;
interface Row {
  readonly name: string;
  readonly feature: Feature;
  readonly read: Read;
  /** Absent = lost with whoever left. */
  readonly left?: Left;
  readonly type?: string;
}

const worlds = [
  { suffix: "ns", index: 0, main: "mainNonSecure", process: "processNonSecure" },
  { suffix: "s", index: 1, main: "mainSecure", process: "processSecure" },
] as const;
/** Of readStackPointer: Main NS, Process NS, Main S, Process S. */
const stack = { main: 0, process: 1, perWorld: 2 } as const;

const stackPointer =
  (index: number): Read =>
  ({ core }) =>
    core.calls.readStackPointer(index);
const current =
  (kind: 0 | 1): Read =>
  (machine) =>
    stackPointer(machine.core.cpu.secure * stack.perWorld + kind)(machine);
/** GDB unwinds nothing while it lacks one of them: where it is lost, 0. */
const leftPointer =
  (name: StackName): Left =>
  ({ stackPointers }) =>
    stackPointers[name] ?? 0;
const leftCurrent =
  (kind: "main" | "process"): Left =>
  (state) =>
    leftPointer(worlds[state.secure ? 1 : 0][kind])(state);
const limit =
  (index: number): Read =>
  ({ core }) =>
    core.cpu.splim[index] ?? 0;
type Banked = "primask" | "basepri" | "faultmask";
const banked =
  (name: Banked, world?: number): Read =>
  ({ core }) =>
    core.cpu[name][world ?? core.cpu.secure] ?? 0;

/** CONTROL as software in a world reads it: FPCA has no bank, SFPA is Secure only (DDI 0553, CONTROL). */
const control =
  (world?: number): Read =>
  ({ core: { cpu } }) => {
    const bank = world ?? cpu.secure;
    return ((cpu.control[bank] ?? 0) & 3) | ((cpu.control[1] ?? 0) & (bank === 1 ? 0xc : 4));
  };

/** APSR, IPSR and EPSR in one (DDI 0553, XPSR). */
export function xpsrOf({ core: { cpu } }: Machine): number {
  const flags =
    (cpu.flagN & 0x80000000) |
    (cpu.flagZ === 0 ? 1 << 30 : 0) |
    (cpu.flagC === 0 ? 0 : 1 << 29) |
    (cpu.flagV === 0 ? 0 : 1 << 28) |
    (cpu.flagQ === 0 ? 0 : 1 << 27);
  const execution = ((cpu.itstate & 3) << 25) | ((cpu.itstate >>> 2) << 10) | (cpu.thumb === 0 ? 0 : 1 << 24);
  return (flags | execution | ((cpu.flagGE & 15) << 16) | cpu.ipsr) >>> 0;
}

const general: readonly Row[] = Array.from({ length: 16 }, (_, index) => ({
  name: ["sp", "lr", "pc"][index - 13] ?? `r${index}`,
  feature: "m-profile",
  read: ({ core }) => core.cpu.r[index] ?? 0,
  left: ({ registers }) => registers[index] ?? null,
  ...(index === 13 ? { type: "data_ptr" } : index === 15 ? { type: "code_ptr" } : {}),
}));

const thumb = 1 << 24;
const pointer = { type: "data_ptr" } as const;

const system: readonly Row[] = [
  // Flags are lost, as is the rest of EPSR.
  { name: "xpsr", feature: "m-profile", read: xpsrOf, left: ({ exceptionNumber }) => thumb | exceptionNumber },
  { name: "msp", feature: "m-system", read: current(stack.main), left: leftCurrent("main"), ...pointer },
  { name: "psp", feature: "m-system", read: current(stack.process), left: leftCurrent("process"), ...pointer },
  { name: "primask", feature: "m-system", read: banked("primask") },
  { name: "basepri", feature: "m-system", read: banked("basepri") },
  { name: "faultmask", feature: "m-system", read: banked("faultmask") },
  { name: "control", feature: "m-system", read: control() },
  // The four that GDB unwinds by come first, in its own order.
  ...worlds.flatMap(({ suffix, index, main, process }): Row[] => {
    const [first, second] = [stackPointer(index * stack.perWorld), stackPointer(index * stack.perWorld + 1)];
    return [
      { name: `msp_${suffix}`, feature: "secext", read: first, left: leftPointer(main), ...pointer },
      { name: `psp_${suffix}`, feature: "secext", read: second, left: leftPointer(process), ...pointer },
    ];
  }),
  ...worlds.flatMap(({ suffix, index }): Row[] => [
    { name: `msplim_${suffix}`, feature: "secext", read: limit(index * stack.perWorld), type: "data_ptr" },
    { name: `psplim_${suffix}`, feature: "secext", read: limit(index * stack.perWorld + 1), type: "data_ptr" },
    { name: `primask_${suffix}`, feature: "secext", read: banked("primask", index) },
    { name: `basepri_${suffix}`, feature: "secext", read: banked("basepri", index) },
    { name: `faultmask_${suffix}`, feature: "secext", read: banked("faultmask", index) },
    { name: `control_${suffix}`, feature: "secext", read: control(index) },
  ]),
  { name: "secure", feature: "secext", read: ({ core }) => core.cpu.secure, left: ({ secure }) => Number(secure) },
];

const narrow = (row: Row, number: number): Register => ({
  type: "uint32",
  left: () => null,
  ...row,
  number,
  bits: 32,
  read: (machine) => [row.read(machine)],
});

const firstSystem = 25;
const firstDouble = firstSystem + system.length;
const doubles = 16;

const float: readonly Register[] = [
  ...Array.from({ length: doubles }, (_, index): Register => {
    const read = ({ core }: Machine): number[] => [core.cpu.s[2 * index] ?? 0, core.cpu.s[2 * index + 1] ?? 0];
    const left = (): null => null;
    return {
      name: `d${index}`,
      number: firstDouble + index,
      bits: 64,
      type: "ieee_double",
      feature: "vfp",
      read,
      left,
    };
  }),
  narrow({ name: "fpscr", feature: "vfp", read: ({ core }) => core.cpu.fpscr }, firstDouble + doubles),
];

const integer: readonly Register[] = [
  ...general.map((row, index) => narrow(row, index)),
  ...system.map((row, index) => narrow(row, firstSystem + index)),
];

/** In the order of their numbers, which is that of a `g` packet. */
export const registersOf = ({ core }: Machine): readonly Register[] =>
  core.board.hasFpu === 0 ? integer : [...integer, ...float];
