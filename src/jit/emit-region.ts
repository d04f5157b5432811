/**
 * Writes a region as one function (budget, access table, door) -> budget. Control flow is structured from the dominator
 * tree (N. Ramsey, Beyond Relooper, ICFP 2022): a loop becomes `loop`, a node where ways merge follows the `block` that
 * they leave, any other node stands where control goes to it.
 */
import { entryBits, pageBits, pageBytes } from "../state/memory-map.ts";
import type { CodeBlock } from "./code-block.ts";
import { emitInstruction, type Ways } from "./emit-statement.ts";
import type { Region, RegionNode } from "./region.ts";
import { cpuPlace, leaveAt, leaveFor, loadKept, newScope, type Scope, storeKept, storeScratch } from "./scope.ts";
import {
  type Body,
  branch,
  branchIf,
  branchTable,
  close,
  constant,
  emit,
  get,
  type Label,
  memoryAccess,
  newBody,
  open,
  prefixed,
  set,
  tee,
} from "./wasm.ts";

interface Writing {
  readonly region: Region;
  readonly scope: Scope;
  /** Where `br` to a node goes: the begin of its loop, or the end of the block before it. */
  readonly heads: Map<RegionNode, Label>;
  readonly merges: Map<RegionNode, Label>;
  readonly written: Set<RegionNode>;
}

export interface RegionCode {
  readonly body: Body;
  /** The region asks for the float level (assembly/native.ts). */
  readonly usesFloat: boolean;
}

/** `placeOf`: where the interpreter goes on with a record. */
export function emitRegion(region: Region, placeOf: (record: number) => number): RegionCode {
  const scope = newScope(placeOf);
  const { body } = scope;
  emitTree({ region, scope, heads: new Map(), merges: new Map(), written: new Set() }, region.gate);
  emit(body, "unreachable");
  close(body);
  emitExit(scope);
  const entry = newBody(0);
  loadKept(scope, entry);
  if (scope.asksLimit) emitLimit(entry, scope.limit);
  if (scope.usesFloat) splitDoor(entry, scope);
  return { body: prefixed(entry, body), usesFloat: scope.usesFloat };
}

function emitExit(scope: Scope): void {
  const { body } = scope;
  storeKept(scope);
  storeScratch(body, "nativeRecord", () => get(body, scope.record));
  storeScratch(body, "nativePc", () => get(body, scope.pc));
  get(body, scope.budget);
}

/** The door comes with the float level in its upper half. */
function splitDoor(body: Body, { door, floatLevel }: Scope): void {
  get(body, door);
  constant(body, 16);
  emit(body, "i32.shr_u");
  set(body, floatLevel);
  get(body, door);
  constant(body, 0xffff);
  emit(body, "i32.and");
  set(body, door);
}

/** The limit of the stack that R13 stands for (assembly/profile/m/banks.ts, activeStack). */
function emitLimit(body: Body, limit: number): void {
  const load = (place: number): void => {
    constant(body, 0);
    memoryAccess(body, "i32.load", place);
  };
  load(cpuPlace("secure"));
  tee(body, limit);
  constant(body, 3);
  emit(body, "i32.shl");
  // SPSEL counts in Thread mode: nothing where IPSR is not 0.
  constant(body, 0);
  get(body, limit);
  constant(body, 2);
  emit(body, "i32.shl");
  memoryAccess(body, "i32.load", cpuPlace("control"));
  constant(body, 1);
  emit(body, "i32.shr_u");
  constant(body, 1);
  emit(body, "i32.and");
  load(cpuPlace("ipsr"));
  emit(body, "select");
  constant(body, 2);
  emit(body, "i32.shl", "i32.add");
  memoryAccess(body, "i32.load", cpuPlace("splim"));
  set(body, limit);
}

function emitTree(writing: Writing, node: RegionNode): void {
  const { body } = writing.scope;
  if (writing.written.has(node)) throw new Error("a node of a region is written twice");
  writing.written.add(node);
  const merges = writing.region.nodes
    .filter((one) => one.dominator === node && one !== node && one.isMerge)
    .sort((a, b) => b.order - a.order);
  if (node.isLoop) writing.heads.set(node, open(body, "loop"));
  emitWithin(writing, node, merges);
  if (node.isLoop) close(body);
}

/** The node's own code inside the blocks whose ends are where its merges begin, the last one outermost. */
function emitWithin(writing: Writing, node: RegionNode, merges: readonly RegionNode[]): void {
  const [last, ...rest] = merges;
  if (last === undefined) return emitNode(writing, node);
  const { body } = writing.scope;
  writing.merges.set(last, open(body, "block"));
  emitWithin(writing, node, rest);
  close(body);
  emitTree(writing, last);
}

