/** A monitor on a fake host, and the ways the processor comes to it. */
import type { SystemModel } from "../../src/config/model.ts";
import { type SwitchedKind, type Switches, switchesOf } from "../../src/config/switches.ts";
import { createCrosscon } from "../../src/monitor/crosscon/crosscon.ts";
import { firstEntryTrap, hypercallTrap, vectorTrap } from "../../src/monitor/crosscon/image.ts";
import { type CrossconState, crossconBlock } from "../../src/monitor/crosscon/state.ts";
import type { Monitor } from "../../src/monitor/monitor.ts";
import { type FakeHost, fakeHost } from "./fake-host.ts";

export interface Run {
  readonly host: FakeHost;
  readonly monitor: Monitor;
  readonly state: CrossconState;
  /** The slice timer fires in the running guest. */
  slice(): void;
  /** The guest calls the veneer. */
  call(id: number, r1?: number, r2?: number): void;
  exception(number: number, excReturn?: number): void;
  /** The same moment on a fresh host and a fresh monitor. */
  fork(): Run;
}

/** EXC_RETURN of a Secure exception that interrupted Non-secure Thread mode, on either of its stacks. */
export const fromThread = 0xffffffb9;

export function start(
  model: SystemModel,
  set: Partial<Switches> = {},
  kind: SwitchedKind = "crosscon",
  prepare: (host: FakeHost) => void = () => {},
): Run {
  const host = fakeHost();
  prepare(host);
  const run = wrap(model, set, kind, host);
  run.monitor.boot();
  return run;
}

function wrap(model: SystemModel, set: Partial<Switches>, kind: SwitchedKind, host: FakeHost): Run {
  const monitor = createCrosscon(model, switchesOf(kind, set), host, kind);
  const run: Run = {
    host,
    monitor,
    state: host.state(crossconBlock),
    slice: () => run.exception(15),
    call(id, r1 = 0, r2 = 0) {
      host.cpu.secure = 1;
      host.cpu.r[0] = id;
      host.cpu.r[1] = r1;
      host.cpu.r[2] = r2;
      host.cpu.r[14] = 0x41000;
      monitor.trap(hypercallTrap);
    },
    exception(number, excReturn = fromThread) {
      host.takeException(number, excReturn);
      monitor.trap(vectorTrap(number));
      if (host.cpu.r[15] === firstEntryTrap && host.cpu.secure === 1) monitor.trap(firstEntryTrap);
    },
    fork: () => wrap(model, set, kind, host.copy()),
  };
  return run;
}

/** The two NVIC words that the hypervisor reaches. */
export const pair = (words: ArrayLike<number>): number[] => [words[0] ?? 0, words[1] ?? 0];

export const lines = (host: FakeHost): string[] => host.console.text.split("\r\n");
