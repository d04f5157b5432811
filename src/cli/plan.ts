/** `chronovisor plan BUILD...`. */
import type { Command } from "commander";

export interface PlanFlags {
  readonly board?: string;
  readonly dts: string[];
  readonly include: string[];
  readonly kconfig?: string;
  readonly section?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function register(program: Command): void {
  program
    .command("plan")
    .summary("write a configuration from what guests were built from")
    .description(
      "Write a configuration for guests: memory, devices, interrupts and entry, from device tree and .config. It is " +
        "checked before it is printed, and windows are joined where the SAU would run out of entries.",
    )
    .argument("[guests...]", "build directories, each as DIR or VM=DIR")
    .option("--board <name>", "board", "lpc55s69")
    .option(
      "--dts <FILE>",
      "device tree of a guest without a build directory; overlays follow; repeatable",
      collect,
      [],
    )
    .option("--include <DIR>", "where device trees include from; repeatable", collect, [])
    .option("--kconfig <FILE>", "the .config that goes with --dts")
    .option("--section", "the VMs alone, to paste into a configuration that there is")
    .addHelpText(
      "before",
      "Examples:\n  chronovisor plan zephyr=build > config.c\n  chronovisor plan --dts app.dts --kconfig .config\n",
    )
    .action(async (guests: string[], flags: PlanFlags) => {
      const { planAction } = await import("./plan-action.ts");
      process.exitCode = await planAction(guests, flags);
    });
}
