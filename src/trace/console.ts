/** Bytes of a serial port become lines: each with the moment of its first byte. */
import type { Beat } from "../base/beat.ts";

export interface ConsoleLine {
  readonly device: string;
  readonly text: string;
  /** Moment and tick of the line's first byte. */
  readonly beat: Beat;
  readonly tick: number;
  /** False for what stands in the last line when the run ends. */
  readonly complete: boolean;
}

interface Open {
  bytes: number[];
  beat: Beat;
  tick: number;
}

export interface ConsoleLines {
  /** Take a byte; returns the line that it completes, or null. CR is dropped, LF ends a line. */
  push(device: string, byte: number, beat: Beat, tick: number): ConsoleLine | null;
  /** The unfinished line of a port, as text; empty when none. */
  open(device: string): string;
  /** Everything unfinished, as incomplete lines. */
  flush(): ConsoleLine[];
  /** All text of a port so far, lines joined by LF. */
  text(device: string): string;
  devices(): string[];
}

const decoder = new TextDecoder("utf-8");
const decode = (bytes: readonly number[]): string => decoder.decode(Uint8Array.from(bytes));

export function createConsoleLines(): ConsoleLines {
  const opened = new Map<string, Open>();
  const texts = new Map<string, string[]>();
  const textOf = (device: string): string[] => {
    const known = texts.get(device) ?? [];
    texts.set(device, known);
    return known;
  };
  const close = (device: string, line: Open, complete: boolean): ConsoleLine => {
    const text = decode(line.bytes);
    textOf(device).push(complete ? `${text}\n` : text);
    opened.delete(device);
    return { device, text, beat: line.beat, tick: line.tick, complete };
  };
  return {
    push(device, byte, beat, tick) {
      const line = opened.get(device) ?? { bytes: [], beat, tick };
      opened.set(device, line);
      if (byte === 0x0a) return close(device, line, true);
      if (byte !== 0x0d) line.bytes.push(byte);
      return null;
    },
    open: (device) => decode(opened.get(device)?.bytes ?? []),
    flush: () =>
      [...opened].filter(([, line]) => line.bytes.length > 0).map(([device, line]) => close(device, line, false)),
    text: (device) => (texts.get(device) ?? []).join("") + decode(opened.get(device)?.bytes ?? []),
    devices: () => [...new Set([...texts.keys(), ...opened.keys()])].sort(),
  };
}
