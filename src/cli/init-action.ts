/** Writes a first project file: VMs from the configuration, images from options, by likeness of names, or asked for. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { stringify } from "yaml";
import { didYouMean, nearestName } from "../base/suggest.ts";
import { boards, findBoard } from "../board/boards.ts";
import { listPlaceholders, readCrossconConfig } from "../config/crosscon-c/reader.ts";
import { defaultBoard } from "../config/project-rows.ts";
import { diskFiles, whyUnread } from "../system/files.ts";
import { UsageError } from "./exit.ts";
import type { InitFlags } from "./init.ts";
import { parseImages } from "./words.ts";

export async function writeProject(path: string, flags: InitFlags): Promise<void> {
  const config = findConfig(path);
  const folder = dirname(config);
  const target = join(folder, "chronovisor.yaml");
  if (existsSync(target) && flags.force !== true) {
    throw new UsageError(`${target} is there already`, "--force replaces it");
  }
  const board = checkBoard(flags.board ?? defaultBoard);
  const names = await vmNamesOf(config);
  const images = await imagesOf(names, folder, flags);
  const project = {
    board,
    hypervisor: { kind: flags.kind ?? "crosscon", config: basename(config) },
    images: Object.fromEntries(images),
  };
  writeFileSync(target, stringify(project));
  const open = names.filter((name) => !images.some(([vm]) => vm === name));
  const rest = open.length === 0 ? `chronovisor run ${target}` : `give ${open.join(" and ")} an image under \`images\``;
  process.stderr.write(`wrote ${target}\nnext: ${rest}\n`);
}

function findConfig(path: string): string {
  if (!existsSync(path)) throw new UsageError(`there is no \`${path}\``, "name a config.c, or the folder it is in");
  const kind = diskFiles.kind(path);
  if (kind === "file") return path;
  if (kind !== "folder") throw new UsageError(`cannot read \`${path}\`: ${whyUnread(diskFiles, path)}`);
  const found = [
    "config.c",
    ...readdirSync(path)
      .filter((name) => name.endsWith(".c"))
      .sort(),
  ].find((name) => diskFiles.kind(join(path, name)) === "file");
  if (found === undefined) throw new UsageError(`there is no configuration in \`${path}\``, "name the C file");
  return join(path, found);
}

function checkBoard(name: string): string {
  if (findBoard(name) !== undefined) return name;
  const known = boards.map((one) => one.name);
  throw new UsageError(
    `--board: there is no board \`${name}\``,
    didYouMean(name, known)[0] ?? `known: ${known.join(", ")}`,
  );
}

/** Names of the VMs; placeholders, which the images would fill, count as 0. Throws InputError. */
async function vmNamesOf(config: string): Promise<readonly string[]> {
  const text = readFileSync(config, "utf8");
  const uses = await listPlaceholders(text, config);
  const placeholders = Object.fromEntries(uses.map(({ name }) => [name, 0]));
  const { model } = await readCrossconConfig(text, config, { placeholders });
  return model.partitions.map(({ name }) => name);
}

type Images = readonly (readonly [vm: string, file: string])[];

/** From the options; else, at a terminal, asked for; files are named from the project file's folder. */
async function imagesOf(names: readonly string[], folder: string, flags: InitFlags): Promise<Images> {
  const given = parseImages(flags.image);
  for (const [vm] of given) {
    if (names.includes(vm)) continue;
    throw new UsageError(
      `--image: there is no VM \`${vm}\``,
      didYouMean(vm, names)[0] ?? `the VMs: ${names.join(", ")}`,
    );
  }
  const found = assign(
    names.filter((name) => given.every(([vm]) => vm !== name)),
    imageFiles(folder),
  );
  const known = [...given.map(([vm, file]) => [vm, relative(folder, file)] as const), ...found];
  const open = names.filter((name) => known.every(([vm]) => vm !== name));
  const asked = given.length > 0 || !process.stdin.isTTY ? [] : await ask(open);
  return [...known, ...asked.map(([vm, file]) => [vm, relative(folder, file)] as const)];
}

/** ELF files of the folder and one level below, relative to it. */
function imageFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (!entry.isDirectory() || entry.name === "node_modules") return [entry.name];
      return readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
    })
    .filter((name) => name.endsWith(".elf"))
    .sort();
}

/** Each VM's image: the one whose name is nearest; a single file for a single VM whatever it is called. */
function assign(names: readonly string[], files: readonly string[]): Images {
  const [onlyName] = names;
  const [onlyFile] = files;
  if (names.length === 1 && files.length === 1 && onlyName !== undefined && onlyFile !== undefined) {
    return [[onlyName, onlyFile]];
  }
  const images: [string, string][] = [];
  for (const name of names) {
    const free = files.filter((file) => images.every(([, taken]) => taken !== file));
    const stems = free.map((file) => basename(file, ".elf"));
    const near = nearestName(name, stems);
    const file = free.find((one) => basename(one, ".elf") === near);
    if (file !== undefined) images.push([name, file]);
  }
  return images;
}

async function ask(names: readonly string[]): Promise<Images> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answers: [string, string][] = [];
  for (const name of names) {
    const file = (await lines.question(`image of ${name} (empty: later): `)).trim();
    if (file !== "") answers.push([name, file]);
  }
  lines.close();
  return answers;
}
