/**
 * Initialisers (C11 section 6.7.9): braces, designators in any nesting, values without braces going on where the last
 * stopped.
 */
import type { Fix } from "../../base/diagnostic.ts";
import { didYouMean } from "../../base/suggest.ts";
import { convert, fits } from "./arithmetic.ts";
import { type Evaluator, kindText, strip } from "./evaluate.ts";
import type { Scope } from "./scope.ts";
import type { SyntaxNode } from "./syntax.ts";
import { spanOfTokens } from "./token.ts";
import type { CType, IntType, PointerType } from "./types.ts";
import { typeText } from "./types.ts";
import { CObject, fieldNames, type IntValue, intValue, nullPointer, type Value } from "./value.ts";

/** No list of a real configuration comes near. */
const elementLimit = 4096;

/** A part of an aggregate: which one, and of what. */
interface Step {
  readonly owner: CObject;
  /** Index into the struct's fields (shared ones skipped) or the array's elements. */
  index: number;
}

export class Initialiser {
  private readonly scope: Scope;
  private readonly evaluator: Evaluator;
  private elementsMade = 0;

  constructor(scope: Scope, evaluator: Evaluator) {
    this.scope = scope;
    this.evaluator = evaluator;
  }

  /** Gives `object` the value that `node` (an expression or a list in braces) says. */
  initialise(object: CObject, node: SyntaxNode): void {
    if (object.type.kind === "anything") {
      object.written = true;
      return;
    }
    this.markWritten(object, node);
    if (object.type.kind === "vmlist" && node.kind === "initializer_list") this.vmList(object, node);
    else if (node.kind === "initializer_list") this.list(object, node);
    else this.assign(object, node);
    if (object.type.kind === "array" && object.type.length === null) {
      object.type = { ...object.type, length: object.lengthWritten };
    }
  }

  private markWritten(object: CObject, node: SyntaxNode): void {
    if (object.written) {
      const before = spanOfTokens(object.tokens);
      const now = spanOfTokens(node.tokens);
      const labels = [];
      if (now !== null) labels.push({ ...now, text: "this value counts" });
      if (before !== null) labels.push({ ...before, text: "this one is lost" });
      this.scope.report.add("CFG19", "the same field gets a value twice", labels);
    }
    object.value = null;
    object.fields.clear();
    object.elements.clear();
    object.written = true;
    object.tokens = (node.kind === "initializer_list" ? node : strip(node)).tokens;
  }

  /** Braces round the values of a struct, an array or, unusually, one number. */
  private list(object: CObject, node: SyntaxNode): void {
    const items = node.namedChildren;
    const { type } = object;
    if (type.kind === "struct" && type.fields === null) {
      this.evaluator.problem("CFG10", node, `${typeText(type)} is named but not defined`, "its fields are not known");
      return;
    }
    if (type.kind === "struct" || type.kind === "array") return this.aggregate(object, items);
    const only = items[0];
    if (type.kind === "pointer") return this.bracesForPointer(type, node);
    if (only === undefined) return;
    if (items.length > 1 || only.kind === "initializer_pair") {
      this.evaluator.problem("CFG20", node, `one ${typeText(type)} is needed here, not a list`, "a list");
      return;
    }
    if (only.kind === "initializer_list") this.list(object, only);
    else this.assign(object, only);
  }

  private bracesForPointer(type: PointerType, node: SyntaxNode): void {
    const element = type.to.kind === "int" && type.to.checked ? "irqid_t" : typeText(type.to);
    const help = [`write (${element}[]) before the brace`];
    const span = spanOfTokens(node.tokens.slice(0, 1));
    const own = node.firstToken?.use === null && span !== null;
    const edits = own
      ? [{ span: { ...span, endLine: span.line, endColumn: span.column }, replacement: `(${element}[]) ` }]
      : [];
    const fix: Fix | null = own ? { title: `write (${element}[])`, edits } : null;
    const message = "a pointer to a list is needed here, and braces alone make none";
    this.evaluator.problem("CFG12", node, message, "the type of the list is missing", help, fix);
  }

