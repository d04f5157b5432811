/** Constant expressions (C11 section 6.6), with the liberties GCC takes: const variables, and addresses of anything. */
import type { Fix } from "../../base/diagnostic.ts";
import { didYouMean, nearestName } from "../../base/suggest.ts";
import type { ConfigCodeName } from "../codes.ts";
import { applyBinary, applyUnary, commonType, convert, type Outcome, promote } from "./arithmetic.ts";
import { readCharacter, readInteger, readString } from "./literal.ts";
import type { Scope } from "./scope.ts";
import { insertAfter } from "./slip.ts";
import type { SyntaxNode } from "./syntax.ts";
import { spanOfTokens } from "./token.ts";
import { type CType, intType, layoutOf, sizeType, typeText, voidType } from "./types.ts";
import {
  type CObject,
  fieldNames,
  type IntValue,
  intValue,
  nullPointer,
  type PointerValue,
  type Value,
} from "./value.ts";

/** What expressions need from the parts that read types and initialisers. */
export interface ExpressionContext {
  /** The type a `type_descriptor` node names; null when it was reported. */
  readonly typeNamed: (node: SyntaxNode) => CType | null;
  /** The object of `(type){ ... }`; null when it was reported. */
  readonly compoundLiteral: (node: SyntaxNode) => CObject | null;
}

const nestingLimit = 800;

export class Evaluator {
  private readonly scope: Scope;
  private readonly context: ExpressionContext;
  private depth = 0;
  /** Above 0 inside sizeof and untaken branches: types matter, values do not. */
  private unevaluated = 0;

  constructor(scope: Scope, context: ExpressionContext) {
    this.scope = scope;
    this.context = context;
  }

  /** The value of an expression as an operand sees it; null when it has none, which was reported. */
  rvalue(node: SyntaxNode): Value | null {
    const value = this.evaluate(node);
    return value === null ? null : this.read(value, node);
  }

  /** A whole number; reports anything else. */
  integer(node: SyntaxNode): IntValue | null {
    const value = this.rvalue(node);
    if (value === null || value.kind === "int") return value;
    if (value.kind === "linked")
      return this.problem("CFG14", node, `the ${value.what} of an embedded image is not known here`);
    return this.problem("CFG12", node, `a number is needed here, not ${kindText(value)}`);
  }

  problem(
    code: ConfigCodeName,
    node: SyntaxNode,
    message: string,
    label = "",
    help: readonly string[] = [],
    fix: Fix | null = null,
  ): null {
    if (this.unevaluated === 0) this.scope.report.at(code, node.tokens, message, label, help, fix);
    return null;
  }

  /** The value or, for names and their parts, the object that stands for it. */
  evaluate(node: SyntaxNode): Value | null {
    if (this.depth >= nestingLimit) return this.problem("CFG22", node, "this expression is nested too deeply");
    this.depth++;
    try {
      return this.dispatch(node);
    } finally {
      this.depth--;
    }
  }

  private dispatch(node: SyntaxNode): Value | null {
    switch (node.kind) {
      case "number_literal":
      case "char_literal":
        return this.literal(node);
      case "string_literal":
      case "concatenated_string":
        return { kind: "string", text: stringText(node) };
      case "true":
      case "false":
        return intValue(intType, node.kind === "true" ? 1n : 0n);
      case "null":
        return nullPointer(voidType);
      case "identifier":
        return this.identifier(node);
      case "parenthesized_expression":
        return this.parenthesized(node);
      case "unary_expression":
        return this.unary(node);
      case "binary_expression":
        return this.binary(node);
      case "conditional_expression":
        return this.conditional(node);
      case "cast_expression":
        return this.cast(node);
      case "sizeof_expression":
        return this.sizeOf(node);
      case "compound_literal_expression": {
        const object = this.context.compoundLiteral(node);
        return object === null ? null : { kind: "object", object };
      }
      case "pointer_expression":
        return node.child("operator")?.text === "&" ? this.addressOf(node) : this.dereference(node);
      case "subscript_expression":
        return this.subscript(node);
      case "field_expression":
        return this.member(node);
      case "call_expression":
        return this.call(node);
      case "assignment_expression":
        return this.assignment(node);
      default:
        return this.problem("CFG14", node, "this is not a constant expression", "not possible at file scope");
    }
  }

