/** `run` on a terminal: consoles side by side, typing into the one in focus. */
import xterm from "@xterm/headless";
import { beatsPerSecond } from "../../base/beat.ts";
import { consoleOwners } from "../../system/consoles.ts";
import type { System } from "../../system/system.ts";
import { formatLine } from "../line.ts";
import { type Live, type Ran, type RunOptions, runSystem, typedInput } from "../run-system.ts";
import type { Signals } from "../signals.ts";
import { drawScreen, narrowestPane, type Pane, paneWidths } from "./screen.ts";

/** Redraws per second at the most. */
const framesPerSecond = 20;
const scrollbackLines = 5000;

interface Session {
  readonly panes: readonly Pane[];
  readonly names: readonly string[];
  focus: number;
  quit: boolean;
  typed: Uint8Array[];
  drawnAt: number;
  /** For the speed shown: virtual and wall time at the last drawing. */
  lastBeat: number;
  lastTick: number;
}

/** Where nobody said how long, somebody watches and types: then the board's own pace is the right one. */
export async function runInPanes(system: System, given: RunOptions, signals: Signals): Promise<Ran> {
  const options = { ...given, realtime: given.realtime ?? (given.for === null && given.until === null) };
  const names = [...new Set(consoleOwners(system).map((one) => one.vm))];
  const columns = process.stdout.columns ?? 80;
  if (columns < names.length * narrowestPane) {
    process.stderr.write(`the terminal is too narrow for ${names.length} panes: --no-panes prints lines\n`);
    return runLines(system, options, signals);
  }
  const session = createSession(names, columns, process.stdout.rows ?? 24);
  const leave = enterScreen(session);
  try {
    return await runSystem(system, options, {
      typed: (vm, _device, _open, byte) => writeByte(session, vm, byte),
      reset: (_, by) => session.panes.forEach(({ terminal }) => void terminal.write(`\r\n(reset by ${by})\r\n`)),
      between: (live) => between(session, live) || signals.code() !== null,
    });
  } finally {
    await Promise.all(session.panes.map((pane) => new Promise<void>((done) => pane.terminal.write("", done))));
    leave();
  }
}

function runLines(system: System, options: RunOptions, signals: Signals): Promise<Ran> {
  return runSystem(system, options, {
    line: (vm, line) => void process.stdout.write(`${formatLine(vm, line)}\n`),
    between: () => signals.code() !== null,
  });
}

function createSession(names: readonly string[], columns: number, rows: number): Session {
  const widths = paneWidths(columns, names.length);
  const panes = names.map((title, index) => ({
    title,
    scroll: 0,
    terminal: new xterm.Terminal({
      cols: widths[index] ?? 20,
      rows: rows - 2,
      scrollback: scrollbackLines,
      allowProposedApi: true,
      convertEol: false,
    }),
  }));
  const focus = Math.max(0, names.length - 1);
  return { panes, names, focus, quit: false, typed: [], drawnAt: 0, lastBeat: 0, lastTick: 0 };
}

/**
 * Bytes of one VM's ports; a bare LF also returns the carriage, as a terminal program set to raw serial lines would
 * show it.
 */
function writeByte(session: Session, vm: string, byte: number): void {
  const pane = session.panes[session.names.indexOf(vm)];
  pane?.terminal.write(byte === 0x0a ? "\r\n" : Uint8Array.of(byte));
}

/** Alternate screen, raw keyboard. Returns what undoes it and leaves the last screen's text behind. */
function enterScreen(session: Session): () => void {
  process.stdout.write("\x1b[?1049h\x1b[?25l\x1b[2J");
  const onData = (data: Buffer): void => readKeys(session, data);
  const onResize = (): void => resize(session);
  const keyboard = process.stdin.isTTY === true;
  if (keyboard) process.stdin.setRawMode(true);
  process.stdin.on("data", onData);
  process.stdin.resume();
  process.stdout.on("resize", onResize);
  return () => {
    process.stdout.off("resize", onResize);
    process.stdin.off("data", onData);
    if (keyboard) process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stdout.write("\x1b[?25h\x1b[?1049l");
    for (const pane of session.panes) process.stdout.write(lastText(pane));
  };
}

/** The end of a console, so that it stays in the user's own scrollback. */
function lastText(pane: Pane): string {
  const buffer = pane.terminal.buffer.active;
  const lines: string[] = [];
  for (let row = 0; row < buffer.length; row++) lines.push(buffer.getLine(row)?.translateToString(true) ?? "");
  const text = lines.join("\n").trimEnd().split("\n").slice(-12).join("\n");
  return text === "" ? "" : `--- ${pane.title}\n${text}\n`;
}

const pageLines = 10;

function readKeys(session: Session, data: Buffer): void {
  const text = data.toString("latin1");
  if (text === "\x03" || text === "\x1d") session.quit = true;
  else if (text === "\t") session.focus = (session.focus + 1) % session.panes.length;
  else if (text === "\x1b[5~") scrollBy(session, pageLines);
  else if (text === "\x1b[6~") scrollBy(session, -pageLines);
  else session.typed.push(Uint8Array.from(data));
}

function scrollBy(session: Session, lines: number): void {
  const pane = session.panes[session.focus];
  if (pane !== undefined) pane.scroll = Math.min(pane.terminal.buffer.active.baseY, Math.max(0, pane.scroll + lines));
}

function resize(session: Session): void {
  const widths = paneWidths(process.stdout.columns ?? 80, session.panes.length);
  for (const [index, pane] of session.panes.entries())
    pane.terminal.resize(widths[index] ?? 20, (process.stdout.rows ?? 24) - 2);
}

/** Typing enters through the one door, at the present moment; the screen is drawn now and then. */
function between(session: Session, live: Live): boolean {
  const vm = session.names[session.focus];
  for (const bytes of session.typed.splice(0)) {
    if (vm !== undefined && vm !== "hypervisor")
      live.inputs.add(typedInput(live.observer, { vm, beat: live.machine.now(), bytes }));
  }
  const wall = performance.now();
  if (wall - session.drawnAt >= 1000 / framesPerSecond) {
    process.stdout.write(drawScreen(session.panes, frameOf(session, live, wall)));
    session.drawnAt = wall;
    session.lastBeat = live.machine.now();
    session.lastTick = live.machine.tick();
  }
  return session.quit;
}

function frameOf(session: Session, { machine }: Live, wall: number): Parameters<typeof drawScreen>[1] {
  const seconds = machine.now() / beatsPerSecond;
  const wallSeconds = Math.max(0.001, (wall - session.drawnAt) / 1000);
  const speed = (machine.now() - session.lastBeat) / beatsPerSecond / wallSeconds;
  const mips = (machine.tick() - session.lastTick) / wallSeconds / 1e6;
  const pace = `${seconds.toFixed(3)} s  ${speed.toFixed(1)} x real time  ${mips.toFixed(1)} MIPS`;
  const status = ` ${pace}   Tab focus  PgUp/PgDn scroll  Ctrl-C quit`;
  return {
    columns: process.stdout.columns ?? 80,
    rows: process.stdout.rows ?? 24,
    focus: session.focus,
    status,
    colour: !process.env.NO_COLOR && process.env.TERM !== "dumb",
  };
}
