/** `chronovisor bench`, in a checkout: measuring needs sources and development packages. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";

const program = fileURLToPath(new URL("../../bench/main.ts", import.meta.url));

export function register(parent: Command): void {
  if (!existsSync(program)) return;
  parent
    .command("bench")
    .summary("speed on this machine, against the peers that are installed")
    .argument("[words...]", "passed on to bench/main.ts")
    .allowUnknownOption()
    .action(async (words: string[]) => {
      const { spawnSync } = await import("node:child_process");
      const run = spawnSync(process.execPath, ["--import", "tsx", program, ...words], { stdio: "inherit" });
      process.exitCode = run.status ?? 1;
    });
}