  /** The older form `.vmlist = { ... }` of a list that is part of the struct: of pointers or of whole VMs. */
  private vmList(object: CObject, node: SyntaxNode): void {
    const first = node.namedChildren[0];
    const value = first?.kind === "initializer_pair" ? first.child("value") : first;
    const vm = this.scope.structs.get("vm_config") as CType;
    const pointers =
      value !== undefined && value.kind !== "initializer_list" && strip(value).kind !== "compound_literal_expression";
    const of: CType = pointers ? { kind: "pointer", to: vm } : vm;
    const list = new CObject({ kind: "array", of, length: null });
    this.initialise(list, node);
    object.value = { kind: "pointer", to: of, target: list, index: 0 };
  }

  private aggregate(object: CObject, items: readonly SyntaxNode[]): void {
    let path: Step[] | null = [{ owner: object, index: 0 }];
    for (const item of items) {
      const designators = item.kind === "initializer_pair" ? item.childrenOf("designator") : [];
      const value = item.kind === "initializer_pair" ? item.child("value") : item;
      if (value === undefined) continue;
      // A comma is missing, and with it the field that was meant.
      if (value.kind === "assignment_expression") object.hasUnknown = true;
      if (designators.length > 0) {
        const range = designators.at(-1)?.kind === "subscript_range_designator" ? designators.at(-1) : undefined;
        const found = this.follow(object, designators);
        // After a wrong designator, or one into a part nobody looks at, values go on at the next designator.
        path = found === "anything" ? null : found;
        if (path !== null && range !== undefined) this.fillRange(path, range, value);
      }
      if (path !== null && !this.place(path, value, object)) return;
    }
  }

  /** Puts one value at the end of the path, going into aggregates that have no braces, and moves the path on. */
  private place(path: Step[], value: SyntaxNode, object: CObject): boolean {
    while (path.length > 1 && this.partAt(path.at(-1) as Step) === null) {
      path.pop();
      (path.at(-1) as Step).index++;
    }
    let part = this.partAt(path.at(-1) as Step);
    if (part === null) {
      const what = typeText(object.type);
      this.evaluator.problem("CFG20", value, `more values than ${what} has places`, "no place for this");
      return false;
    }
    const whole = value.kind === "initializer_list" ? null : this.wholeValue(part, value);
    while (
      whole === null &&
      value.kind !== "initializer_list" &&
      (part.type.kind === "struct" || part.type.kind === "array")
    ) {
      if (part.tokens.length === 0) part.tokens = value.tokens;
      path.push({ owner: part, index: 0 });
      const inner = this.partAt(path.at(-1) as Step);
      if (inner === null) {
        this.evaluator.problem("CFG12", value, `${typeText(part.type)} has no first part to take this`, "here");
        return false;
      }
      part = inner;
    }
    this.initialise(part, value);
    (path.at(-1) as Step).index++;
    return true;
  }

  /** A struct may take a whole struct of its type instead of values for its parts. */
  private wholeValue(part: CObject, value: SyntaxNode): CObject | null {
    if (part.type.kind !== "struct") return null;
    const kind = strip(value).kind;
    const mayBeStruct = [
      "identifier",
      "compound_literal_expression",
      "subscript_expression",
      "field_expression",
      "pointer_expression",
    ];
    if (!mayBeStruct.includes(kind)) return null;
    this.scope.report.muted++;
    const found = this.evaluator.evaluate(value);
    this.scope.report.muted--;
    return found?.kind === "object" && found.object.type === part.type ? found.object : null;
  }

  private partAt(step: Step): CObject | null {
    const { owner, index } = step;
    if (owner.type.kind === "array") {
      if (index >= elementLimit || ++this.elementsMade > elementLimit * 16) return null;
      return owner.element(index);
    }
    if (owner.type.kind !== "struct") return null;
    const fields = (owner.type.fields ?? []).filter((field) => field.sharesWith === null);
    const field = owner.type.union && index > 0 ? undefined : fields[index];
    return field === undefined ? null : owner.field(field.name);
  }

  /** The path a designator list names; "anything" where it leads into a part that is accepted without a look. */
  private follow(object: CObject, designators: readonly SyntaxNode[]): Step[] | "anything" | null {
    const path: Step[] = [];
    let owner = object;
    for (const designator of designators) {
      if (owner.type.kind === "anything") return "anything";
      const step = designator.kind.startsWith("subscript")
        ? this.indexStep(owner, designator)
        : this.fieldStep(owner, designator);
      if (step === null) return null;
      path.push(step);
      const part = this.partAt(step);
      if (part === null) {
        this.evaluator.problem("CFG20", designator, `this index is outside ${typeText(owner.type)}`, "no such element");
        return null;
      }
      if (part.tokens.length === 0 && designator !== designators.at(-1)) part.tokens = designator.tokens;
      owner = part;
    }
    return path;
  }

