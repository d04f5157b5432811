/** VMs as a debugger's threads, and the hypervisor as one more. */
import { hypervisorName } from "../system/consoles.ts";
import { vmNames } from "../system/system.ts";
import type { Timeline } from "../time/timeline.ts";

/** Names, the first one that of thread 1. */
export function threadNames({ system }: Timeline): readonly string[] {
  const names = vmNames(system);
  return system.hypervisor.kind === "firmware" ? names : [...names, hypervisorName];
}

/** The thread whose code is under way. */
export function threadNow({ machine, system }: Timeline): number {
  const vm = machine.currentVm?.() ?? 0;
  return (vm >= 0 ? vm : vmNames(system).length) + 1;
}

export function threadList(timeline: Timeline): string {
  const now = threadNow(timeline);
  const rows = threadNames(timeline).map((name, index) => {
    const state = index + 1 === now ? "running" : "not in";
    return `<thread id="${(index + 1).toString(16)}" core="0" name="${escapeXml(name)}">${state}</thread>`;
  });
  return `<?xml version="1.0"?><threads>${rows.join("")}</threads>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => entities[one] ?? one);
