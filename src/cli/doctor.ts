/** `chronovisor doctor`. */
import type { Command } from "commander";

export function register(program: Command): void {
  program
    .command("doctor")
    .summary("check this installation")
    .description(
      "Check this installation: Node, the engine, the readers, the optional tools. Exit code 1 when " +
        "something needed is wrong.",
    )
    .option("--json", "as JSON")
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { examine } = await import("./doctor-action.ts");
      process.exitCode = await examine(json === true);
    });
}
