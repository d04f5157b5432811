/** Somebody outside wants a run to end: Ctrl-C, `kill` or `timeout`, a terminal that closes. */
import { exitCodes } from "./exit.ts";

const codes = { SIGHUP: exitCodes.hungUp, SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;

type EndSignal = keyof typeof codes;

export interface Signals {
  /** Exit code for the first that has come; null while none has. */
  code(): number | null;
  /** From here on they end the process again. */
  release(): void;
}

/** From here on these signals end nothing by themselves: a run looks whether one has come, and ends properly. */
export function heedSignals(): Signals {
  const heard: { first: EndSignal | null } = { first: null };
  const names = Object.keys(codes) as EndSignal[];
  const listeners = names.map((name) => {
    const hear = (): void => {
      heard.first ??= name;
    };
    process.on(name, hear);
    return () => void process.off(name, hear);
  });
  return {
    code: () => (heard.first === null ? null : codes[heard.first]),
    release() {
      for (const remove of listeners) remove();
    },
  };
}