  private literal(node: SyntaxNode): Value | null {
    const token = node.firstToken;
    if (token === undefined) return null;
    if (token.kind === "placeholder") return this.scope.placeholder(token);
    const read = token.kind === "character" ? readCharacter(token.text) : readInteger(token.text, this.scope.model);
    if ("problem" in read) {
      const code = read.problem.includes("does not fit")
        ? "CFG13"
        : read.problem.includes("floating")
          ? "CFG12"
          : "CFG01";
      return this.problem(code, node, `\`${token.text}\`: ${read.problem}`, "here");
    }
    return intValue(read.type, read.value);
  }

  private identifier(node: SyntaxNode): Value | null {
    const name = node.text;
    const enumerator = this.scope.enumerators.get(name);
    if (enumerator !== undefined) return enumerator;
    const object = this.scope.variables.get(name);
    if (object !== undefined) return { kind: "object", object };
    if (this.scope.macroNames.includes(name)) return this.ownMacro(node);
    const known = this.scope.knownNames();
    return this.problem(
      "CFG09",
      node,
      `\`${name}\` is not defined`,
      "unknown name",
      didYouMean(name, known),
      this.rename(node, known),
    );
  }

  /** A fix that writes the nearest known name; none where the name came out of a macro. */
  rename(node: SyntaxNode, known: readonly string[]): Fix | null {
    const token = node.firstToken;
    const nearest = nearestName(node.text, known);
    const span = spanOfTokens(node.tokens);
    if (token === undefined || token.use !== null || nearest === null || span === null) return null;
    return { title: `write ${nearest}`, edits: [{ span, replacement: nearest }] };
  }

  private parenthesized(node: SyntaxNode): Value | null {
    const inner = node.namedChildren[0];
    return inner === undefined ? this.problem("CFG01", node, "an expression is missing here") : this.evaluate(inner);
  }

  private operand(node: SyntaxNode, role: string): SyntaxNode {
    return node.child(role) ?? node;
  }

  private unary(node: SyntaxNode): Value | null {
    const operator = node.child("operator")?.text ?? "";
    const value = this.rvalue(this.operand(node, "argument"));
    if (value?.kind === "pointer" && operator === "!") return intValue(intType, value.target === null ? 1n : 0n);
    const number = value === null ? null : this.asInteger(value, node);
    return number === null ? null : this.outcome(applyUnary(operator, number), node);
  }

  private outcome(outcome: Outcome, node: SyntaxNode): Value | null {
    if (!("problem" in outcome)) return outcome;
    if (this.unevaluated > 0) return intValue(outcome.type, 0n);
    return this.problem("CFG15", node, outcome.problem, "here");
  }

  private asInteger(value: Value, node: SyntaxNode): IntValue | null {
    if (value.kind === "int") return value;
    if (value.kind === "linked") {
      const help = ["write the number itself, or load the image on its own with VM_IMAGE_LOADED"];
      const message = `the ${value.what} of an embedded image is known to the linker only: no calculation is possible`;
      return this.problem("CFG14", node, message, "here", help);
    }
    return this.problem("CFG12", node, `a number is needed here, not ${kindText(value)}`, "wrong kind of value");
  }

