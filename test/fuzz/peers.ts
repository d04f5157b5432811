/** Whom images are compared with. */
import type { Code } from "./code.ts";
import { type Run, runHere } from "./here.ts";
import type { Image } from "./image.ts";
import { qemuMissing, runQemu } from "./qemu.ts";
import { adaptToUnicorn, runUnicorn, unicornMissing } from "./unicorn.ts";

export { stillRunning } from "./qemu.ts";

export interface Peer {
  readonly name: string;
  /** What is missing here to ask it, or null. */
  missing(): string | null;
  /** What becomes of the code of cases for it. */
  adapt(code: Code): Code;
  /** `here` is our own run of the same image. */
  run(image: Image, here: Promise<Run>): Promise<Run>;
}

export const peers: readonly Peer[] = [
  { name: "qemu", missing: qemuMissing, adapt: (code) => code, run: (image) => runQemu(image) },
  { name: "unicorn", missing: unicornMissing, adapt: adaptToUnicorn, run: runUnicorn },
];

/** Both at once: the peer is a process of its own. */
export async function runBoth(peer: Peer, image: Image): Promise<readonly [Run, Run]> {
  let tell: (run: Run) => void = () => {};
  const told = new Promise<Run>((resolve) => {
    tell = resolve;
  });
  const theirs = peer.run(image, told);
  const here = runHere(image);
  tell(here);
  return [here, await theirs];
}
