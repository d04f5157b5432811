/**
 * WAT08: stacks by their symbols. While the lowest words hold a fill pattern the end was never reached; when they
 * change it was, and what lies below has most likely been overwritten.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { chainHelp } from "../check/call-chain.ts";
import type { Stopped } from "../check/stopped.ts";
import { hex } from "../check/window.ts";
import type { ElfSymbol } from "../image/elf-symbol.ts";
import type { Image } from "../image/image.ts";
import type { Machine } from "../machine/machine.ts";
import { watchDiagnostic } from "./codes.ts";
import { placeOf } from "./place.ts";
import type { Sight } from "./sight.ts";

/** What kernels fill a new stack with: cleared memory, Zephyr, FreeRTOS, ThreadX, RIOT. */
const patterns: readonly number[] = [0, 0xaaaaaaaa, 0xa5a5a5a5, 0xefefefef, 0xcccccccc];
/** Zephyr's stack sentinel stands in the lowest word. */
const sentinel = 0xf0f0f0f0;
const mostStacks = 16;
/** Smaller objects with that name are control blocks. */
const leastBytes = 64;

export interface Stack {
  readonly vm: number;
  readonly name: string;
  readonly base: number;
  readonly sizeBytes: number;
  /** The object that ends where the stack begins. */
  readonly below: string | null;
  /** Its two lowest words, live. */
  readonly lowest: Uint32Array;
  /** The pattern that was seen; -1 before. */
  pattern: number;
  /** Cycle at which it was seen changed; -1 before. */
  fullAt: number;
}

const isStack = ({ name, kind, address, sizeBytes }: ElfSymbol): boolean =>
  kind === "object" && sizeBytes >= leastBytes && address % 4 === 0 && /stack/i.test(name);

export function createStacks(vm: number, { symbols }: Image, machine: Machine): Stack[] {
  const objects = symbols.symbols.filter(({ kind }) => kind === "object");
  return objects
    .filter(isStack)
    .slice(0, mostStacks)
    .flatMap(({ name, address, sizeBytes }): Stack[] => {
      const bytes = machine.peek(address, 8);
      if (bytes === null) return [];
      const lowest = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
      const below = objects.find((one) => one.address < address && address - one.address - one.sizeBytes < 8);
      const neighbour = below === undefined || below.address + below.sizeBytes > address ? null : below.name;
      return [{ vm, name, base: address, sizeBytes, below: neighbour, lowest, pattern: -1, fullAt: -1 }];
    });
}

export function lookAtStack(stack: Stack, cycle: number): void {
  if (stack.fullAt >= 0) return;
  const low = stack.lowest[0] ?? 0;
  const high = stack.lowest[1] ?? 0;
  // A fill comes before the first use, so a pattern may still replace cleared memory.
  if (patterns.includes(high) && (low === high || low === sentinel)) stack.pattern = high;
  else if (stack.pattern >= 0) stack.fullAt = cycle;
}

export function explainStack(stack: Stack, sight: Sight, stopped: Stopped, seconds: number): Diagnostic {
  const { frames, labels } = placeOf(sight, stopped);
  const { name, base, sizeBytes, below } = stack;
  const vm = sight.partition.name;
  const into = below === null ? "what lies below it" : `\`${below}\`, which lies right below`;
  return watchDiagnostic("WAT08", `stack \`${name}\` of ${vm} is used to its end, and most likely into ${into}`, {
    labels,
    help: [
      `it lies at ${hex(base)} and has ${sizeBytes} bytes; its lowest words held ${hex(stack.pattern)} until ` +
        `${seconds.toFixed(1)} s`,
      ...chainHelp(frames),
    ],
    vm,
    tick: stopped.tick,
  });
}