  private binary(node: SyntaxNode): Value | null {
    const operator = node.child("operator")?.text ?? "";
    const leftNode = this.operand(node, "left");
    const rightNode = this.operand(node, "right");
    const left = this.rvalue(leftNode);
    if (left?.kind === "int" && (operator === "&&" || operator === "||")) {
      const decided = (left.value !== 0n) === (operator === "||");
      if (decided) {
        this.withoutValue(() => this.rvalue(rightNode));
        return intValue(intType, operator === "||" ? 1n : 0n, { placeholder: left.placeholder });
      }
    }
    const right = this.rvalue(rightNode);
    if (left === null || right === null) return null;
    if (left.kind === "pointer" && right.kind === "int" && (operator === "+" || operator === "-")) {
      return { ...left, index: left.index + Number(operator === "+" ? right.value : -right.value) };
    }
    if (right.kind === "pointer" && left.kind === "int" && operator === "+") {
      return { ...right, index: right.index + Number(left.value) };
    }
    const a = this.asInteger(left, leftNode);
    const b = this.asInteger(right, rightNode);
    return a === null || b === null ? null : this.outcome(applyBinary(operator, a, b), node);
  }

  private withoutValue<T>(action: () => T): T {
    this.unevaluated++;
    this.scope.report.muted++;
    try {
      return action();
    } finally {
      this.unevaluated--;
      this.scope.report.muted--;
    }
  }

  private conditional(node: SyntaxNode): Value | null {
    const conditionNode = this.operand(node, "condition");
    const condition = this.rvalue(conditionNode);
    if (condition === null) return null;
    const taken =
      condition.kind === "pointer" ? condition.target !== null : this.asInteger(condition, conditionNode)?.value !== 0n;
    const consequence = node.child("consequence") ?? conditionNode;
    const alternative = this.operand(node, "alternative");
    const value = this.rvalue(taken ? consequence : alternative);
    const other = this.withoutValue(() => this.rvalue(taken ? alternative : consequence));
    if (value?.kind !== "int" || other?.kind !== "int") return value;
    return convert(value, commonType(promote(value).type, promote(other).type));
  }

  private cast(node: SyntaxNode): Value | null {
    const typeNode = node.child("type");
    const type = typeNode === undefined ? null : this.context.typeNamed(typeNode);
    const value = this.rvalue(this.operand(node, "value"));
    if (type === null || value === null) return null;
    if (type.kind === "int" && value.kind === "int") return convert(value, { ...type, checked: false });
    if (type.kind === "int" && value.kind === "linked" && type.sizeBytes >= 4) return value;
    if (type.kind === "int" && type.bool && value.kind === "pointer")
      return intValue(type, value.target === null ? 0n : 1n);
    if (type.kind === "pointer" && value.kind === "pointer") return { ...value, to: type.to };
    if (type.kind === "pointer" && value.kind === "int" && value.value === 0n) return nullPointer(type.to);
    return this.problem(
      "CFG12",
      node,
      `${kindText(value)} cannot be turned into ${typeText(type)}`,
      "wrong kind of value",
    );
  }

  private sizeOf(node: SyntaxNode): Value | null {
    const typeNode = node.child("type");
    const type = typeNode === undefined ? this.typeOf(this.operand(node, "value")) : this.context.typeNamed(typeNode);
    if (type === null)
      return typeNode === undefined ? this.problem("CFG14", node, "the size of this is not known") : null;
    const layout = layoutOf(type, this.scope.model);
    if (layout === null) return this.problem("CFG14", node, `the size of ${typeText(type)} is not known here`);
    return intValue(sizeType(this.scope.model), BigInt(layout.sizeBytes));
  }

  private typeOf(node: SyntaxNode): CType | null {
    const typedef = node.kind === "parenthesized_expression" ? node.namedChildren[0] : node;
    const named = typedef?.kind === "identifier" ? this.scope.typedefs.get(typedef.text) : undefined;
    if (named !== undefined && !this.scope.variables.has(typedef?.text ?? "")) return named;
    const value = this.withoutValue(() => this.evaluate(node));
    if (value?.kind === "object") return value.object.type;
    if (value?.kind === "int") return value.type;
    return value?.kind === "pointer" ? { kind: "pointer", to: value.to } : null;
  }

