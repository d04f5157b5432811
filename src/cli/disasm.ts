/** `chronovisor disasm FILE|HEX`. */
import type { Command } from "commander";

interface Flags {
  readonly start?: string;
  readonly end?: string;
  readonly at?: string;
}

export function register(program: Command): void {
  program
    .command("disasm")
    .summary("disassemble an image, or halfwords given as digits")
    .description(
      "Disassemble the code of an image, or halfwords given as hexadecimal digits in the order of the manual.",
    )
    .argument("<what...>", "an ELF, Intel HEX or raw file, or digits such as bf00 or f000f800")
    .option("--start <address|function>", "first address; a function alone means the whole of it")
    .option("--end <address|function>", "address behind the last one")
    .option("--at <address>", "where a raw file or the digits lie")
    .addHelpText("before", "Examples:\n  chronovisor disasm vm0.elf --start main\n  chronovisor disasm 4b02 f000f800\n")
    .action(async (what: string[], flags: Flags) => {
      const { disasm } = await import("./disasm-action.ts");
      disasm(what, flags);
    });
}

export type DisasmFlags = Flags;