  private fieldStep(owner: CObject, designator: SyntaxNode): Step | null {
    const name =
      designator.kind === "field_identifier" ? designator : (designator.firstOf("field_identifier") ?? designator);
    if (owner.type.kind !== "struct") {
      const message = `\`.${name.text}\` names a field, but ${typeText(owner.type)} is no struct`;
      return this.evaluator.problem("CFG12", designator, message, "no fields here");
    }
    const fields = owner.type.fields ?? [];
    const found = fields.find((field) => field.name === name.text);
    if (found !== undefined) {
      const own = fields.filter((field) => field.sharesWith === null);
      const index = own.findIndex((field) => field.name === (found.sharesWith ?? found.name));
      if (owner.type.union) return { owner, index: this.unionStep(owner, found.name) };
      return { owner, index };
    }
    owner.hasUnknown = true;
    const names = fieldNames(owner.type);
    const help = [...didYouMean(name.text, names), `its fields are: ${names.join(", ")}`];
    const message = `${typeText(owner.type)} has no field \`${name.text}\``;
    return this.evaluator.problem("CFG11", name, message, "unknown field", help, this.evaluator.rename(name, names));
  }

  /** All members of a union share the storage of its first one. */
  private unionStep(owner: CObject, name: string): number {
    const part = owner.field(name);
    if (part !== null)
      owner.fields.set((owner.type as { fields: readonly { name: string }[] }).fields[0]?.name ?? name, part);
    return 0;
  }

  private indexStep(owner: CObject, designator: SyntaxNode): Step | null {
    if (owner.type.kind !== "array") {
      const message = `[ ] names an element, but ${typeText(owner.type)} is no array`;
      return this.evaluator.problem("CFG12", designator, message, "no elements here");
    }
    const node = designator.child("start") ?? designator.namedChildren[0];
    const index = node === undefined ? null : this.evaluator.integer(node);
    if (index === null) return null;
    if (index.value >= 0n && index.value < BigInt(elementLimit)) return { owner, index: Number(index.value) };
    return this.evaluator.problem(
      "CFG20",
      designator,
      `the index ${index.value} is out of range`,
      `0 to ${elementLimit - 1}`,
    );
  }

  /** GNU's `[0 ... 3] = value`: all but the last element are filled here, the last one by the caller. */
  private fillRange(path: Step[], designator: SyntaxNode, value: SyntaxNode): void {
    const endNode = designator.child("end");
    const end = endNode === undefined ? null : this.evaluator.integer(endNode);
    const step = path.at(-1) as Step;
    if (end === null) return;
    if (end.value < BigInt(step.index) || end.value >= BigInt(elementLimit)) {
      this.evaluator.problem("CFG20", designator, `the range ends at ${end.value}`, "out of range");
      return;
    }
    for (; step.index < Number(end.value); step.index++) {
      const part = this.partAt(step);
      if (part === null) return;
      this.initialise(part, value);
    }
  }

  /** One value for one object. */
  private assign(object: CObject, node: SyntaxNode): void {
    const value = this.evaluator.rvalue(node);
    if (value === null) return;
    const { type } = object;
    switch (type.kind) {
      case "int":
        object.value = this.toInteger(value, type, node);
        return;
      case "pointer":
        object.value = this.toPointer(value, type, node);
        return;
      case "vmlist":
        object.value = this.toVmList(value, node);
        return;
      case "struct":
        if (value.kind === "object" && value.object.type === type) return copyParts(value.object, object);
        this.wrongKind(value, type, node);
        return;
      case "array":
        if (value.kind === "string" && type.of.kind === "int" && type.of.sizeBytes === 1) {
          object.type = { ...type, length: type.length ?? value.text.length + 1 };
          return;
        }
        if (
          value.kind === "pointer" &&
          value.target?.type.kind === "array" &&
          strip(node).kind === "compound_literal_expression"
        ) {
          object.type = { ...type, length: type.length ?? value.target.type.length };
          return copyParts(value.target, object);
        }
        this.wrongKind(value, type, node);
        return;
      default:
        this.wrongKind(value, type, node);
    }
  }

