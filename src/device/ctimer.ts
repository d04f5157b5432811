/**
 * Standard counter/timer (fact sheet lpc55s69 section 11). TC advances every PR + 1 clocks; a match acts when TC
 * reaches MRn, a reset on match takes effect with the next count, so a period is MRn + 1 counts. Signals
 * `cap0`..`cap3`, lines `mat0`..`mat3`.
 */
import { array, block, f64, u8, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hook, type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const ctimerRegisters = registerMap([
  { offset: 0x000, name: "IR", access: "W1C", mask: 0xff },
  { offset: 0x004, name: "TCR", mask: 0x3 },
  { offset: 0x008, name: "TC", access: "LIVE" },
  { offset: 0x00c, name: "PR" },
  { offset: 0x010, name: "PC", access: "LIVE" },
  { offset: 0x014, name: "MCR", mask: 0xf000fff },
  { offset: 0x018, name: "MR", count: 4 },
  { offset: 0x028, name: "CCR", mask: 0xfff },
  { offset: 0x02c, name: "CR", count: 4, access: "RO" },
  { offset: 0x03c, name: "EMR", mask: 0xfff },
  { offset: 0x070, name: "CTCR", mask: 0xff },
  { offset: 0x074, name: "PWMC", mask: 0xf },
  { offset: 0x078, name: "MSR", count: 4 },
]);

const ctimerState = block("ctimer", {
  ...ctimerRegisters.fields,
  ...edgeFields,
  /** TC and PC as they were at the clock edge `baseEdge`; events up to there are done. */
  baseCount: u32,
  basePrescale: u32,
  baseEdge: f64,
  /** A match asked for a reset: the next count makes TC 0. */
  resetPending: u8,
  captureLevels: array(u8, 4),
});

type CtimerFields = (typeof ctimerState)["fields"];
type Io = DeviceIo<CtimerFields>;

const channels = [0, 1, 2, 3] as const;
const wrap = 2 ** 32;
const enable = 0x1;
const hold = 0x2;

const isCounting = ({ state }: Io): boolean => (state.TCR & (enable | hold)) === enable && (state.CTCR & 3) === 0;

/** MCR: interrupt 1, reset 2, stop 4 of a channel. EMR: 0 nothing, 1 clear, 2 set, 3 toggle. */
const matchActions = ({ state }: Io, channel: number): number => (state.MCR >>> (3 * channel)) & 7;
const outputAction = ({ state }: Io, channel: number): number => (state.EMR >>> (4 + 2 * channel)) & 3;
const reloads = ({ state }: Io, channel: number): boolean => ((state.MCR >>> (24 + channel)) & 1) !== 0;

// Counting

/** Counts since `baseEdge`. */
function countsPassed(io: Io): number {
  if (!isCounting(io)) return 0;
  const { state } = io;
  return Math.floor((state.basePrescale + edgesNow(io) - state.baseEdge) / (state.PR + 1));
}

/** The edge at which the count number `counts` from `baseEdge` is made. */
const edgeOfCount = ({ state }: Io, counts: number): number =>
  state.baseEdge + counts * (state.PR + 1) - state.basePrescale;

function counterValue(io: Io): number {
  const counts = countsPassed(io);
  const { state } = io;
  return (state.resetPending !== 0 && counts > 0 ? counts - 1 : state.baseCount + counts) % wrap;
}

function prescaleValue(io: Io): number {
  const { state } = io;
  return isCounting(io) ? (state.basePrescale + edgesNow(io) - state.baseEdge) % (state.PR + 1) : state.basePrescale;
}

/** Counts until TC next becomes the value of a channel that does something; Infinity when none does. */
function countsToMatch(io: Io, from: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const channel of channels) {
    if (matchActions(io, channel) === 0 && outputAction(io, channel) === 0) continue;
    const distance = ((io.state.MR[channel] ?? 0) - from - 1 + wrap) % wrap;
    nearest = Math.min(nearest, distance + 1);
  }
  return nearest;
}

/** Do everything that fell due up to this clock edge. */
function settle(io: Io): void {
  const { state } = io;
  while (isCounting(io)) {
    const counts = countsPassed(io);
    if (state.resetPending !== 0) {
      if (counts < 1) return;
      rebase(io, 1, 0);
      state.resetPending = 0;
      for (const channel of channels) if (reloads(io, channel)) state.MR[channel] = state.MSR[channel] ?? 0;
    } else {
      const toMatch = countsToMatch(io, state.baseCount);
      if (counts < toMatch) return;
      rebase(io, toMatch, (state.baseCount + toMatch) % wrap);
    }
    match(io, channels);
  }
}

