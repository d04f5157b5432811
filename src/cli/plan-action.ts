/** What `plan` does: read what guests were built from, write a configuration, check it, mend it, print it. */
import { basename, dirname, resolve } from "node:path";
import { type Diagnostic, InputError, wholeFile } from "../base/diagnostic.ts";
import { nearestName } from "../base/suggest.ts";
import type { Board } from "../board/board.ts";
import { boards, findBoard } from "../board/boards.ts";
import { applyFixes } from "../check/apply-fix.ts";
import { checkDiagnostic } from "../check/codes.ts";
import { configText, type PlannedVm, planVm } from "../check/plan.ts";
import { type Image, readImage } from "../image/image.ts";
import { diskFiles, type Files } from "../system/files.ts";
import { describeGuests, lookIntoBuild, type Wanted, wantedOf } from "../system/guest-build.ts";
import { openSystem } from "../system/open.ts";
import type { System } from "../system/system.ts";
import { findingsOf } from "./check-findings.ts";
import { exitCodes, UsageError } from "./exit.ts";
import type { PlanFlags } from "./plan.ts";
import { printDiagnostics } from "./print.ts";

/** A name that no file has: the plan's own. */
const planned = "planned config.c";
/** One fix may clear the way for the next. */
const mostRounds = 8;

export async function planAction(guests: readonly string[], flags: PlanFlags): Promise<number> {
  const board = boardOf(flags.board ?? "");
  const wanted = wantedGuests(guests, flags);
  const vms = await planAll(board, wanted);
  const { text, findings, texts } = await mended(configText(vms), wanted, board);
  process.stdout.write(flags.section === true ? sectionsOf(text) : text);
  printDiagnostics(findings, texts);
  for (const { name, devices } of vms) {
    if (devices.length === 0) process.stderr.write(`warning: ${name} gets no device, so no console: ${unnamedText}\n`);
  }
  return findings.some((one) => one.severity === "error") ? exitCodes.no : exitCodes.yes;
}

const unnamedText = "only a device tree says which devices a guest uses, and none does here";

function boardOf(name: string): Board {
  const board = findBoard(name);
  if (board !== undefined) return board;
  const names = boards.map((one) => one.name);
  throw new UsageError(
    `--board: unknown board \`${name}\``,
    `did you mean \`${nearestName(name, names) ?? names[0]}\`?`,
  );
}

/** Of a build directory, the application's name is that of the folder around it. */
const nameOf = (folder: string): string => {
  const full = resolve(folder);
  const name = basename(full);
  return /^(build|zephyr)$/.test(name) ? basename(dirname(full)) || "guest" : name;
};

function wantedGuests(guests: readonly string[], { dts, include, kconfig }: PlanFlags): Wanted[] {
  const named = guests.map((guest) => {
    const equals = guest.indexOf("=");
    const folder = guest.slice(equals + 1);
    return lookIntoBuild(wantedOf([equals < 1 ? nameOf(folder) : guest.slice(0, equals), folder]), diskFiles);
  });
  const at = (file: string) => ({ file, span: null });
  const loose: Wanted[] =
    dts.length === 0 && kconfig === undefined
      ? []
      : [
          {
            ...wantedOf(["guest", ""]),
            ...{ dts: dts.map(at), include, kconfig: kconfig === undefined ? null : at(kconfig) },
          },
        ];
  if (named.length + loose.length === 0)
    throw new UsageError("nothing to plan for", "name a build directory, or give --dts and --kconfig");
  return [...named, ...loose];
}

function imageOf({ file }: Wanted): Image | null {
  const bytes = file === "" ? null : diskFiles.bytes(file);
  return bytes === null ? null : readImage(bytes, file);
}

async function planAll(board: Board, wanted: readonly Wanted[]): Promise<PlannedVm[]> {
  const descriptions = await describeGuests(wanted, diskFiles, new Map());
  const problems: Diagnostic[] = [];
  const vms = wanted.flatMap((one) => {
    const guest = descriptions.find(({ vm }) => vm === one.vm) ?? { vm: one.vm, tree: null, kconfig: null };
    const vm = planVm(board, guest, imageOf(one));
    if (vm !== null) return [vm];
    const file = one.dts[0]?.file ?? one.kconfig?.file ?? one.file;
    problems.push(
      checkDiagnostic("PLN01", `nothing says which memory ${one.vm} was built for`, {
        vm: one.vm,
        labels: [wholeFile(file, "no `zephyr,sram` with `zephyr,flash` or `zephyr,code-partition`")],
        help: ["give the merged `zephyr.dts` or the `.config` of the build"],
      }),
    );
    return [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return vms;
}

/** The plan as a system: its configuration lies in no file, the rest is on disk. */
function openPlan(text: string, wanted: readonly Wanted[], board: Board): Promise<System> {
  const files: Files = {
    bytes: (path) => (path === planned ? new TextEncoder().encode(text) : diskFiles.bytes(path)),
    kind: (path) => (path === planned ? "file" : diskFiles.kind(path)),
  };
  const images = wanted.filter(({ file }) => file !== "" && diskFiles.kind(file) === "file");
  return openSystem(
    {
      ...{ path: planned, board: board.name, loads: [], overrides: [], tolerant: true },
      images: images.map(({ vm, file, dts }): [string, string] => [
        vm.replaceAll(/\W/g, "_"),
        dts.length > 0 && basename(file) === "zephyr.elf" ? dirname(file) : file,
      ]),
    },
    files,
  );
}

interface Mended {
  readonly text: string;
  readonly findings: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Windows are joined, and whatever else a fix can mend in the plan's own text. */
async function mended(first: string, wanted: readonly Wanted[], board: Board): Promise<Mended> {
  let text = first;
  for (let round = 0; ; round++) {
    const system = await openPlan(text, wanted, board);
    // An entry that an image fills is what a plan without an image is meant to have.
    const findings = findingsOf(system).filter(({ code }) => code !== "CFG08");
    const own = new Map([[planned, text]]);
    const errors = findings.filter(({ severity }) => severity === "error");
    const { texts } = applyFixes(errors, own);
    const next = texts.get(planned);
    if (next === undefined || round === mostRounds) return { text, findings, texts: system.texts };
    text = next;
  }
}

/** Without the include at the top and the list at the end. */
function sectionsOf(text: string): string {
  const start = text.indexOf("struct vm_config");
  return `${text.slice(start, text.indexOf("struct config config")).trimEnd()}\n`;
}