  private addressOf(node: SyntaxNode): Value | null {
    const argument = this.operand(node, "argument");
    const inner = strip(argument);
    if (inner.kind === "subscript_expression") {
      const base = this.rvalue(this.operand(inner, "argument"));
      const index = base === null ? null : this.integer(this.operand(inner, "index"));
      if (base === null || index === null) return null;
      if (base.kind === "pointer") return { ...base, index: base.index + Number(index.value) };
    }
    const value = this.evaluate(argument);
    if (value === null) return null;
    if (value.kind === "object") return { kind: "pointer", to: value.object.type, target: value.object, index: 0 };
    return this.problem("CFG12", node, "only variables have an address", "not a variable");
  }

  private dereference(node: SyntaxNode): Value | null {
    const value = this.rvalue(this.operand(node, "argument"));
    if (value === null) return null;
    if (value.kind === "pointer") return this.target(value, node);
    return this.problem("CFG12", node, `${kindText(value)} is no pointer`, "cannot be followed");
  }

  /** The object a pointer leads to. */
  private target(pointer: PointerValue, node: SyntaxNode): Value | null {
    const object = pointedObject(pointer);
    if (object !== null) return { kind: "object", object };
    return this.problem("CFG14", node, "this pointer leads to no object", "nothing there");
  }

  private subscript(node: SyntaxNode): Value | null {
    const base = this.rvalue(this.operand(node, "argument"));
    const index = this.integer(this.operand(node, "index"));
    if (base === null || index === null) return null;
    if (base.kind !== "pointer") return this.problem("CFG12", node, `${kindText(base)} has no elements`, "not a list");
    return this.target({ ...base, index: base.index + Number(index.value) }, node);
  }

  private member(node: SyntaxNode): Value | null {
    const arrow = node.child("operator")?.text === "->";
    const argument = this.operand(node, "argument");
    const value = arrow ? this.rvalue(argument) : this.evaluate(argument);
    const owner = value?.kind === "pointer" ? this.target(value, node) : value;
    if (owner === null) return null;
    const field = node.child("field");
    if (owner.kind !== "object" || owner.object.type.kind !== "struct" || field === undefined) {
      return this.problem("CFG12", node, `${kindText(owner)} has no fields`, "not a struct");
    }
    const part = owner.object.field(field.text);
    if (part !== null) return { kind: "object", object: part };
    const names = fieldNames(owner.object.type);
    const message = `${typeText(owner.object.type)} has no field \`${field.text}\``;
    return this.problem(
      "CFG11",
      field,
      message,
      "unknown field",
      didYouMean(field.text, names),
      this.rename(field, names),
    );
  }

  private call(node: SyntaxNode): Value | null {
    const callee = node.child("function");
    const name = callee?.text ?? "";
    if (callee?.kind === "identifier" && (name === "VM_IMAGE_OFFSET" || name === "VM_IMAGE_SIZE"))
      return this.linked(node, name);
    if (callee?.kind === "identifier" && !this.scope.variables.has(name)) return this.unknownMacro(callee);
    return this.problem("CFG14", node, "a function cannot be called in a constant", "a call");
  }

  /** A name with arguments behind it that no macro has taken. */
  unknownMacro(callee: SyntaxNode): null {
    const { macroNames } = this.scope;
    const name = callee.text;
    if (macroNames.includes(name)) return this.ownMacro(callee);
    const help = didYouMean(name, [...macroNames, "VM_IMAGE_OFFSET", "VM_IMAGE_SIZE"]);
    const fix = this.rename(callee, macroNames);
    return this.problem("CFG09", callee, `\`${name}\` is no macro that is known here`, "unknown macro", help, fix);
  }

  /** A macro's name that the preprocessor has left as it is (C11 sections 6.10.3 and 6.10.3.4). */
  private ownMacro(node: SyntaxNode): null {
    const help = ["C leaves a macro's name alone within the macro's own text, and where its arguments are missing"];
    return this.problem("CFG09", node, `the macro \`${node.text}\` is not replaced here`, "left as it is", help);
  }

