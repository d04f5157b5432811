/** What a rule looks at, and what a rule is: one file under rules/ each. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import type { GuestDescription } from "../config/guest.ts";
import type { Partition, SystemModel } from "../config/model.ts";
import type { Project } from "../config/project.ts";
import type { Switches } from "../config/switches.ts";
import type { Image } from "../image/image.ts";
import type { CheckCodeName } from "./codes.ts";
import { tellMonitorError } from "./monitor-error.ts";
import { endOf, type NamedRange, type Range, windowsOf } from "./window.ts";

/** A system that is read, not run. */
export interface Subject {
  readonly board: Board;
  readonly model: SystemModel;
  /** Each with the VM it belongs to; null for bytes that are loaded besides. */
  readonly images: readonly { readonly vm: string | null; readonly image: Image }[];
  /** What the hypervisor keeps for itself, by Secure address. */
  readonly reserved: readonly NamedRange[];
  /** The memory that the hypervisor was built to know. */
  readonly platform: readonly Range[];
  /** Ranges must begin and end on multiples of this. */
  readonly granuleBytes: number;
  readonly sauEntries: number;
  /** Interrupt ids from this one on do not exist for the hypervisor. */
  readonly interruptLimit: number;
  /** Device of the hypervisor's own console. */
  readonly console: string;
  /** What guests were built from, where that is known. */
  readonly guests: readonly GuestDescription[];
  readonly switches: Switches;
  /** What is plugged into the board. */
  readonly attached: Project["attach"];
  /** Processor clock that the hypervisor leaves the board with, and counts slices by. */
  readonly timerHertz: number;
  readonly sliceMilliseconds: number;
}

export interface Rule {
  /** What it looks for, in one clause. */
  readonly title: string;
  /** Codes of what it finds. */
  readonly codes: readonly CheckCodeName[];
  find(subject: Subject): readonly Diagnostic[];
}

/** VMs that the configuration counts, with their index in scheduling order. */
export const partitionsOf = ({ model }: Subject): (readonly [index: number, partition: Partition])[] => [
  ...model.partitions.slice(0, model.vmCount.value).entries(),
];

/** Of a list with a count beside it, the elements that count. */
export const counted = <T>(items: readonly T[], { value }: { readonly value: number }): readonly T[] =>
  items.slice(0, value);

/** The mistakes that the hypervisor itself stops at are told by the stories of monitor-error.ts. */
export const told = (subject: Subject, fields: Readonly<Record<string, string | number>>): Diagnostic =>
  tellMonitorError(fields, {
    model: subject.model,
    vmNames: subject.model.partitions.map((one) => one.name),
    sauEntries: subject.sauEntries,
  });

/** Ids of a VM with the place where each is listed. */
export function interruptsOf(partition: Partition): { readonly id: number; readonly element: string }[] {
  const { devices, deviceCount, ipcs, ipcCount } = partition;
  const lists = [
    ...counted(devices, deviceCount).map((list, index) => ({ list, element: `devs[${index}]` })),
    ...counted(ipcs, ipcCount).map((list, index) => ({ list, element: `ipcs[${index}]` })),
  ];
  return lists.flatMap(({ list, element }) =>
    counted(list.interrupts, list.interruptCount).map(({ value }, index) => ({
      id: value,
      element: `${element}.interrupts[${index}]`,
    })),
  );
}

/** True where one of the VM's windows holds all of a range. */
export const isGranted = (partition: Partition, range: Range): boolean =>
  windowsOf(partition).some((one) => one.base <= range.base && endOf(one) >= endOf(range));
