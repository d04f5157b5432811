/** Opens what the user named and checks that its parts fit together. Throws InputError with everything found. */
import { dirname, join, relative, resolve } from "node:path";
import { assert } from "../base/assert.ts";
import { type Diagnostic, InputError, type Span, wholeFile } from "../base/diagnostic.ts";
import { nearestName } from "../base/suggest.ts";
import type { Board } from "../board/board.ts";
import { boards, findBoard } from "../board/boards.ts";
import {
  type ConfigFiles,
  type FilledConfig,
  readFilledConfig,
  unfilledPlaceholder,
} from "../config/crosscon-c/reader.ts";
import { loadCParser } from "../config/crosscon-c/syntax.ts";
import type { Sourced, SystemModel } from "../config/model.ts";
import { overrideFile, overrideText } from "../config/override.ts";
import type { Project } from "../config/project.ts";
import { defaultBoard, defaultSeed } from "../config/project-rows.ts";
import { type SwitchedKind, type Switches, switchesOf } from "../config/switches.ts";
import { type Image, readImage } from "../image/image.ts";
import { systemDiagnostic, systemError, unreadable } from "./codes.ts";
import { type Files, type RememberingFiles, rememberFiles, whyUnread } from "./files.ts";
import { checkFit } from "./fit.ts";
import { describeGuests, lookIntoBuild, type Wanted, wantedIn, wantedOf } from "./guest-build.ts";
import { findStart } from "./start.ts";
import type { GuestImage, Hypervisor, System, SystemRequest } from "./system.ts";

interface Wish {
  readonly board: Named;
  readonly kind: SwitchedKind | "firmware";
  readonly config: string | null;
  readonly switches: Partial<Switches>;
  readonly images: readonly Wanted[];
  /** In firmware mode the first one is the firmware. */
  readonly loads: readonly Load[];
  readonly attached: Project["attach"];
  readonly severities: Project["severities"];
  readonly seed: number;
  readonly semihosting: boolean;
}

/** A name, and where it is written; null where an option or nobody said it. */
type Named = { readonly value: string; readonly span: Span | null };

type Load = SystemRequest["loads"][number] & { readonly span?: Span | null };

/** Of a recording, the system that is in it, with what was recorded. */
export async function openSystem(request: SystemRequest, files: Files): Promise<System> {
  if (request.path !== null && /\.chv(\.partial)?$/.test(request.path)) {
    const { openRecorded } = await import("./recorded.ts");
    return openRecorded(request.path, request, files, (inner, both) => openFrom(inner, rememberFiles(both)));
  }
  return openFrom(request, rememberFiles(files));
}

/** Overrides have places like everything else, also in what goes wrong with them. */
async function openFrom(request: SystemRequest, files: RememberingFiles): Promise<System> {
  const texts = new Map<string, string>();
  if (request.overrides.length > 0) texts.set(overrideFile, overrideText(request.overrides).text);
  try {
    return await openParts(request, files, texts);
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.diagnostics, texts) : error;
  }
}

async function openParts(request: SystemRequest, files: RememberingFiles, texts: Map<string, string>): Promise<System> {
  const wish = await readWish(request, files, texts);
  const board = pickBoard(wish.board);
  const devices = wish.attached.map(({ device }) => device);
  const problems = unknownDevices(board, devices);
  const wanted = wish.images.map((one) => lookIntoBuild(one, files));
  const images = wanted.map((one) => ({
    vm: one.vm,
    image: loadImage(files, { ...one, address: null }, problems),
  }));
  const loads = wish.loads.map((one) => ({ vm: null, image: loadImage(files, { ...one, vm: null }, problems) }));
  if (problems.length > 0) throw new InputError(await withNames(problems, wish, request, files, texts));
  const guests = [...images, ...loads].filter((one): one is GuestImage => one.image !== null);
  const { hypervisor, warnings } =
    wish.kind === "firmware"
      ? { hypervisor: firmwareOf(board, guests, wish.semihosting), warnings: [] }
      : await readHypervisor(wish, wish.kind, request, files, guests, texts);
  const descriptions = await describeGuests(wanted, files, texts);
  const fit = checkFit(board, hypervisor, guests);
  const errors = fit.filter((one) => one.severity === "error");
  if (errors.length > 0 && request.tolerant !== true) throw new InputError(errors);
  const name = request.path ?? request.firmware?.file ?? "";
  const source = { request, files: files.seen() };
  const found = [...warnings, ...notThereYet(wish.attached), ...fit];
  const { seed, attached, severities } = wish;
  return {
    ...{ name, board, hypervisor, images: guests, descriptions, attached, severities, seed },
    ...{ warnings: found, texts, source, recording: null },
  };
}

