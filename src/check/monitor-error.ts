/** The hypervisor's one-line errors at length: which line of the configuration it means, and what to write instead. */
import type { Diagnostic, Fix, Label, Span } from "../base/diagnostic.ts";
import type { Partition, SystemModel } from "../config/model.ts";
import { exceptionName } from "./call-chain.ts";
import { type CheckCodeName, checkDiagnostic } from "./codes.ts";
import { type Fields, numberOf, textOf } from "./fields.ts";
import type { Stopped } from "./stopped.ts";
import { bytesText, hex, labelAt, placeText, rangeText, sauEntriesOf } from "./window.ts";

/** What a row of the table says. */
interface Story {
  readonly message: string;
  readonly labels: readonly Label[];
  readonly help: readonly string[];
  readonly fix?: Fix | null;
}

interface Scene {
  readonly fields: Fields;
  readonly stopped: Told;
  readonly model: SystemModel | null;
  readonly partition: Partition | null;
  /** Name of the VM; `the configuration` where none is meant. */
  readonly who: string;
  readonly address: number;
  readonly sizeBytes: number;
  readonly element: string;
  /** Where the element stands in the configuration. */
  readonly span: Span | null;
}

/** Our code where the monitor's name for it is taken by another table. */
const renamed: Readonly<Record<string, CheckCodeName>> = { IMG01: "IMG20" };

export const isMonitorError = (code: string): boolean => code in stories;

/** What a story is told from: the configuration, whether it is being run or only read. */
export type Told = Pick<Stopped, "model" | "vmNames" | "sauEntries">;

/** As the hypervisor met it: with the line that it prints, and the moment. */
export function explainMonitorError(fields: Fields, stopped: Stopped): Diagnostic {
  const told = tellMonitorError(fields, stopped);
  const line = textOf(fields, "text");
  const said =
    line === null ? "the hypervisor says nothing and stops here" : `the hypervisor prints \`${line}\` and stops here`;
  return { ...told, help: [...told.help, said], tick: stopped.tick };
}

/** Fields as the monitor puts them into its `freeze` moment: code, vm, element, address, size and what the code has. */
export function tellMonitorError(fields: Fields, stopped: Told): Diagnostic {
  const name = textOf(fields, "code") ?? "";
  const index = numberOf(fields, "vm");
  const partition = index === null ? null : (stopped.model?.partitions[index] ?? null);
  const element = textOf(fields, "element") ?? "";
  const scene: Scene = {
    ...{ fields, stopped, model: stopped.model, partition, element },
    who: partition?.name ?? "the configuration",
    address: numberOf(fields, "address") ?? 0,
    sizeBytes: numberOf(fields, "size") ?? 0,
    span: spanOf(stopped.model, partition, element),
  };
  const story = (stories[name] as (scene: Scene) => Story)(scene);
  return checkDiagnostic(renamed[name] ?? (name as CheckCodeName), story.message, {
    labels: story.labels,
    help: story.help,
    fix: story.fix ?? null,
    ...(partition === null ? {} : { vm: partition.name }),
  });
}

/** The place of `regions[1]`, `devs[0].interrupts[1]`, `ipcs[0]`, `shmemlist[0]`, `image`, `type`. */
function spanOf(model: SystemModel | null, partition: Partition | null, element: string): Span | null {
  const [, list = "", index = "0", , inner] = /^(\w+)(?:\[(\d+)\])?(\.interrupts\[(\d+)\])?/.exec(element) ?? [];
  const at = Number(index);
  if (list === "shmemlist") return model?.sharedMemories[at]?.span ?? null;
  if (partition === null) return null;
  if (list === "regions") return partition.regions[at]?.span ?? partition.span;
  const holder = list === "devs" ? partition.devices[at] : list === "ipcs" ? partition.ipcs[at] : undefined;
  if (holder !== undefined) return (inner === undefined ? null : holder.interrupts[Number(inner)]?.span) ?? holder.span;
  if (list === "image") return partition.image?.span ?? partition.span;
  if (list === "type") return partition.type.span ?? partition.span;
  return partition.span;
}

const labelsAt = (span: Span | null, text: string): Label[] => (span === null ? [] : [labelAt(span, text)]);

const range = ({ address, sizeBytes }: Scene): string => rangeText({ base: address, sizeBytes });

function otherOf({ fields, stopped, model }: Scene): {
  readonly name: string;
  readonly span: Span | null;
  readonly range: string;
} {
  const index = numberOf(fields, "otherVm") ?? -1;
  const partition = index < 0 ? null : (model?.partitions[index] ?? null);
  const element = textOf(fields, "otherElement") ?? "";
  const base = numberOf(fields, "otherAddress") ?? 0;
  const sizeBytes = numberOf(fields, "otherSize") ?? 0;
  const name = index < 0 ? element : `${element} of ${stopped.vmNames[index] ?? `VM ${index}`}`;
  return { name, span: spanOf(model, partition, element), range: rangeText({ base, sizeBytes }) };
}

