/**
 * What a board is: data. Memories, devices and their places, interrupts, wires, clocks, processor. No behaviour of
 * its own.
 */
import type { DeviceKind } from "../device/device.ts";

export interface Memory {
  readonly name: string;
  /** For people: `SRAM`; the name where absent. */
  readonly title?: string;
  /** Lowest address, Non-secure view where there are two. */
  readonly base: number;
  readonly sizeBytes: number;
  readonly kind: "ram" | "flash" | "rom";
  /** Further addresses at which the same bytes answer (the Secure alias). */
  readonly aliases: readonly number[];
  /** The device that decides, block by block, whose transactions reach this memory; everybody's do where absent. */
  readonly guard?: string;
  /** Parts that have names of their own in the manual; explanations use them. They cover the memory, in order. */
  readonly banks?: readonly MemoryBank[];
}

export interface MemoryBank {
  readonly name: string;
  readonly title: string;
  /** From the memory's base. */
  readonly offset: number;
  readonly sizeBytes: number;
}

export interface PlacedDevice {
  /** `flexcomm2`: unique on the board; also the name of its console where it has one. */
  readonly name: string;
  /** What the manual calls it, for people: `Flexcomm Interface 2 (USART2)`. */
  readonly title: string;
  readonly kind: DeviceKind;
  /** Windows, Non-secure view; offsets count from the first window's base. */
  readonly base: number;
  readonly sizeBytes: number;
  readonly aliases: readonly number[];
  /** Windows of their own for further parts of the register map, as one base cannot hold. */
  readonly pages?: readonly DevicePage[];
  /** The device's line name -> external interrupt number. */
  readonly interrupts: Readonly<Record<string, number>>;
  /** The device's clock input name -> clock of the board's tree. */
  readonly clocks: Readonly<Record<string, string>>;
  /**
   * The line (`device.line`) that must be high for accesses to answer, e.g. the SYSCON clock gate; null = always on.
   */
  readonly gate: string | null;
  /** What stands between the bus and this device; nothing where absent. */
  readonly guard?: DeviceGuard;
}

/** A port of a peripheral protection controller. Lines as `device.line`. */
export interface DeviceGuard {
  /** While high, Non-secure transactions pass and no others; while low, Secure ones. */
  readonly nonSecure: string;
  /** While high, unprivileged transactions pass, too. */
  readonly unprivileged: string;
  /** While high, a refused transaction is a bus error; while low it reads zero and writes nothing. */
  readonly respond: string;
  /** Signal that goes up, and down again, with each refusal. */
  readonly refused: { readonly device: string; readonly signal: string };
}

export interface DevicePage {
  readonly base: number;
  /** What `base` is in the register map. */
  readonly offset: number;
  readonly sizeBytes: number;
}

/**
 * An output line of one device drives an input signal of another; signal `reset` resets the device while high. The
 * device `processor` has one signal, `nmi`.
 */
export interface Wire {
  readonly from: { readonly device: string; readonly line: string };
  readonly to: { readonly device: string; readonly signal: string };
}

/** Reads a register of a device without effects. */
export type PeekRegister = (device: string, offset: number) => number;

export interface IdauRegion {
  readonly base: number;
  readonly last: number;
  readonly attribute: "non-secure" | "secure" | "secure-callable" | "exempt";
  /** Line (`device.line`) that makes a secure region callable while it is high. */
  readonly callable?: string;
}

export interface Processor {
  readonly name: string;
  readonly cpuid: number;
  readonly interruptLines: number;
  readonly priorityBits: number;
  readonly mpuRegionsNonSecure: number;
  readonly mpuRegionsSecure: number;
  readonly sauRegions: number;
  readonly vtorMask: number;
  readonly vtorReset: { readonly nonSecure: number; readonly secure: number };
  readonly hasFpu: boolean;
  readonly hasDsp: boolean;
}

export interface Board {
  readonly name: string;
  readonly title: string;
  readonly processor: Processor;
  readonly memories: readonly Memory[];
  readonly idau: readonly IdauRegion[];
  readonly devices: readonly PlacedDevice[];
  readonly wires: readonly Wire[];
  /**
   * Clock name -> frequency in hertz, from register contents. `cpu` is the processor's; the others are named by
   * devices.
   */
  readonly clocks: Readonly<Record<string, (peek: PeekRegister) => number>>;
  /** `cpu` clock input of SysTick's external reference; 0 = none. */
  readonly systickReference: string | null;
  /** SysTick calibration registers, as clock-tree style reads: Non-secure, Secure. */
  readonly systickCalibration: (peek: PeekRegister) => readonly [number, number];
  /** Names of external interrupts, by number, for people. */
  readonly interruptNames: readonly string[];
}