/** More than anybody writes, and more than a string may hold. */
const longestTextBytes = 2 ** 28;

function textOf(files: Files, path: string, texts: Map<string, string>): string {
  const bytes = files.bytes(path);
  if (bytes === null) throw unreadable(files, path);
  if (bytes.length > longestTextBytes) throw unreadable(files, path, "it is larger than 256 MiB, which no text is");
  const text = new TextDecoder("utf-8").decode(bytes);
  texts.set(path, text);
  return text;
}

/** What the files and the options ask for; --firmware takes the hypervisor's place, whatever it was. */
async function readWish(request: SystemRequest, files: Files, texts: Map<string, string>): Promise<Wish> {
  const wish = await readSystem(request, files, texts);
  const images = wish.images.map(({ file, span }) => ({ file, span, address: null }));
  if (request.firmware !== undefined)
    return { ...wish, kind: "firmware", images: [], loads: [request.firmware, ...images, ...wish.loads] };
  return wish.kind === "firmware" ? { ...wish, images: [], loads: [...wish.loads, ...images] } : wish;
}

async function readSystem(request: SystemRequest, files: Files, texts: Map<string, string>): Promise<Wish> {
  const plain: Wish = {
    board: { value: request.board ?? defaultBoard, span: null },
    kind: "firmware",
    config: null,
    switches: {},
    images: request.images.map(wantedOf),
    loads: request.loads,
    attached: [],
    severities: [],
    seed: request.seed ?? defaultSeed,
    semihosting: request.semihosting === true,
  };
  if (request.path === null) return plain;
  const path = findEntry(request.path, files);
  if (!/\.ya?ml$/.test(path)) {
    if (/\.[ch]$/.test(path) || request.images.length > 0) return { ...plain, kind: "crosscon", config: path };
    return { ...plain, loads: [{ file: path, address: null }, ...request.loads] };
  }
  // Compiled beside, while the project file is read: most name a configuration in C. Who awaits it hears of failure.
  if (request.firmware === undefined) loadCParser().catch(() => {});
  const { readProject } = await import("../config/project.ts");
  const project = await readProject(textOf(files, path, texts), path);
  const beside = (file: string): string => relative(".", resolve(dirname(path), file)) || file;
  const { hypervisor } = project;
  const own = project.images.map((one) => wantedIn(one, beside));
  const replaced = new Set(request.images.map(([vm]) => vm));
  const firmware =
    hypervisor.kind === "firmware"
      ? [{ file: beside(hypervisor.image.value), address: null, span: hypervisor.image.span }]
      : [];
  return {
    board: request.board === undefined ? project.board : { value: request.board, span: null },
    kind: hypervisor.kind === "none" ? "firmware" : hypervisor.kind,
    config: "config" in hypervisor && hypervisor.config !== null ? beside(hypervisor.config.value) : null,
    switches: "switches" in hypervisor ? hypervisor.switches : {},
    images: [...own.filter(({ vm }) => !replaced.has(vm)), ...request.images.map(wantedOf)],
    loads: [
      ...firmware,
      ...project.load.map(({ file, address }) => ({ file: beside(file.value), address, span: file.span })),
      ...request.loads,
    ],
    attached: project.attach,
    severities: project.severities,
    seed: request.seed ?? project.seed.value,
    semihosting: request.semihosting ?? ("semihosting" in hypervisor && hypervisor.semihosting),
  };
}

