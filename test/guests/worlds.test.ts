/**
 * A firmware of two images, Secure and Non-secure, from the same C for three boards: what it prints is the same on all
 * of them, and on QEMU.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { root, start, toBeat } from "./example.ts";

const image = (world: string, board: string): string => join(root, "guests/worlds", `${world}-${board}.elf`);
const targets = { "mps2-an505": "mps2", "mps2-an521": "mps2", lpc55s69: "lpc55s69" } as const;
type Target = keyof typeof targets;

interface Outcome {
  readonly text: string;
  readonly status: number | null;
}

async function runHere(board: Target): Promise<Outcome> {
  const target = targets[board];
  const request = { path: image("secure", target), loads: [{ file: image("nonsecure", target), address: null }] };
  const system = await openSystem({ ...request, board, images: [], overrides: [], semihosting: true }, diskFiles);
  const example = start(system);
  const stop = example.machine.run({ beat: toBeat(1) });
  const device = board === "lpc55s69" ? "flexcomm0" : "uart0";
  return { text: `${example.lines(device).join("\n")}\n`, status: stop.reason === "exit" ? stop.status : null };
}

const emulator = "qemu-system-arm";

function runOnQemu(board: Target): Outcome {
  const options = ["-display", "none", "-monitor", "none", "-serial", "stdio"];
  const semihosting = ["-semihosting-config", "enable=on,target=native"];
  const images = ["-kernel", image("secure", "mps2"), "-device", `loader,file=${image("nonsecure", "mps2")}`];
  const run = spawnSync(emulator, ["-M", board, ...options, ...semihosting, ...images], {
    encoding: "utf8",
    timeout: 20_000,
  });
  return { text: run.stdout, status: run.status };
}

for (const board of ["mps2-an505", "mps2-an521"] as const) {
  const name = `both worlds print the same bytes on our ${board} and on QEMU's`;
  if (skipUnless(hasProgram(emulator), name, `${emulator} is not installed`)) {
    test(name, async () => {
      const theirs = runOnQemu(board);
      assert.match(theirs.text, /\nend\n$/, "QEMU reaches the end");
      assert.equal(await runHere(board), theirs);
    });
  }
}

/** What the program says of the MPS2 boards alone. */
const withoutBoard = (text: string): string => text.replaceAll(/^mps2: .*\n/gm, "");

test("the same C prints the same on the LPC55S69 as on mps2-an505", async () => {
  const [mine, other] = [await runHere("lpc55s69"), await runHere("mps2-an505")];
  assert.match(mine.text, /^secure: started\n.*\nnonsecure: called argument=00000007\n/);
  assert.is(mine.text, withoutBoard(other.text));
  assert.equal([mine.status, other.status], [0, 0]);
});

test.run();
