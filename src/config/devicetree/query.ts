/** What a device tree means: addresses, interrupts, status. The rules are those of Zephyr's own reader (edtlib). */
import type { Span } from "../../base/diagnostic.ts";
import { type DeviceTree, type DtCell, type DtNode, type DtProperty, nodesOf } from "./tree.ts";

export interface DtRegister {
  /** As the processor sees it. */
  readonly address: number;
  readonly sizeBytes: number;
  /** The property that says so. */
  readonly span: Span;
}

const cellsOf = (property: DtProperty | undefined): readonly DtCell[] =>
  property?.values.flatMap((value) => (value.kind === "cells" ? value.cells : [])) ?? [];

/** The first number of a property; null where there is none. */
export function numberIn(node: DtNode, name: string): { readonly value: number; readonly span: Span } | null {
  const [cell] = cellsOf(node.properties.get(name));
  return cell?.kind === "number" ? cell : null;
}

export function stringsIn(node: DtNode, name: string): string[] {
  return node.properties.get(name)?.values.flatMap((value) => (value.kind === "string" ? [value.text] : [])) ?? [];
}

/** The nodes that a property points at. */
export function nodesIn(node: DtNode, name: string): DtNode[] {
  return (
    node.properties.get(name)?.values.flatMap((value) => {
      if (value.kind === "path") return [value.node];
      return value.kind === "cells"
        ? value.cells.flatMap((cell) => (cell.kind === "reference" ? [cell.node] : []))
        : [];
    }) ?? []
  );
}

export const isOkay = (node: DtNode): boolean => ["okay", "ok"].includes(stringsIn(node, "status")[0] ?? "okay");

export const isCompatible = (node: DtNode, compatible: string): boolean =>
  stringsIn(node, "compatible").includes(compatible);

/** Of `/chosen`, with the property that says so; a string is a path or an alias. */
export function chosen(tree: DeviceTree, name: string): { readonly node: DtNode; readonly span: Span } | null {
  const property = tree.root.children.get("chosen")?.properties.get(name);
  if (property === undefined) return null;
  const [value] = property.values;
  const node = value?.kind === "path" ? value.node : value?.kind === "string" ? atPath(tree, value.text) : undefined;
  return node === undefined ? null : { node, span: property.span };
}

function atPath({ root }: DeviceTree, path: string): DtNode | undefined {
  let node: DtNode | undefined = root;
  for (const step of path.split("/").filter((one) => one !== "")) node = node?.children.get(step);
  return node;
}

const cellCount = (node: DtNode | null, name: string, usual: number): number =>
  node === null ? usual : (numberIn(node, name)?.value ?? usual);

function wordAt(cells: readonly DtCell[], at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const cell = cells[i];
    value = value * 2 ** 32 + (cell?.kind === "number" ? cell.value : 0);
  }
  return value;
}

/** Through the `ranges` of the parents, as far as they have some. */
function translated(address: number, node: DtNode): number {
  const bus = node.parent;
  const ranges = bus?.properties.get("ranges");
  if (bus === null || ranges === undefined) return address;
  const cells = cellsOf(ranges);
  if (cells.length === 0) return translated(address, bus);
  const child = cellCount(bus, "#address-cells", 2);
  const outer = cellCount(bus.parent, "#address-cells", 2);
  const size = cellCount(bus, "#size-cells", 1);
  for (let at = 0; at + child + outer + size <= cells.length; at += child + outer + size) {
    const from = wordAt(cells, at, child);
    const length = wordAt(cells, at + child + outer, size);
    if (address < from || address >= from + length) continue;
    return translated(wordAt(cells, at + child, outer) + (address - from), bus);
  }
  return address;
}

/** `reg`, as addresses of the processor. */
export function registersOf(node: DtNode): DtRegister[] {
  const property = node.properties.get("reg");
  if (property === undefined || node.parent === null) return [];
  const address = cellCount(node.parent, "#address-cells", 2);
  const size = cellCount(node.parent, "#size-cells", 1);
  const cells = cellsOf(property);
  const found: DtRegister[] = [];
  if (address + size === 0) return [];
  for (let at = 0; at + address + size <= cells.length; at += address + size) {
    found.push({
      address: translated(wordAt(cells, at, address), node),
      sizeBytes: wordAt(cells, at + address, size),
      span: property.span,
    });
  }
  return found;
}

function controllerOf(node: DtNode): DtNode | null {
  for (let one: DtNode | null = node; one !== null; one = one.parent) {
    const [parent] = nodesIn(one, "interrupt-parent");
    if (parent !== undefined) return parent;
    if (one !== node && one.properties.has("interrupt-controller")) return one;
  }
  return null;
}

/** External interrupt lines: the first cell of each specifier of the NVIC. */
export function interruptLinesOf(node: DtNode): { readonly line: number; readonly span: Span }[] {
  const property = node.properties.get("interrupts");
  if (property === undefined) return [];
  const controller = controllerOf(node);
  if (controller !== null && !stringsIn(controller, "compatible").some((one) => one.includes("nvic"))) return [];
  const step = Math.max(1, controller === null ? 2 : cellCount(controller, "#interrupt-cells", 2));
  return cellsOf(property)
    .filter((_, index) => index % step === 0)
    .flatMap((cell) => (cell.kind === "number" ? [{ line: cell.value, span: property.span }] : []));
}

/** Nodes that are `okay`, as drivers see them. */
export const okayNodes = (tree: DeviceTree): DtNode[] => [...nodesOf(tree.root)].filter(isOkay);