  private wrongKind(value: Value, type: CType, node: SyntaxNode, help: readonly string[] = []): null {
    const wanted = type.kind === "int" ? "a number" : type.kind === "vmlist" ? "a list of VMs" : typeText(type);
    const article = wanted.startsWith("a ") ? "" : "a ";
    const message = `${article}${wanted} is needed here, not ${kindText(value)}`;
    return this.evaluator.problem("CFG12", node, message, "wrong kind of value", help);
  }

  private toInteger(value: Value, type: IntType, node: SyntaxNode): Value | null {
    if (value.kind === "linked" && type.sizeBytes === 4) return value;
    if (value.kind === "pointer" && type.bool) return intValue(type, value.target === null ? 0n : 1n);
    if (value.kind !== "int") {
      const quoted = value.kind === "string" && /^(0[xX][0-9a-fA-F]+|[0-9]+)$/.test(value.text.trim());
      return this.wrongKind(value, type, node, quoted ? ["leave out the quotes"] : []);
    }
    if (type.checked) return this.checkedNumber(value, type, node);
    return convert(value, type);
  }

  private checkedNumber(value: IntValue, type: IntType, node: SyntaxNode): Value | null {
    if (fits(value.value, type)) return intValue(type, value.value, value);
    if (value.pattern && fits(value.value, { ...type, signed: true })) return convert(value, type);
    const negative = value.value < 0n;
    const shown = negative ? value.value.toString() : `0x${value.value.toString(16)}`;
    const message = negative ? `${shown} is negative` : `${shown} does not fit 32 bits`;
    const cut = `0x${BigInt.asUintN(32, value.value).toString(16)}`;
    return this.evaluator.problem("CFG13", node, message, "0 to 0xffffffff are possible here", [
      `C would silently make it ${cut}`,
    ]);
  }

  private toPointer(value: Value, type: PointerType, node: SyntaxNode): Value | null {
    if (value.kind === "int" && value.value === 0n && value.placeholder === null) return nullPointer(type.to);
    if (value.kind === "string" && type.to.kind === "int" && type.to.sizeBytes === 1) return value;
    if (value.kind === "object" && compatible(value.object.type, type.to)) return this.structForPointer(type, node);
    if (value.kind !== "pointer") return this.wrongKind(value, type, node);
    if (value.target === null || compatible(value.to, type.to)) return value;
    if (value.target.type === type.to) return value;
    return this.wrongKind(value, type, node);
  }

  /** A struct where its address is needed: & is missing, or [] in the type of a compound literal. */
  private structForPointer(type: PointerType, node: SyntaxNode): null {
    const name = typeText(type.to);
    const literal = strip(node).kind === "compound_literal_expression";
    const help = literal ? `write (${name}[]) to make a list` : `write &${node.text}`;
    const span = literal || node.firstToken?.use !== null ? null : spanOfTokens(node.tokens.slice(0, 1));
    const edits =
      span === null ? [] : [{ span: { ...span, endLine: span.line, endColumn: span.column }, replacement: "&" }];
    const fix = span === null ? null : { title: help, edits };
    const message = `the address of a ${name} is needed here, not the ${type.to.kind} itself`;
    return this.evaluator.problem("CFG12", node, message, "not an address", [help], fix);
  }

  private toVmList(value: Value, node: SyntaxNode): Value | null {
    const type: CType = { kind: "vmlist" };
    if (value.kind === "int" && value.value === 0n && value.placeholder === null) return nullPointer({ kind: "void" });
    if (value.kind !== "pointer") return this.wrongKind(value, type, node);
    const vm = this.scope.structs.get("vm_config") as CType;
    const fine = value.target === null || value.to === vm || (value.to.kind === "pointer" && value.to.to === vm);
    return fine ? value : this.wrongKind(value, type, node);
  }
}

/** Whether a pointer to `a` may stand where a pointer to `b` is wanted. Signs are not looked at, sizes are. */
function compatible(a: CType, b: CType): boolean {
  if (a.kind === "void" || b.kind === "void" || b.kind === "anything") return true;
  if (a.kind === "int" && b.kind === "int") return a.sizeBytes === b.sizeBytes && a.bool === b.bool;
  if (a.kind === "pointer" && b.kind === "pointer") return compatible(a.to, b.to);
  return a === b;
}

/** Copies a struct's or array's parts: they stay the same objects, as nothing changes them any more. */
function copyParts(from: CObject, to: CObject): void {
  for (const [name, part] of from.fields) to.fields.set(name, part);
  for (const [index, part] of from.elements) to.elements.set(index, part);
}
