/**
 * Makes a device kind of a register map, hooks and a few plain functions over the device's io: nothing is kept per
 * instance.
 */
import type { Block, Fields, MutableArray } from "../state/layout.ts";
import type { Device, DeviceIo, DeviceKind, DevicePorts, Transaction } from "./device.ts";
import {
  type Hook,
  type Hooks,
  type RegisterAccess,
  type RegisterMap,
  type RegisterRow,
  registerAccess,
} from "./registers.ts";
import { type EdgeIo, edgeFieldNames, followClock } from "./ticking.ts";

/** What a device kind is made of. */
export interface DeviceParts<R extends readonly RegisterRow[], F extends Fields> {
  readonly name: string;
  readonly registers: RegisterMap<R>;
  /** The fields of `registers` and whatever else the device has to remember. */
  readonly state: Block<F>;
  readonly tags?: number;
  /** The clock input whose edges the device counts; its state then has `edgeFields`. */
  readonly clock?: string;
  readonly hooks?: Hooks<R, F>;
  /** Fields a reset leaves alone: levels that come from outside, marks that survive a warm reset. */
  readonly keep?: readonly (keyof F & string)[];
  /** What a reset does beyond zeroing state and loading the reset values of registers. */
  readonly reset?: (io: DeviceIo<F>) => void;
  /** Bring counters and flags up to now. Comes before every guest access, deadline, input, signal and clock change. */
  readonly settle?: (io: DeviceIo<F>) => void;
  /**
   * Recompute lines from state. Comes after every reset, write, effectful read, deadline, input, signal and clock
   * change.
   */
  readonly update?: (io: DeviceIo<F>) => void;
  readonly ports?: DevicePorts;
  readonly due?: (io: DeviceIo<F>, tag: number) => void;
  readonly input?: (io: DeviceIo<F>, port: string, bytes: Uint8Array) => void;
  readonly signal?: (io: DeviceIo<F>, name: string, level: 0 | 1) => void;
  readonly refuse?: (io: DeviceIo<F>, offset: number, transaction: Transaction) => boolean;
  readonly clocksChanged?: (io: DeviceIo<F>) => void;
}

/** The kind these parts describe. The signal `reset` resets any of them when it rises. */
export function deviceKind<const R extends readonly RegisterRow[], F extends Fields>(
  parts: DeviceParts<R, F>,
): DeviceKind<F> {
  const hooks = (parts.hooks ?? {}) as Readonly<Record<string, Hook<Fields> | undefined>>;
  const access = registerAccess(parts.name.toUpperCase(), parts.registers, hooks);
  return {
    name: parts.name,
    state: parts.state,
    tags: parts.tags ?? 0,
    registers: parts.registers.names,
    ...(parts.ports === undefined ? {} : { ports: parts.ports }),
    build: (io) => instance(parts, access, io),
  };
}

function instance<R extends readonly RegisterRow[], F extends Fields>(
  parts: DeviceParts<R, F>,
  access: RegisterAccess,
  io: DeviceIo<F>,
): Device {
  // The register code sees any device's state by field name; the map guarantees that the fields are there.
  const any = io as unknown as DeviceIo<Fields>;
  const kept = new Set<string>([...(parts.keep ?? []), ...(parts.clock === undefined ? [] : edgeFieldNames)]);
  const follow = () => parts.clock !== undefined && followClock(io as unknown as EdgeIo, parts.clock);
  const update = () => parts.update?.(io);
  const settle = () => parts.settle?.(io);
  const around = (act: () => void): void => {
    settle();
    act();
    update();
  };
  const reset = () => {
    clear(parts, io, kept);
    for (let tag = 0; tag < (parts.tags ?? 0); tag++) io.cancel(tag);
    access.reset(any, kept);
    follow();
    parts.reset?.(io);
    update();
  };
  return {
    reset,
    read(offset, width) {
      settle();
      const { value, effect } = access.read(any, offset, width);
      if (effect || parts.settle !== undefined) update();
      return value;
    },
    write: (offset, width, value) => around(() => access.write(any, offset, width, value)),
    peek: (offset) => access.peek(any, offset),
    due: (tag) => around(() => parts.due?.(io, tag)),
    input: (port, bytes) => around(() => parts.input?.(io, port, bytes)),
    signal(name, level) {
      if (name === "reset") {
        if (level === 1) reset();
        return;
      }
      around(() => parts.signal?.(io, name, level));
    },
    refuse(offset, transaction) {
      settle();
      const isError = parts.refuse?.(io, offset, transaction) ?? false;
      update();
      return isError;
    },
    clocksChanged() {
      settle();
      follow();
      parts.clocksChanged?.(io);
      update();
    },
  };
}

function clear<R extends readonly RegisterRow[], F extends Fields>(
  parts: DeviceParts<R, F>,
  io: DeviceIo<F>,
  kept: ReadonlySet<string>,
): void {
  const state = io.state as Record<string, number | MutableArray>;
  for (const [name, kind] of Object.entries(parts.state.fields)) {
    if (kept.has(name)) continue;
    if (kind.count === 1) state[name] = 0;
    else (state[name] as MutableArray).fill(0);
  }
}
