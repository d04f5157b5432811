/**
 * Lines that wait for their end. A prompt never gets one: such a line counts as seen once nothing has been added to it
 * from one look to the next, or when the run ends. Half of a line that is being printed does not.
 */
export interface StandingLines {
  /** A byte arrived; `open` is the text of the line so far. */
  typed(vm: string, device: string, open: () => string, byte: number): void;
  /** Between two pieces of the run; `isLast` when there will be no further one. */
  look(isLast: boolean): void;
}

interface Standing {
  readonly vm: string;
  readonly open: () => string;
  isFresh: boolean;
}

const lineFeed = 0x0a;

export function createStandingLines(seen: (vm: string, text: string) => void): StandingLines {
  const lines = new Map<string, Standing>();
  return {
    typed(vm, device, open, byte) {
      if (byte === lineFeed) lines.delete(device);
      else lines.set(device, { vm, open, isFresh: true });
    },
    look(isLast) {
      for (const line of lines.values()) {
        if (isLast || !line.isFresh) seen(line.vm, line.open());
        line.isFresh = false;
      }
    },
  };
}