  private linked(node: SyntaxNode, name: string): Value | null {
    const argument = node.child("arguments")?.namedChildren[0];
    const image = argument?.text ?? "";
    const what = name === "VM_IMAGE_SIZE" ? "size" : "address";
    if (argument?.kind === "identifier" && this.scope.images.has(image)) return { kind: "linked", what, image };
    const names = [...this.scope.images.keys()];
    const help = [...didYouMean(image, names), `write VM_IMAGE(${image || "name"}, path/of/image.bin); before it`];
    return this.problem("CFG25", argument ?? node, `there is no embedded image \`${image}\``, "not declared", help);
  }

  /** No assignment is constant; two common slips look like one to the grammar. */
  private assignment(node: SyntaxNode): Value | null {
    const left = node.child("left");
    const right = node.child("right");
    if (left?.kind === "field_expression") {
      const argument = left.child("argument");
      const isUnknown = argument?.kind === "identifier" && !this.scope.variables.has(argument.text);
      if (isUnknown) return this.evaluate(argument);
      const field = left.child("field")?.text ?? "";
      const dot = left.child("operator");
      const message = `expected a comma before \`.${field}\``;
      const place = dot === undefined ? left : dot;
      const last = argument?.tokens.at(-1);
      const fix = last === undefined ? null : insertAfter(last, ",");
      return this.problem("CFG01", place, message, "a comma is missing before this", [], fix);
    }
    if (left?.kind === "identifier" && right !== undefined) {
      const help = [`a field is written with a dot: .${left.text} = ${right.text}`];
      return this.problem("CFG01", left, "an assignment is not possible here", "a dot is missing before this", help);
    }
    return this.problem("CFG14", node, "an assignment is not possible in a constant", "here");
  }

  /** What an object is worth as an operand: arrays become pointers, scalars their value if that cannot change. */
  private read(value: Value, node: SyntaxNode): Value | null {
    if (value.kind !== "object") return value;
    const { object } = value;
    const { type } = object;
    if (type.kind === "array") return { kind: "pointer", to: type.of, target: object, index: 0 };
    if (type.kind === "struct") return value;
    if (type.kind === "int" || type.kind === "pointer") {
      if (object.constant || this.unevaluated > 0) {
        return object.value ?? (type.kind === "int" ? intValue(type, 0n) : nullPointer(type.to));
      }
      const help = ["declare it const, or use #define or an enumerator"];
      return this.problem(
        "CFG14",
        node,
        `the value of \`${node.text}\` may change, so it is no constant`,
        "not const",
        help,
      );
    }
    return this.problem("CFG14", node, "this part of the configuration has no value here");
  }
}

/** The object under a pointer; null for the null pointer and for places outside the array. */
export function pointedObject(pointer: PointerValue): CObject | null {
  const { target, index } = pointer;
  if (target === null) return null;
  if (target.type.kind !== "array" || pointer.to.kind === "array") return index === 0 ? target : null;
  return index < 4096 ? target.element(index) : null;
}

/** An expression without the parentheses around it. */
export function strip(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.kind === "parenthesized_expression" && inner.namedChildren[0] !== undefined)
    inner = inner.namedChildren[0];
  return inner;
}

/** The text of one or several adjacent string constants. */
export function stringText(node: SyntaxNode): string {
  const tokens = node.tokens.filter((token) => token.kind === "string");
  return tokens.map((token) => readString(token.text)).join("");
}

/** What kind of value it is, for messages. */
export function kindText(value: Value): string {
  switch (value.kind) {
    case "int":
      return "a number";
    case "string":
      return "a string";
    case "pointer":
      return value.target === null ? "a null pointer" : `a pointer to ${typeText(value.to)}`;
    case "linked":
      return `the ${value.what} of an embedded image`;
    case "object":
      return `a ${typeText(value.object.type)}`;
  }
}