/** The file that a path means. */
function findEntry(path: string, files: Files): string {
  const kind = files.kind(path);
  if (kind === "file") return path;
  if (kind === "folder") {
    for (const name of ["chronovisor.yaml", "chronovisor.yml", "config.c"]) {
      const inside = files.kind(join(path, name));
      if (inside === "file") return join(path, name);
      if (inside !== null && inside !== "folder") throw unreadable(files, join(path, name));
    }
    const help = [
      "a system is a folder with a `chronovisor.yaml` or a `config.c`",
      "`chronovisor init` writes a first one",
    ];
    throw systemError("SYS01", `\`${path}\` holds neither a project file nor a configuration`, { help });
  }
  if (kind !== null) throw unreadable(files, path);
  throw systemError("SYS01", `there is no \`${path}\``, {
    help: ["name a config.c, a chronovisor.yaml, or a folder that holds one; `examples/two-vms` is a good first one"],
  });
}

function pickBoard({ value: name, span }: Named): Board {
  const board = findBoard(name);
  if (board !== undefined) return board;
  const near = nearestName(
    name,
    boards.map((one) => one.name),
  );
  throw systemError("SYS02", `unknown board \`${name}\``, {
    labels: span === null ? [] : [{ ...span, text: "no board has this name" }],
    help: [near === null ? `known boards: ${boards.map((one) => one.name).join(", ")}` : `did you mean \`${near}\`?`],
  });
}

function unknownDevices(board: Board, attached: readonly Sourced<string>[]): Diagnostic[] {
  const names = board.devices.map(({ name }) => name);
  return attached
    .filter(({ value }) => !names.includes(value))
    .map(({ value, span }) => {
      const near = nearestName(value, names);
      const help = [near === null ? `\`chronovisor boards ${board.name}\` lists them` : `did you mean \`${near}\`?`];
      const labels = span === null ? [] : [{ ...span, text: "no such device" }];
      return systemDiagnostic("SYS10", `${board.name} has no device \`${value}\``, { labels, help });
    });
}

/** What may be plugged in and does nothing so far. */
function notThereYet(attached: Project["attach"]): Diagnostic[] {
  return attached
    .filter(({ kind }) => kind !== "terminal")
    .map(({ device: { value, span }, kind }) =>
      systemDiagnostic("SYS13", `no ${kind} answers on ${value} yet`, {
        severity: "warning",
        labels: span === null ? [] : [{ ...span, text: "this has no effect on a run" }],
        help: [`what it would answer can be typed: \`--send '${value}@1.5s:OK\\r\\n'\``],
      }),
    );
}

/** `vm` is null for bytes that are loaded besides. */
function loadImage(files: Files, from: Load & { readonly vm: string | null }, problems: Diagnostic[]): Image | null {
  const { file, address, span = null } = from;
  const vm = from.vm === null ? {} : { vm: from.vm };
  const bytes = files.bytes(file);
  if (bytes === null) {
    const reason = whyUnread(files, file);
    const labels = span === null ? [wholeFile(file, reason)] : [{ ...span, text: reason }];
    problems.push(systemDiagnostic("SYS08", `cannot read the image \`${file}\``, { labels, ...vm }));
    return null;
  }
  try {
    return readImage(bytes, file, address === null ? {} : { address });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.diagnostics.map((one) => ({ ...one, ...vm })));
    return null;
  }
}

/** Problems of images; where an image is for a VM that there is not, that is the problem. */
async function withNames(
  problems: readonly Diagnostic[],
  wish: Wish,
  request: SystemRequest,
  files: Files,
  texts: Map<string, string>,
): Promise<readonly Diagnostic[]> {
  if (wish.kind === "firmware") return problems;
  try {
    const { model } = await readModel(wish, request, files, [], texts);
    const names = model.partitions.map(({ name }) => name);
    return [...unknownVms(model, wish), ...problems.filter(({ vm }) => vm === undefined || names.includes(vm))];
  } catch (error) {
    if (error instanceof InputError) return problems;
    throw error;
  }
}

