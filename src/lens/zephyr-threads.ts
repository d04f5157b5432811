/** Finds Zephyr's threads: by the list of all of them, or one by one wherever the kernel keeps some. */
import { type Field, fieldOf, readField } from "./field.ts";
import type { GuestView } from "./guest-view.ts";
import type { ObjectNames } from "./object-name.ts";
import type { ZephyrLayout } from "./zephyr-layout.ts";

/** More than any guest has; a list that memory was overwritten in may have a ring. */
const threadLimit = 1000;

/** Of `thread_state`: in the ready queue. */
const queuedBit = 0x80;

/** Time at which each armed timeout ends, by the timeout's address: absolute, in ticks. */
export type Deadlines = ReadonlyMap<number, number>;

/** Follows a list of `sys_dnode_t` from its head to the head again. */
export function* listNodes(view: GuestView, head: number): Generator<number> {
  let node = view.word(head);
  for (let count = 0; node !== null && node !== 0 && node !== head && count < threadLimit; count++) {
    yield node;
    node = view.word(node);
  }
}

/** Each timeout counts from the one before it, the first from the last tick that the kernel was told of. */
export function deadlinesOf(view: GuestView, listHead: number | null, ticks: Field | null, now: number): Deadlines {
  const found = new Map<number, number>();
  if (listHead === null || ticks === null) return found;
  let at = now;
  for (const node of listNodes(view, listHead)) {
    at += readField(view, node, ticks) ?? 0;
    found.set(node, at);
  }
  return found;
}

export interface Sources {
  readonly layout: ZephyrLayout;
  readonly names: ObjectNames;
  readonly deadlines: Deadlines;
  /** `z_thread_timeout`: the timeouts that belong to threads. */
  readonly threadTimeout: number | null;
}

/** Control blocks, oldest first where the kernel has a list of them. */
export function findThreads(view: GuestView, sources: Sources): number[] {
  const { layout } = sources;
  const current = readField(view, layout.kernel, layout.currentThread);
  if (current === null || current === 0) return [];
  const listed = listedThreads(view, layout);
  return listed.length > 0 ? listed.reverse() : searchedThreads(view, sources, current);
}

function listedThreads(view: GuestView, { kernel, firstThread, thread }: ZephyrLayout): number[] {
  const found: number[] = [];
  let next = thread.next && readField(view, kernel, firstThread);
  while (next !== null && next !== 0 && !found.includes(next) && found.length < threadLimit) {
    found.push(next);
    next = readField(view, next, thread.next);
  }
  return found;
}

/** Without the list: who runs or is ready, who waits for time or an object, and the control blocks in variables. */
function searchedThreads(view: GuestView, sources: Sources, current: number): number[] {
  const { layout, names } = sources;
  const found = new Set<number>();
  const inVariables = names.placesOfType("k_thread").map((part) => part.address);
  for (const address of inVariables) if (wasCreated(view, layout, address)) found.add(address);
  found.add(current);
  for (const thread of readyThreads(view, layout)) {
    if (((readField(view, thread, layout.thread.state) ?? 0) & queuedBit) !== 0) found.add(thread);
  }
  for (const thread of timedThreads(view, sources)) found.add(thread);
  for (const queue of names.placesOfType("_wait_q_t")) {
    for (const thread of queuedThreads(view, layout, queue.address, fieldOf(queue.type, "waitq.tree.root"))) {
      // Memory that was a stack may look like a queue.
      if (readField(view, thread, layout.thread.pendedOn) === queue.address) found.add(thread);
    }
  }
  return [...found];
}

/** A control block that no thread was made of yet is all zero where it matters. */
function wasCreated(view: GuestView, { thread }: ZephyrLayout, address: number): boolean {
  return (
    (readField(view, address, thread.entry) ?? 0) !== 0 || (readField(view, address, thread.stackPointer) ?? 0) !== 0
  );
}

function timedThreads(view: GuestView, { layout, deadlines, threadTimeout }: Sources): number[] {
  const { timeoutNode, timeoutFunction } = layout.thread;
  if (timeoutNode === null || timeoutFunction === null || threadTimeout === null) return [];
  return [...deadlines.keys()]
    .map((node) => node - timeoutNode.offsetBytes)
    .filter((thread) => ((readField(view, thread, timeoutFunction) ?? 0) & ~1) === threadTimeout);
}

/** The three forms of ready queue: one list, a list for each priority, a tree. */
function readyThreads(view: GuestView, layout: ZephyrLayout): number[] {
  const { kernel, kernelType } = layout;
  const at = (path: string): Field | null =>
    fieldOf(kernelType, `ready_q.${path}`) ?? fieldOf(kernelType, `cpus[0].ready_q.${path}`);
  const cached = readField(view, kernel, at("cache"));
  const first = cached === null || cached === 0 ? [] : [cached];
  const queue = at("runq");
  if (queue === null) return first;
  const root = at("runq.tree.root");
  const many = at("runq.queues");
  const lists = many?.type?.kind === "array" ? (many.type.count ?? 0) : 0;
  const listBytes = lists > 0 ? (many?.sizeBytes ?? 0) / lists : 0;
  const heads = many ? Array.from({ length: lists }, (_, i) => many.offsetBytes + i * listBytes) : [queue.offsetBytes];
  const lined = heads.flatMap((offset) => queuedThreads(view, layout, kernel + offset, root));
  return [...first, ...lined];
}

/** The threads of a list or, where it has a root, of a tree. */
function queuedThreads(view: GuestView, { thread }: ZephyrLayout, queue: number, root: Field | null): number[] {
  const node = thread.queueNode;
  if (node === null) return [];
  const nodes = root === null ? [...listNodes(view, queue)] : treeNodes(view, view.word(queue) ?? 0);
  return nodes.map((address) => address - node.offsetBytes);
}

/** Nodes of a red-black tree, in order; the lowest bit of the first child is the colour. */
function treeNodes(view: GuestView, root: number): number[] {
  const found: number[] = [];
  const visit = (node: number, depth: number): void => {
    if (node === 0 || depth > 40 || found.length >= threadLimit) return;
    visit(((view.word(node) ?? 0) & ~1) >>> 0, depth + 1);
    found.push(node);
    visit(view.word(node + 4) ?? 0, depth + 1);
  };
  visit(root, 0);
  return found;
}
