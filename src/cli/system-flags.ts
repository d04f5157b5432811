/** The options that say which system is meant: the same for every verb that opens one. */
import type { Command } from "commander";
import type { System } from "../system/system.ts";
import { UsageError } from "./exit.ts";
import { parseImages, parseLoad, parseSeed, parseSet } from "./words.ts";

export interface SystemFlags {
  readonly board?: string;
  readonly image: string[];
  readonly load: string[];
  readonly set: string[];
  readonly seed?: string;
  readonly firmware?: string;
  readonly semihosting?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function addSystemOptions(command: Command): Command {
  return command
    .optionsGroup("The system:")
    .option("--board <name>", "board, where the project file names none")
    .option("--image <VM=FILE>", "image of a VM; repeatable", collect, [])
    .option("--firmware <FILE[@ADDR]>", "run this binary in Secure state, from its reset handler; nothing is emulated")
    .option("--load <FILE[@ADDR]>", "a further image in memory (ELF, hex, or raw at ADDR); repeatable", collect, [])
    .option("--semihosting", "serve a firmware's BKPT 0xAB: its output is a console, its exit ends the run")
    .option("--set <PATH=VALUE>", "override a value of the configuration; repeatable", collect, [])
    .option("--seed <n>", "seed of the machine's random numbers");
}

/** `path` is null where `--firmware` alone says what to open. */
export async function openNamed(verb: string, path: string | null, flags: SystemFlags): Promise<System> {
  if (path === null && flags.firmware === undefined)
    throw new UsageError(`${verb}: no system is named`, "a SYSTEM, or --firmware FILE");
  const request = {
    path,
    images: parseImages(flags.image),
    loads: flags.load.map(parseLoad),
    overrides: flags.set.map(parseSet),
    ...(flags.firmware === undefined ? {} : { firmware: parseLoad(flags.firmware) }),
    ...(flags.semihosting === undefined ? {} : { semihosting: flags.semihosting }),
    ...(flags.board === undefined ? {} : { board: flags.board }),
    ...(flags.seed === undefined ? {} : { seed: parseSeed(flags.seed) }),
  };
  const { openSystem } = await import("../system/open.ts");
  const { diskFiles } = await import("../system/files.ts");
  const system = await openSystem(request, diskFiles);
  if (flags.semihosting === true && system.hypervisor.kind !== "firmware")
    throw new UsageError("--semihosting: guests of an emulated hypervisor have no debugger", "it is for firmware");
  return system;
}
