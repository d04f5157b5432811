/**
 * What is compiled together: the blocks that can be reached from one hot block, by branches whose targets are known and
 * by returns to calls of the region itself, and how control flows between them.
 */
import type { Core } from "../core/core.ts";
import type { Stmt } from "../isa/ir.ts";
import { argumentOf, blockStarting, type CodeBlock, type Instruction } from "./code-block.ts";
import { isSupported } from "./supported.ts";

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
}

export interface Region {
  readonly entry: RegionNode;
  /** In reverse postorder. */
  readonly nodes: readonly RegionNode[];
  readonly at: ReadonlyMap<number, RegionNode>;
  /** Where calls inside the region come back to. */
  readonly returns: readonly RegionNode[];
  /** Edges that would enter a loop elsewhere than at its head: the dispatcher takes them. */
  readonly isCut: (from: RegionNode, to: RegionNode) => boolean;
}

const maxBlocks = 96;
const maxReturns = 6;

/** A node while the region is being found. */
interface Draft {
  readonly block: CodeBlock;
  readonly length: number;
  readonly targets: readonly number[];
  readonly returns: boolean;
  readonly calls: number | null;
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

const isOver = (stmt: Stmt): boolean =>
  stmt.kind === "branch" || stmt.kind === "jump" || stmt.kind === "exchange" || (stmt.kind === "exec" && stmt.ends);

function draftOf(block: CodeBlock): Draft {
  const targets: number[] = [];
  let returns = false;
  let calls: number | null = null;
  let length = 0;
  let isOpen = true;
  for (const instruction of block.instructions) {
    if (!isSupported(instruction)) {
      // Under a condition that fails, the block goes on.
      isOpen = false;
      break;
    }
    length++;
    const { statements, ends } = instruction.variant;
    targets.push(...branchTargets(instruction, statements));
    if (statements.some(leavesByReturn)) returns = true;
    if (instruction.variant.operation.name === "BL") calls = instruction.next;
    const over = statements.some(isOver);
    if (ends && !over) targets.push(instruction.next);
    if ((ends || over) && instruction.condition === null) isOpen = false;
  }
  if (isOpen && block.end.kind === "fall") targets.push(block.end.next);
  const rest = { successors: [], order: -1, dominator: null, isLoop: false, isMerge: false };
  return { block, length, targets, returns, calls, ...rest };
}

/** The blocks, nearest first. */
function collect(core: Core, entry: CodeBlock, table: number): Map<number, Draft> {
  const found = new Map<number, Draft>();
  const queue: CodeBlock[] = [entry];
  for (let block = queue.shift(); block !== undefined && found.size < maxBlocks; block = queue.shift()) {
    if (found.has(block.pc)) continue;
    const draft = draftOf(block);
    // A block none of which is compiled is better left to the interpreter at once.
    if (draft.length === 0) continue;
    found.set(block.pc, draft);
    for (const pc of [...draft.targets, ...(draft.calls === null ? [] : [draft.calls])]) {
      const next = found.has(pc) ? null : blockStarting(core, pc, table);
      if (next !== null) queue.push(next);
    }
  }
  return found;
}

function link(found: ReadonlyMap<number, Draft>): Draft[] {
  const drafts = [...found.values()];
  const calls = drafts.flatMap(({ calls }) => (calls === null ? [] : [found.get(calls)]));
  const returns = [...new Set(calls.filter((one) => one !== undefined))].slice(0, maxReturns);
  for (const draft of drafts) {
    const known = draft.targets.map((pc) => found.get(pc)).filter((one) => one !== undefined);
    draft.successors = [...known, ...(draft.returns ? returns : [])];
  }
  return returns;
}

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

/** The region that begins with a block; null where it would be no gain. */
export function regionFrom(core: Core, block: CodeBlock, table: number): Region | null {
  const found = collect(core, block, table);
  const entry = found.get(block.pc);
  if (entry === undefined) return null;
  const returns = link(found);
  const cut = new Map<Draft, Set<Draft>>();
  const nodes = makeReducible(entry, cut);
  for (const node of nodes) {
    for (const next of node.successors) {
      if (next.order <= node.order) next.isLoop = true;
    }
  }
  const forward = new Map<Draft, number>();
  for (const node of nodes) {
    for (const next of node.successors) if (next.order > node.order) forward.set(next, (forward.get(next) ?? 0) + 1);
  }
  for (const [node, count] of forward) node.isMerge = count > 1;
  const reached = new Set(nodes);
  return {
    entry: entry as RegionNode,
    nodes: nodes as RegionNode[],
    at: new Map(nodes.map((node) => [node.block.pc, node as RegionNode])),
    returns: returns.filter((node) => reached.has(node)) as RegionNode[],
    isCut: (from, to) => cut.get(from as Draft)?.has(to as Draft) ?? false,
  };
}
