/**
 * What is compiled together: the blocks that can be reached from one hot block, by branches whose targets are known and
 * by returns to calls of the region itself, and how control flows between them.
 */
import type { Core } from "../core/core.ts";
import type { Stmt } from "../isa/ir.ts";
import { special } from "../isa/record.ts";
import { argumentOf, blockStarting, type CodeBlock, type Instruction } from "./code-block.ts";
import { isFinal, isSupported } from "./supported.ts";

export interface RegionNode {
  readonly block: CodeBlock;
  /** How many of its instructions are compiled; behind them the interpreter goes on. */
  readonly length: number;
  /** Where it can go inside the region, once for each place in its code that goes there. */
  readonly successors: readonly RegionNode[];
  /** Position in reverse postorder. */
  readonly order: number;
  /** Nearest node that every way from the entry passes; the entry's own is itself. */
  readonly dominator: RegionNode;
  /** Control comes back to it from a node that it dominates. */
  readonly isLoop: boolean;
  /** More than one place goes there forwards. */
  readonly isMerge: boolean;
  /** Where its last instruction may go through a register: the function that is called, or where it was called from. */
  readonly guesses: readonly RegionNode[];
  /** Number by which the interpreter enters here, 0 where it does not. */
  readonly door: number;
  /** Door -> where to go on from here on the way to it. */
  readonly hops: ReadonlyMap<number, RegionNode>;
}

export interface Region {
  /** Stands before everything, and has no code but the way to the door by which the region is entered. */
  readonly gate: RegionNode;
  /** In reverse postorder, the gate first. */
  readonly nodes: readonly RegionNode[];
  readonly at: ReadonlyMap<number, RegionNode>;
  /** Edges that would enter a loop elsewhere than at its head: the dispatcher takes them. */
  readonly isCut: (from: RegionNode, to: RegionNode) => boolean;
}

const maxBlocks = 256;
const maxGuesses = 12;

/** A node while the region is being found. */
interface Draft {
  readonly block: CodeBlock;
  readonly length: number;
  readonly targets: readonly number[];
  readonly returns: boolean;
  /** A function that its last instruction calls, and the address behind the call. */
  readonly call: { readonly to: number; readonly back: number; readonly isGuess: boolean } | null;
  /** Begin of the function that it belongs to, by how it was found first; the entry's is not known. */
  owner: number | null;
  guesses: Draft[];
  door: number;
  readonly hops: Map<number, Draft>;
  successors: Draft[];
  order: number;
  dominator: Draft | null;
  isLoop: boolean;
  isMerge: boolean;
}

function branchTargets(instruction: Instruction, statements: readonly Stmt[]): number[] {
  return statements.flatMap((stmt) => {
    if (stmt.kind === "if") return branchTargets(instruction, [...stmt.then, ...stmt.else]);
    if (stmt.kind !== "branch" || stmt.target.kind !== "arg") return [];
    return [argumentOf(instruction, stmt.target.name)];
  });
}

const leavesByReturn = (stmt: Stmt): boolean =>
  (stmt.kind === "exchange" && stmt.form !== "blx") || (stmt.kind === "exec" && stmt.name === "loadMultiplePc");

/** What was seen of branches through registers: the block that ends with one -> where it went. */
export type Seen = ReadonlyMap<number, ReadonlySet<number>>;

/** What a region is made of. */
export interface Source {
  readonly core: Core;
  /** The access table in force. */
  readonly table: number;
  readonly seen: Seen;
  /** Headers of blocks that are to have a door whatever they are. */
  readonly asked: ReadonlySet<number>;
}

/** What an instruction calls: a register's content now is a good guess of what it will be. */
function callOf({ core }: Source, instruction: Instruction): Draft["call"] {
  const { name } = instruction.variant.operation;
  if (name === "BL") return { to: argumentOf(instruction, "imm"), back: instruction.next, isGuess: false };
  if (name !== "BLX_r") return null;
  const to = (core.cpu.r[argumentOf(instruction, "m")] ?? 0) & ~1;
  return { to: to >>> 0, back: instruction.next, isGuess: true };
}

function draftOf(source: Source, block: CodeBlock): Draft {
  const targets: number[] = [];
  let returns = false;
  let call: Draft["call"] = null;
  let length = 0;
  let isOpen = true;
  for (const instruction of block.instructions) {
    if (!isSupported(instruction)) {
      isOpen = false;
      break;
    }
    length++;
    const { statements, ends } = instruction.variant;
    targets.push(...branchTargets(instruction, statements));
    if (statements.some(leavesByReturn)) returns = true;
    call = callOf(source, instruction) ?? call;
    const over = statements.some(isFinal);
    if (ends && !over) targets.push(instruction.next);
    if ((ends || over) && instruction.condition === null) isOpen = false;
  }
  if (isOpen && block.end.kind === "fall") targets.push(block.end.next);
  return { ...emptyDraft(), block, length, targets, returns, call };
}