function rebase(io: Io, counts: number, value: number): void {
  const { state } = io;
  state.baseEdge = edgeOfCount(io, counts);
  state.basePrescale = 0;
  state.baseCount = value;
}

/** What those of the channels ask for whose value TC has just reached. */
function match(io: Io, asked: readonly number[]): void {
  const { state } = io;
  let stop = false;
  for (const channel of asked) {
    if (state.MR[channel] !== state.baseCount) continue;
    const actions = matchActions(io, channel);
    if ((actions & 1) !== 0) state.IR |= 1 << channel;
    if ((actions & 2) !== 0) state.resetPending = 1;
    if ((actions & 4) !== 0) stop = true;
    const bit = 1 << channel;
    const output = outputAction(io, channel);
    if (output === 1) state.EMR &= ~bit;
    if (output === 2) state.EMR |= bit;
    if (output === 3) state.EMR ^= bit;
  }
  if (stop) state.TCR &= ~enable;
}

/** Make now the base, before anything that governs counting is changed. */
function halt(io: Io): void {
  const { state } = io;
  const count = counterValue(io);
  state.basePrescale = prescaleValue(io);
  state.baseCount = count;
  state.baseEdge = edgesNow(io);
}

// Lines

function update(io: Io): void {
  const { state } = io;
  // With a reset pending the next count makes 0, as if TC now stood just below it.
  const ahead = countsToMatch(io, state.resetPending !== 0 ? wrap - 1 : state.baseCount);
  if (isCounting(io) && ahead !== Number.POSITIVE_INFINITY) atEdge(io, 0, edgeOfCount(io, ahead));
  else io.cancel(0);
  for (const channel of channels) io.line(`mat${channel}`, ((state.EMR >>> channel) & 1) as 0 | 1);
  io.line("interrupt", state.IR !== 0 ? 1 : 0);
}

// Hooks

/**
 * A register that governs counting: make now the base, then store. Where the change itself can make TC equal to a
 * match value, the channels it returns match at once.
 */
function governed(store: (io: Io, value: number, index: number) => readonly number[]): Hook<CtimerFields> {
  return {
    write(io, value, index) {
      halt(io);
      const changed = store(io, value, index);
      if (isCounting(io) && io.state.resetPending === 0) match(io, changed);
    },
  };
}

const none: readonly number[] = [];

/** A counter let go from 0 matches a value of 0; from anywhere else it first counts on. */
function control(io: Io, value: number): readonly number[] {
  const { state } = io;
  const starts = !isCounting(io);
  state.TCR = value;
  if ((value & hold) !== 0) {
    state.baseCount = 0;
    state.basePrescale = 0;
    state.resetPending = 0;
  }
  return starts && state.baseCount === 0 ? channels : none;
}

const hooks: Hooks<typeof ctimerRegisters.rows, CtimerFields> = {
  TCR: governed(control),
  TC: {
    get: counterValue,
    ...governed(({ state }, value) => {
      state.baseCount = value;
      state.resetPending = 0;
      return channels;
    }),
  },
  PC: {
    get: prescaleValue,
    ...governed(({ state }, value) => {
      state.basePrescale = Math.min(value, state.PR);
      return none;
    }),
  },
  PR: governed(({ state }, value) => {
    state.PR = value;
    state.basePrescale = Math.min(state.basePrescale, value);
    return none;
  }),
  MCR: governed(({ state }, value) => {
    state.MCR = value;
    return none;
  }),
  MR: governed(({ state }, value, index) => {
    state.MR[index] = value;
    return [index];
  }),
  CTCR: governed((io, value) => {
    io.state.CTCR = value;
    if ((value & 3) !== 0) io.gap("CTIMER.CTCR counting of capture inputs");
    return none;
  }),
  PWMC: {
    wrote(io) {
      if (io.state.PWMC !== 0) io.gap("CTIMER.PWMC pulse width modulation");
    },
  },
};

/** CCR per channel: capture on rising 1, falling 2, interrupt 4. */
function signal(io: Io, name: string, level: 0 | 1): void {
  const { state } = io;
  const channel = Number(name.slice("cap".length));
  if (!name.startsWith("cap") || state.captureLevels[channel] === level) return;
  state.captureLevels[channel] = level;
  const wish = (state.CCR >>> (3 * channel)) & 7;
  if ((wish & (level === 1 ? 1 : 2)) === 0) return;
  state.CR[channel] = counterValue(io);
  if ((wish & 4) !== 0) state.IR |= 0x10 << channel;
}

export const ctimerKind: DeviceKind = deviceKind({
  name: "ctimer",
  registers: ctimerRegisters,
  state: ctimerState,
  tags: 1,
  clock: "function",
  keep: ["captureLevels"],
  hooks,
  settle,
  update,
  signal,
});
