/**
 * The one door in. Everything from outside passes here as (beat, device, port, bytes); live, recorded and typed-ahead
 * sources look alike, so nothing behind the door can ask which one it has. Moments are beats rather than ticks: a
 * sleeping processor retires no instruction, yet bytes arrive.
 */
import { type Beat, never } from "../base/beat.ts";
import type { System } from "../system/system.ts";
import { recordingError } from "../trace/codes.ts";
import { changeDevice, readChange } from "./change.ts";

export interface Input {
  readonly beat: Beat;
  readonly device: string;
  readonly port: string;
  readonly bytes: Uint8Array;
}

export interface InputSource {
  /** Moment of the next input; `never` when none is known. */
  next(): Beat;
  /** The next input, removed. */
  take(): Input;
}

export interface InputQueue extends InputSource {
  /** Later inputs of the same moment come after earlier ones. */
  add(input: Input): void;
  /** Not taken yet. */
  waiting(): readonly Input[];
}

/**
 * What came in while a system was recorded; nothing for any other. Throws InputError where the board has no such door.
 */
export function recordedInputs({ board, recording }: System): Input[] {
  if (recording === null) return [];
  for (const input of recording.inputs) {
    const { device, port } = input;
    const ports = board.devices.find((one) => one.name === device)?.kind.ports?.inputs;
    const isChange = device === changeDevice && readChange(input) !== null;
    if (isChange || ports?.includes(port)) continue;
    const message = `\`${recording.file}\` sends bytes to ${device}.${port}, which ${board.name} does not have`;
    throw recordingError("REC04", recording.file, message);
  }
  return recording.inputs.map(({ beat, device, port, bytes }) => ({ beat, device, port, bytes }));
}

/** Inputs in order, some of them delivered: one can go back among them. */
export interface InputLog extends InputSource {
  /** Delivered so far. */
  delivered(): number;
  /** As if only the first `count` had been delivered. */
  rewind(count: number): void;
  /** Comes after everything that is there; inputs that were not delivered yet are forgotten. */
  append(input: Input): void;
  readonly list: readonly Input[];
}

export function createInputLog(inputs: readonly Input[]): InputLog {
  const list = inputs.slice();
  let delivered = 0;
  return {
    list,
    next: () => list[delivered]?.beat ?? never,
    take() {
      const input = list[delivered];
      if (input === undefined) throw new Error("take() without next()");
      delivered += 1;
      return input;
    },
    delivered: () => delivered,
    rewind(count) {
      delivered = count;
    },
    append(input) {
      list.length = delivered;
      list.push(input);
    },
  };
}

export function createInputQueue(inputs: readonly Input[] = []): InputQueue {
  const queue: Input[] = [];
  const add = (input: Input): void => {
    let at = queue.length;
    while (at > 0 && (queue[at - 1]?.beat ?? 0) > input.beat) at--;
    queue.splice(at, 0, input);
  };
  for (const input of inputs) add(input);
  return {
    add,
    waiting: () => queue.slice(),
    next: () => queue[0]?.beat ?? never,
    take() {
      const first = queue.shift();
      if (first === undefined) throw new Error("take() without next()");
      return first;
    },
  };
}