const emptyDraft = (): Omit<Draft, "block" | "length"> => ({
  ...{ targets: [], returns: false, call: null, owner: null, guesses: [], successors: [] },
  ...{ order: -1, dominator: null, isLoop: false, isMerge: false, door: 0, hops: new Map() },
});

/** The blocks, nearest first. */
function collect(source: Source, entry: CodeBlock): Map<number, Draft> {
  const { core, table, seen } = source;
  const found = new Map<number, Draft>();
  const queue: { readonly block: CodeBlock; readonly owner: number | null }[] = [{ block: entry, owner: null }];
  for (let next = queue.shift(); next !== undefined && found.size < maxBlocks; next = queue.shift()) {
    const { block, owner } = next;
    if (found.has(block.pc)) continue;
    const draft = draftOf(source, block);
    // A block none of which is compiled is better left to the interpreter at once.
    if (draft.length === 0) continue;
    found.set(block.pc, draft);
    draft.owner = owner;
    const follow = (pc: number, into: number | null): void => {
      const there = found.has(pc) ? null : blockStarting(core, pc, table);
      if (there !== null) queue.push({ block: there, owner: into });
    };
    const { call, targets, returns } = draft;
    for (const pc of targets) follow(pc, pc === call?.to ? pc : owner);
    if (call?.isGuess) follow(call.to, call.to);
    if (call !== null) follow(call.back, owner);
    for (const pc of seen.get(block.pc) ?? []) follow(pc, returns ? owner : pc);
  }
  return found;
}

/** Whether a region begins with the block. */
export const isEntry = (core: Core, block: CodeBlock): boolean =>
  core.words.getUint16(block.header + 16, true) === special.native;

/**
 * Where a region that is to contain a block should begin, the same for all blocks of a loop: with the first block of
 * the widest loop around it, by address, in its own function; with the block itself where it is in none.
 */
export function rootOf(source: Source, block: CodeBlock): CodeBlock {
  const found = collect(source, block);
  const start = found.get(block.pc);
  if (start === undefined) return block;
  link(found, source.seen);
  const isAhead = reachedFrom(start, ({ successors }) => successors);
  const before = predecessors(found.values());
  const isBehind = reachedFrom(start, (draft) => before.get(draft) ?? []);
  const loop = [...found.values()].filter((one) => one.owner === null && isAhead.has(one) && isBehind.has(one));
  return loop.reduce((first, { block: one }) => (one.pc < first.pc ? one : first), block);
}

function reachedFrom(start: Draft, next: (draft: Draft) => readonly Draft[]): Set<Draft> {
  const reached = new Set([start]);
  for (const draft of reached) for (const one of next(draft)) reached.add(one);
  return reached;
}

/** Connects the blocks; functions return to where the region calls them. */
function link(found: ReadonlyMap<number, Draft>, seen: Seen): void {
  const drafts = [...found.values()];
  for (const draft of drafts) {
    const known = draft.targets.map((pc) => found.get(pc)).filter((one) => one !== undefined);
    const guessed = new Set<Draft>();
    const guess = (pc: number): void => {
      const there = found.get(pc);
      if (there !== undefined && guessed.size < maxGuesses) guessed.add(there);
    };
    const targets = seen.get(draft.block.pc) ?? [];
    for (const pc of targets) guess(pc);
    if (draft.call?.isGuess) guess(draft.call.to);
    if (draft.returns && draft.owner !== null) {
      for (const { call, block } of drafts)
        if (call !== null && calls(call, block, draft.owner, seen)) guess(call.back);
    }
    draft.guesses = [...guessed];
    draft.successors = [...known, ...draft.guesses];
  }
}

const calls = (call: NonNullable<Draft["call"]>, block: CodeBlock, owner: number, seen: Seen): boolean =>
  call.to === owner || (call.isGuess && (seen.get(block.pc)?.has(owner) ?? false));

/** Reverse postorder from the entry. */
function ordered(entry: Draft): Draft[] {
  const seen = new Set<Draft>();
  const post: Draft[] = [];
  const visit = (draft: Draft): void => {
    seen.add(draft);
    for (const next of draft.successors) if (!seen.has(next)) visit(next);
    post.push(draft);
  };
  visit(entry);
  const nodes = post.reverse();
  for (const [order, draft] of nodes.entries()) draft.order = order;
  return nodes;
}

function common(a: Draft, b: Draft): Draft {
  let [x, y] = [a, b];
  while (x !== y) {
    while (x.order > y.order) x = x.dominator as Draft;
    while (y.order > x.order) y = y.dominator as Draft;
  }
  return x;
}

