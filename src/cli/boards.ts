/** `chronovisor boards`. */
import type { Command } from "commander";

export function register(program: Command): void {
  program
    .command("boards")
    .summary("list the boards")
    .description("List the boards; with a name, the memories and devices of that board.")
    .argument("[name]", "show this one at length")
    .option("--json", "as JSON")
    .action(async (name: string | undefined, { json }: { readonly json?: boolean }) => {
      const { showBoards } = await import("./boards-action.ts");
      showBoards(name ?? null, json === true);
    });
}