function overlapStory(scene: Scene): Story {
  const other = otherOf(scene);
  const end = scene.address + scene.sizeBytes;
  const otherBase = numberOf(scene.fields, "otherAddress") ?? 0;
  const fits = otherBase > scene.address && otherBase < end;
  return {
    message: `${scene.element} of ${scene.who} overlaps ${other.name}`,
    labels: [...labelsAt(scene.span, `covers ${range(scene)}`), ...labelsAt(other.span, `covers ${other.range}`)],
    help: [
      fits
        ? `\`.size = ${hex(otherBase - scene.address)}\` would end it where the other begins`
        : "move one of the two, or make one smaller",
      "memory that two VMs share belongs into `shmemlist` and `ipcs`, not into regions",
    ],
  };
}

function outsideStory(scene: Scene): Story {
  if (textOf(scene.fields, "otherElement") !== null) return overlapStory(scene);
  return {
    message: `${scene.element} of ${scene.who} lies in no memory that the hypervisor knows`,
    labels: labelsAt(scene.span, `covers ${range(scene)}`),
    help: ["a range must lie as a whole inside one region of the hypervisor's platform description"],
  };
}

function granularityStory(scene: Scene): Story {
  const grain = numberOf(scene.fields, "granularity") ?? 64;
  const base = scene.address - (scene.address % grain);
  const sizeBytes = Math.ceil((scene.address + scene.sizeBytes - base) / grain) * grain;
  return {
    message: `${scene.element} of ${scene.who} does not fit pages of ${grain} bytes`,
    labels: labelsAt(scene.span, `covers ${range(scene)}`),
    help: [`the pages around it: \`.base = ${hex(base)}, .size = ${hex(sizeBytes)}\` (${bytesText(sizeBytes)})`],
  };
}

function identityStory(scene: Scene): Story {
  const physical = numberOf(scene.fields, "physicalAddress") ?? 0;
  const index = Number(/\[(\d+)\]/.exec(scene.element)?.[1] ?? 0);
  const virtual = scene.partition?.devices[index]?.virtualAddress.span ?? null;
  return {
    message: `${scene.element} of ${scene.who} asks for address translation, which Armv8-M does not have`,
    labels: labelsAt(virtual ?? scene.span, `the device itself is at ${hex(physical)}`),
    help: [`write the same number twice: \`.pa = ${hex(physical)}, .va = ${hex(physical)}\``],
    fix:
      virtual === null
        ? null
        : { title: "make both addresses equal", edits: [{ span: virtual, replacement: hex(physical) }] },
  };
}

function sauStory(scene: Scene): Story {
  const entries = numberOf(scene.fields, "entries") ?? scene.stopped.sauEntries;
  const needed = scene.partition === null ? 0 : sauEntriesOf(scene.partition);
  const counts = needed > entries ? ` (${needed} are needed)` : "";
  return {
    message: `${scene.who} has more windows than the ${entries} entries of the SAU${counts}`,
    labels: labelsAt(scene.span ?? scene.partition?.span ?? null, `no entry is left for ${scene.element}`),
    help: [
      "ranges that touch share an entry: join windows that lie next to each other, or widen one over its neighbour " +
        "(the VM then gets the devices in between, too)",
      ...(scene.partition !== null && scene.partition.ipcCount.value > 0
        ? ["the hypercall's page needs one entry as soon as there is an ipc"]
        : []),
    ],
  };
}

function interruptStory(scene: Scene): Story {
  const id = numberOf(scene.fields, "interrupt") ?? 0;
  const limit = numberOf(scene.fields, "limit") ?? 0;
  const other = numberOf(scene.fields, "otherVm");
  if (other !== null) {
    const owner = scene.model?.partitions[other] ?? null;
    const list = owner === null ? [] : [...owner.devices, ...owner.ipcs].flatMap((one) => one.interrupts);
    const first = list.find((one) => one.value === id && one.span !== scene.span)?.span ?? null;
    return {
      message:
        `interrupt id ${id} (${exceptionName(id)}) is given to ${scene.who}, but ` +
        `${owner?.name ?? `VM ${other}`} has it already`,
      labels: [...labelsAt(scene.span, "given a second time"), ...labelsAt(first, "given here first")],
      help: ["an interrupt has one owner: take it out of one of the two lists"],
    };
  }
  return {
    message: `interrupt id ${id} of ${scene.who} is larger than the last one that the hypervisor knows, ${limit - 1}`,
    labels: labelsAt(scene.span, "this id"),
    help: ["ids are 16 + the line's number; the switch `nvicLines: 64` gives the hypervisor all lines up to id 79"],
  };
}