/** The nodes' dominators (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm). */
function dominate(nodes: readonly Draft[]): void {
  const [entry] = nodes as [Draft];
  for (const node of nodes) node.dominator = null;
  entry.dominator = entry;
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of nodes) {
      for (const next of node.successors) {
        if (next === entry || node.dominator === null) continue;
        const nearest = next.dominator === null ? node : common(next.dominator, node);
        if (nearest !== next.dominator) changed = true;
        next.dominator = nearest;
      }
    }
  }
}

function dominates(a: Draft, b: Draft): boolean {
  let node = b;
  while (node.order > a.order) node = node.dominator as Draft;
  return node === a;
}

/** Cuts edges backwards to what does not dominate them, until none is left. Answers with the nodes that are reached. */
function makeReducible(entry: Draft, cut: Map<Draft, Set<Draft>>): Draft[] {
  while (true) {
    const nodes = ordered(entry);
    dominate(nodes);
    let isClean = true;
    for (const node of nodes) {
      const wrong = node.successors.filter((next) => next.order <= node.order && !dominates(next, node));
      if (wrong.length === 0) continue;
      isClean = false;
      cut.set(node, new Set([...(cut.get(node) ?? []), ...wrong]));
      node.successors = node.successors.filter((next) => !wrong.includes(next));
    }
    if (isClean) return nodes;
  }
}

/** Everything from which the loop's head is reached again without passing it: the loop. */
function loopOf(head: Draft, before: ReadonlyMap<Draft, readonly Draft[]>): Set<Draft> {
  const loop = new Set([head]);
  for (const node of before.get(head) ?? []) if (node.order >= head.order) loop.add(node);
  for (const node of loop) if (node !== head) for (const one of before.get(node) ?? []) loop.add(one);
  return loop;
}

function predecessors(nodes: Iterable<Draft>): Map<Draft, Draft[]> {
  const before = new Map<Draft, Draft[]>();
  for (const node of nodes) {
    for (const next of node.successors) before.set(next, [...(before.get(next) ?? []), node]);
  }
  return before;
}

/**
 * Where the interpreter may enter beside the region's begin: heads of loops, functions, and what follows a call. Each
 * is reached from the head of the loop around it, that one in the same way, the outermost from the gate.
 */
function addDoors(gate: Draft, nodes: readonly Draft[], asked: ReadonlySet<number>): void {
  const before = predecessors(nodes);
  const isHead = (node: Draft): boolean => (before.get(node) ?? []).some((one) => one.order >= node.order);
  // From the outermost loop to the innermost, so that the last one that holds a node is the nearest.
  const around = new Map<Draft, Draft>();
  for (const head of nodes.filter(isHead)) {
    for (const node of loopOf(head, before)) if (node !== head) around.set(node, head);
  }
  const isFirst = (node: Draft): boolean => gate.successors[0] === node;
  const called = new Set(nodes.flatMap(({ call }) => (call === null ? [] : [call.to, call.back])));
  const doors = nodes.filter(
    (node) => isFirst(node) || isHead(node) || called.has(node.block.pc) || asked.has(node.block.header),
  );
  for (const [index, door] of doors.entries()) {
    if (door === gate) continue;
    door.door = index + 1;
    for (let inner = door; inner !== gate; ) {
      const outer = around.get(inner) ?? gate;
      outer.hops.set(door.door, inner);
      if (!outer.successors.includes(inner)) outer.successors.push(inner);
      inner.isMerge = true;
      inner = outer;
    }
  }
}

/** The region that begins with a block; null where it would be no gain. */
export function regionFrom(source: Source, block: CodeBlock): Region | null {
  const found = collect(source, block);
  const entry = found.get(block.pc);
  if (entry === undefined) return null;
  link(found, source.seen);
  const gate: Draft = { ...emptyDraft(), block, length: 0, successors: [entry] };
  const cut = new Map<Draft, Set<Draft>>();
  const reached = makeReducible(gate, cut);
  addDoors(gate, reached, source.asked);
  const nodes = ordered(gate);
  dominate(nodes);
  const forward = new Map<Draft, number>();
  for (const node of nodes) {
    for (const next of node.successors) {
      if (next.order <= node.order) next.isLoop = true;
      else forward.set(next, (forward.get(next) ?? 0) + 1);
    }
  }
  for (const [node, count] of forward) node.isMerge ||= count > 1;
  return {
    gate: gate as RegionNode,
    nodes: nodes as RegionNode[],
    at: new Map(nodes.slice(1).map((node) => [node.block.pc, node as RegionNode])),
    isCut: (from, to) => cut.get(from as Draft)?.has(to as Draft) ?? false,
  };
}