type Read = { readonly hypervisor: Hypervisor; readonly warnings: readonly Diagnostic[] };

/** The first image is the firmware. */
function firmwareOf(board: Board, guests: readonly GuestImage[], semihosting: boolean): Hypervisor {
  const image = guests[0]?.image;
  if (image === undefined)
    throw systemError("SYS12", "no image to start", { help: ["`load:` or `images:` of the project file names one"] });
  const start = findStart(board, image);
  if (start !== null) return { kind: "firmware", start, semihosting };
  const labels = [wholeFile(image.file, "no vector table at its start, no entry address")];
  const help = [`give an ELF file, or an image whose first words are a stack in RAM of ${board.name} and an address`];
  throw systemError("SYS12", `\`${image.file}\` says nowhere where to start`, { labels, help });
}

async function readModel(
  wish: Wish,
  request: SystemRequest,
  files: Files,
  guests: readonly GuestImage[],
  texts: Map<string, string>,
): Promise<FilledConfig> {
  assert(wish.config !== null, "an emulated hypervisor has a configuration");
  const text = textOf(files, wish.config, texts);
  const reading = { overrides: request.overrides, files: configFilesOf(files, texts) };
  const entryOf = (vm: string): number | null => guests.find((one) => one.vm === vm)?.image.entry ?? null;
  return readFilledConfig(text, wish.config, reading, entryOf);
}

async function readHypervisor(
  wish: Wish,
  kind: SwitchedKind,
  request: SystemRequest,
  files: Files,
  guests: readonly GuestImage[],
  texts: Map<string, string>,
): Promise<Read> {
  const { model, warnings, unfilled } = await readModel(wish, request, files, guests, texts);
  const left = unfilled.map(({ name, span, entryOf: vm }) => unfilledPlaceholder(name, span, vm));
  if (left.length > 0 && request.tolerant !== true) throw new InputError([...left, ...warnings]);
  const problems = [...unknownVms(model, wish), ...(request.tolerant === true ? [] : missingImages(model, wish))];
  if (problems.length > 0) throw new InputError(problems);
  return { hypervisor: { kind, model, switches: switchesOf(kind, wish.switches) }, warnings: [...left, ...warnings] };
}

/** What a configuration includes comes the way that everything comes: recordings and editors stand in for it, too. */
const configFilesOf = (files: Files, texts: Map<string, string>): ConfigFiles => ({
  readText(path) {
    const bytes = files.bytes(path);
    if (bytes === null) return null;
    const text = new TextDecoder("utf-8").decode(bytes);
    texts.set(path, text);
    return text;
  },
  sizeBytes: (path) => files.bytes(path)?.length ?? null,
});

function unknownVms(model: SystemModel, wish: Wish): Diagnostic[] {
  const names = model.partitions.map((one) => one.name);
  const problems: Diagnostic[] = [];
  for (const { vm, vmSpan } of wish.images) {
    if (names.includes(vm)) continue;
    const near = nearestName(vm, names);
    problems.push(
      systemDiagnostic("SYS04", `the configuration has no VM \`${vm}\``, {
        labels: vmSpan === null ? [] : [{ ...vmSpan, text: "no VM has this name" }],
        help: [near === null ? `its VMs are: ${names.join(", ")}` : `did you mean \`${near}\`?`],
      }),
    );
  }
  return problems;
}

function missingImages(model: SystemModel, wish: Wish): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const partition of model.partitions) {
    if (wish.images.some(({ vm }) => vm === partition.name)) continue;
    problems.push(
      systemDiagnostic("SYS03", `VM \`${partition.name}\` has no image`, {
        vm: partition.name,
        labels: [{ ...partition.span, text: "this VM" }],
        help: [`--image ${partition.name}=FILE, or \`images: { ${partition.name}: FILE }\` in the project file`],
      }),
    );
  }
  return problems;
}
