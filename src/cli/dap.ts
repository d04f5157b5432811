/** `chronovisor dap`. */
import type { Command } from "commander";

export function register(program: Command): void {
  program
    .command("dap")
    .summary("serve a debug adapter, for VS Code and other editors")
    .description(
      "Speak the Debug Adapter Protocol on standard input and output. The client's `launch` or `attach` names the\n" +
        "system or recording. docs/debugging.md has a launch.json.",
    )
    .action(async () => {
      const { dap } = await import("./dap-action.ts");
      process.exitCode = await dap();
    });
}
