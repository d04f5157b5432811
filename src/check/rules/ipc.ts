/** An ipc is a window onto a shared memory that exists, of the same base, no larger (fact sheet section 1.3). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { IpcWindow } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { counted, partitionsOf, type Rule, type Subject, told } from "../rule.ts";
import { bytesText, hex, labelAt } from "../window.ts";

function judge(subject: Subject, vm: number, name: string, ipc: IpcWindow, index: number): Diagnostic[] {
  const id = ipc.sharedMemoryIndex.value;
  const shared = subject.model.sharedMemories[id];
  const element = `ipcs[${index}]`;
  if (shared === undefined) {
    const count = subject.model.sharedMemories.length;
    const known = count === 0 ? "`shmemlist` is empty" : `\`shmemlist\` has ${count}, counted from 0`;
    return [
      checkDiagnostic("IPC03", `${element} of ${name} names shared memory ${id}, which there is not`, {
        vm: name,
        labels: [labelAt(ipc.sharedMemoryIndex.span ?? ipc.span, known)],
        help: ["the hypervisor leaves the ipc out with a warning, and the VM faults when it touches it"],
      }),
    ];
  }
  if (shared.base.value !== ipc.base.value) {
    const base = { sharedMemory: id, sharedMemoryBase: shared.base.value };
    return [told(subject, { code: "IPC01", vm, element, address: ipc.base.value, size: ipc.sizeBytes.value, ...base })];
  }
  if (ipc.sizeBytes.value <= shared.sizeBytes.value) return [];
  const { value } = shared.sizeBytes;
  const span = ipc.sizeBytes.span;
  return [
    checkDiagnostic("IPC04", `${element} of ${name} is larger than its shared memory, ${bytesText(value)}`, {
      vm: name,
      labels: [labelAt(span ?? ipc.span, "cut to the shared memory's size"), labelAt(shared.span, "the shared memory")],
      help: ["make the shared memory larger, or the ipc smaller"],
      fix: span === null ? null : { title: "use the shared memory's size", edits: [{ span, replacement: hex(value) }] },
    }),
  ];
}

export const ipc: Rule = {
  title: "ipcs that do not fit their shared memory",
  codes: ["IPC01", "IPC03", "IPC04"],
  find: (subject) =>
    partitionsOf(subject).flatMap(([vm, { name, ipcs, ipcCount }]) =>
      counted(ipcs, ipcCount).flatMap((one, index) => judge(subject, vm, name, one, index)),
    ),
};