/** On the way to a door, go on to it; there, the way is done. */
function emitHops(writing: Writing, node: RegionNode): void {
  const { scope, region } = writing;
  const { body } = scope;
  if (node.hops.size > 0) {
    const own = open(body, "block");
    get(body, scope.door);
    emit(body, "i32.eqz");
    branchIf(body, own);
    const doors = Math.max(...region.nodes.map(({ door }) => door));
    const labels = Array.from({ length: doors + 1 }, (_, door) => {
      const hop = node.hops.get(door);
      return hop === undefined ? own : labelOf(writing, node, hop);
    });
    get(body, scope.door);
    branchTable(body, labels, own);
    close(body);
  }
  if (node.door === 0) return;
  constant(body, 0);
  set(body, scope.door);
}

function labelOf(writing: Writing, from: RegionNode, to: RegionNode): Label {
  const label = to.order <= from.order ? writing.heads.get(to) : writing.merges.get(to);
  if (label === undefined) throw new Error("a door of a region has no label");
  return label;
}

function emitNode(writing: Writing, node: RegionNode): void {
  const { scope } = writing;
  scope.leastLevel = 0;
  emitHops(writing, node);
  if (node === writing.region.gate) return emit(scope.body, "unreachable");
  const ways: Ways = {
    goTo: (pc) => goTo(writing, node, pc),
    goToLocal: (target) => goToLocal(writing, node, target),
  };
  const { block } = node;
  for (const instruction of block.instructions.slice(0, node.length)) {
    if (emitInstruction(scope, instruction, ways)) return;
  }
  const next = block.instructions[node.length];
  if (next !== undefined) leaveAt(scope, next.condition === null ? next.record : next.record - 16);
  else if (block.end.kind === "fall") goTo(writing, node, block.end.next);
  else leaveAt(scope, block.end.record);
}

function goTo(writing: Writing, from: RegionNode, pc: number): void {
  const { scope, region } = writing;
  const to = region.at.get(pc);
  if (to === undefined || region.isCut(from, to)) {
    constant(scope.body, pc);
    return leaveFor(scope);
  }
  enter(writing, from, to);
}

/** Charges the node and goes there; leaves where the budget does not last, or the page may not be executed. */
function enter(writing: Writing, from: RegionNode, to: RegionNode): void {
  const { scope } = writing;
  const { body } = scope;
  if ((from.block.pc ^ to.block.pc) >>> pageBits !== 0) leaveUnlessExecutable(scope, to.block, to.block.pc);
  if (to.block.crosses) leaveUnlessExecutable(scope, to.block, to.block.pc + pageBytes);
  get(body, scope.budget);
  constant(body, to.block.count);
  emit(body, "i32.lt_s");
  open(body, "if");
  storeScratch(body, "nativeSpent", () => constant(body, 1));
  constant(body, to.block.pc);
  leaveFor(scope);
  close(body);
  get(body, scope.budget);
  constant(body, to.block.count);
  emit(body, "i32.sub");
  set(body, scope.budget);
  const label = to.order <= from.order ? writing.heads.get(to) : writing.merges.get(to);
  if (label !== undefined) return branch(body, label);
  // What is known of the float level there is not known here.
  const { leastLevel } = scope;
  emitTree(writing, to);
  scope.leastLevel = leastLevel;
}

/** Another page: its right may have been withdrawn, or other memory may lie there by now. */
function leaveUnlessExecutable(scope: Scope, block: CodeBlock, address: number): void {
  const { body } = scope;
  get(body, scope.table);
  memoryAccess(body, "i32.load", (address >>> pageBits) * 4);
  constant(body, -pageBytes | entryBits.execute);
  emit(body, "i32.and");
  constant(body, (block.host - block.pc) | entryBits.execute);
  emit(body, "i32.ne");
  open(body, "if");
  constant(body, block.pc);
  leaveFor(scope);
  close(body);
}

/** To where a register says: inside the region where it was guessed, else by the dispatcher. */
function goToLocal(writing: Writing, from: RegionNode, target: number): void {
  const { scope, region } = writing;
  const { body } = scope;
  for (const to of from.guesses) {
    if (region.isCut(from, to)) continue;
    get(body, target);
    constant(body, to.block.pc);
    emit(body, "i32.eq");
    open(body, "if");
    enter(writing, from, to);
    close(body);
  }
  storeScratch(body, "nativeSite", () => constant(body, from.block.pc));
  storeScratch(body, "nativeTarget", () => get(body, target));
  get(body, target);
  leaveFor(scope);
}
