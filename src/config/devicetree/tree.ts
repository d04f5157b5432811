/** A device tree as its source says it: nodes, properties and values, each with the place that had the last word. */
import type { Span } from "../../base/diagnostic.ts";

/** A node that a value points at, by label (`&uart0`) or by path (`&{/soc/uart@0}`). */
export interface DtReference {
  readonly kind: "reference";
  readonly node: DtNode;
  readonly span: Span;
}

export interface DtNumber {
  readonly kind: "number";
  /** Unsigned, of the width that the cells have. */
  readonly value: number;
  readonly span: Span;
}

export type DtCell = DtNumber | DtReference;

export type DtValue =
  | { readonly kind: "cells"; readonly bits: number; readonly cells: readonly DtCell[] }
  | { readonly kind: "string"; readonly text: string; readonly span: Span }
  | { readonly kind: "bytes"; readonly bytes: readonly number[]; readonly span: Span }
  /** `&label` outside of angle brackets: the node's path. */
  | { readonly kind: "path"; readonly node: DtNode; readonly span: Span };

export interface DtProperty {
  readonly name: string;
  /** Name and value. */
  readonly span: Span;
  /** None for a property that is only there. */
  readonly values: readonly DtValue[];
}

export interface DtNode {
  /** With the unit address: `flexcomm@88000`. */
  readonly name: string;
  /** `/soc/flexcomm@88000` */
  readonly path: string;
  readonly parent: DtNode | null;
  /** The name where the node was opened first. */
  readonly span: Span;
  readonly labels: readonly string[];
  readonly properties: ReadonlyMap<string, DtProperty>;
  readonly children: ReadonlyMap<string, DtNode>;
}

export interface DeviceTree {
  /** The last of the files that it was read from. */
  readonly file: string;
  readonly root: DtNode;
  readonly labels: ReadonlyMap<string, DtNode>;
}

/** All nodes, parents first. */
export function* nodesOf(node: DtNode): Generator<DtNode> {
  yield node;
  for (const child of node.children.values()) yield* nodesOf(child);
}