function ownInterruptStory(scene: Scene): Story {
  const id = numberOf(scene.fields, "interrupt") ?? 0;
  return {
    message: `interrupt id ${id} (${exceptionName(id)}) is the hypervisor's own, and cannot be given to ${scene.who}`,
    labels: labelsAt(scene.span, "this id"),
    help: [`ids count the system exceptions, too: for line ${id} write \`16 + ${id}\``],
  };
}

function lowInterruptStory(scene: Scene): Story {
  const id = numberOf(scene.fields, "interrupt") ?? 0;
  const lists = scene.partition === null ? [] : [...scene.partition.devices, ...scene.partition.ipcs];
  const span = lists.flatMap((one) => one.interrupts).find((one) => one.value === id)?.span ?? null;
  return {
    message: `interrupt id ${id} of ${scene.who} makes the hypervisor fault when it saves that VM's interrupts`,
    labels: labelsAt(span, "below 16: a system exception, not a line"),
    help: [`ids count the system exceptions, too: for line ${id} write \`16 + ${id}\``],
    fix: span === null ? null : { title: `write the id of line ${id}`, edits: [{ span, replacement: `16 + ${id}` }] },
  };
}

function ipcStory(scene: Scene): Story {
  const id = numberOf(scene.fields, "sharedMemory") ?? 0;
  const base = numberOf(scene.fields, "sharedMemoryBase") ?? 0;
  const index = Number(/\[(\d+)\]/.exec(scene.element)?.[1] ?? 0);
  const written = scene.partition?.ipcs[index]?.base.span ?? null;
  const shared = scene.model?.sharedMemories[id]?.span ?? null;
  return {
    message: `${scene.element} of ${scene.who} begins at ${hex(scene.address)}, shared memory ${id} at ${hex(base)}`,
    labels: [...labelsAt(written ?? scene.span, "must be the same address"), ...labelsAt(shared, "the shared memory")],
    help: ["there is no address translation: an ipc is seen where its shared memory lies"],
    fix:
      written === null
        ? null
        : { title: "use the shared memory's base", edits: [{ span: written, replacement: hex(base) }] },
  };
}

function eventStory(scene: Scene): Story {
  const event = numberOf(scene.fields, "event") ?? 0;
  const other = scene.stopped.vmNames[numberOf(scene.fields, "otherVm") ?? -1] ?? "the other VM";
  return {
    message: `${scene.who} notified ${other} with event ${event}, for which ${other} has no interrupt`,
    labels: labelsAt(scene.span, "the ipc it used"),
    help: [`the event selects an interrupt in the list of ${other}'s ipc: it needs at least ${event + 1} there`],
  };
}

const placed = (span: Span | null): string => (span === null ? "" : ` (${placeText(span)})`);

const stories: Readonly<Record<string, (scene: Scene) => Story>> = {
  MEM01: outsideStory,
  MEM02: overlapStory,
  MEM03: overlapStory,
  MEM04: granularityStory,
  MAP01: identityStory,
  SAU01: sauStory,
  IRQ01: interruptStory,
  IRQ02: ownInterruptStory,
  FLT02: lowInterruptStory,
  IPC01: ipcStory,
  IPC02: eventStory,
  IMG01: (scene) => ({
    message:
      `the image of ${scene.who} would be copied from ` +
      `${hex(numberOf(scene.fields, "loadAddress") ?? 0)} onto itself`,
    labels: labelsAt(scene.span, `runs at ${range(scene)}`),
    help: ["use the same address twice if the image runs where it was loaded, or keep the two ranges apart"],
  }),
  VMT01: (scene) => ({
    message: `${scene.who} has the type ${numberOf(scene.fields, "type") ?? 0}; 0, 1 and 2 are known`,
    labels: labelsAt(scene.span, "this value"),
    help: ["a normal VM has type 0; leave `.type` away"],
  }),
  IRQ03: (scene) => {
    const id = numberOf(scene.fields, "interrupt") ?? 0;
    const owner = scene.stopped.vmNames[numberOf(scene.fields, "otherVm") ?? -1] ?? "another VM";
    return {
      message:
        `${exceptionName(id)} of ${owner} came while ${scene.who} was running, and the ` +
        `hypervisor's bare handler never ends`,
      labels: [],
      help: ["the switch `absentIrq: deferred` lets the interrupt wait until its VM runs"],
    };
  },
  CON01: (scene) => ({
    message: "the hypervisor waits for its console, USART 0, for ever",
    labels: [],
    help: [`a VM with SYSCON can switch the clock of Flexcomm 0 off or hold it in reset${placed(scene.span)}`],
  }),
  RUN01: (scene) => ({
    message: "there is no VM to run",
    labels: labelsAt(scene.model?.vmCount.span ?? null, "the number of VMs"),
    help: ["list the VMs in `.vmlist`, and their number in `.vmlist_size`"],
  }),
};
