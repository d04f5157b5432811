/** Declarations (C11 section 6.7): types, enumerators, typedefs and variables at file scope. */
import { didYouMean } from "../../base/suggest.ts";
import { fits } from "./arithmetic.ts";
import { Evaluator, stringText } from "./evaluate.ts";
import { Initialiser } from "./initialise.ts";
import type { Scope } from "./scope.ts";
import type { SyntaxNode } from "./syntax.ts";
import { spanOfTokens } from "./token.ts";
import {
  type CType,
  intType,
  layoutOf,
  longLongType,
  longType,
  type StructField,
  type StructType,
  typeText,
  unsignedLongLongType,
  unsignedType,
  voidType,
} from "./types.ts";
import { CObject, intValue } from "./value.ts";

/** What a declarator makes of the type before it; a `function` is declared, but never called here. */
interface Declared {
  readonly name: SyntaxNode | null;
  readonly type: CType;
  readonly isFunction: boolean;
  /** const behind the last asterisk. */
  readonly constPointer: boolean;
}

const arrayLimit = 1 << 16;

export class Declarations {
  readonly evaluator: Evaluator;
  private readonly scope: Scope;
  private readonly initialiser: Initialiser;
  private structDepth = 0;

  constructor(scope: Scope) {
    this.scope = scope;
    this.evaluator = new Evaluator(scope, {
      typeNamed: (node) => this.typeNamed(node),
      compoundLiteral: (node) => this.compoundLiteral(node),
    });
    this.initialiser = new Initialiser(scope, this.evaluator);
  }

  /** Reads every declaration of a file. */
  file(root: SyntaxNode): void {
    for (const node of root.namedChildren) this.topLevel(node);
  }

  private topLevel(node: SyntaxNode): void {
    switch (node.kind) {
      case "declaration":
        return this.declaration(node);
      case "type_definition":
        return this.typedef(node);
      case "struct_specifier":
      case "union_specifier":
      case "enum_specifier":
        this.specifiedType(node);
        return;
      case "function_definition":
      case "attributed_statement":
        return;
      case "expression_statement":
        return this.statement(node);
      default:
        this.evaluator.problem("CFG01", node, "only declarations are possible here", "not a declaration");
    }
  }

  /** At file scope only an empty statement, a static assertion or inline assembly may look like an expression. */
  private statement(node: SyntaxNode): void {
    const expression = node.namedChildren[0];
    if (expression === undefined || expression.kind === "gnu_asm_expression") return;
    const callee = expression.kind === "call_expression" ? expression.child("function") : undefined;
    if (callee === undefined || callee.kind !== "identifier") {
      this.evaluator.problem("CFG01", expression, "only declarations are possible here", "not a declaration");
      return;
    }
    if (callee.text !== "_Static_assert") {
      this.evaluator.unknownMacro(callee);
      return;
    }
    const [condition, words] = expression.child("arguments")?.namedChildren ?? [];
    const value = condition === undefined ? null : this.evaluator.integer(condition);
    if (value?.value !== 0n || value.placeholder !== null || condition === undefined) return;
    const text = words === undefined ? "" : `: ${stringText(words)}`;
    this.evaluator.problem("CFG04", condition, `a static assertion is false${text}`, "this is 0");
  }

  private declaration(node: SyntaxNode): void {
    const typeNode = node.child("type");
    const base = typeNode === undefined ? intType : this.specifiedType(typeNode);
    if (base === null) return;
    const words = node.children.filter((child) => child.kind === "type_qualifier").map((child) => child.text);
    const isExtern = node.children.some((child) => child.kind === "storage_class_specifier" && child.text === "extern");
    for (const item of node.childrenOf("declarator")) {
      const value = item.kind === "init_declarator" ? item.child("value") : undefined;
      const declared = this.declarator(item.kind === "init_declarator" ? item.child("declarator") : item, base);
      if (declared === null || declared.name === null || declared.isFunction) continue;
      const constant = declared.type.kind === "pointer" ? declared.constPointer : words.includes("const");
      this.variable(declared.name, declared.type, constant, value, isExtern);
    }
  }

  private variable(
    name: SyntaxNode,
    type: CType,
    constant: boolean,
    value: SyntaxNode | undefined,
    isExtern: boolean,
  ): void {
    const earlier = this.scope.variables.get(name.text);
    if (earlier !== undefined && typeText(withoutLength(earlier.type)) !== typeText(withoutLength(type))) {
      const labels = [this.labelOf(name, `now as ${typeText(type)}`)];
      if (earlier.nameToken !== null) {
        const span = spanOfTokens([earlier.nameToken]);
        if (span !== null) labels.push({ ...span, text: `first as ${typeText(earlier.type)}` });
      }
      this.scope.report.add("CFG12", `\`${name.text}\` is declared with two different types`, labels);
      return;
    }
    if (earlier?.written && value !== undefined) {
      const span = earlier.nameToken === null ? null : spanOfTokens([earlier.nameToken]);
      const labels = [this.labelOf(name, "second definition")];
      if (span !== null) labels.push({ ...span, text: "first definition" });
      this.scope.report.add("CFG18", `\`${name.text}\` is defined twice`, labels);
      return;
    }
    const object = earlier ?? new CObject(type, name.text);
    if (earlier === undefined) this.scope.variables.set(name.text, object);
    object.constant ||= constant;
    if (object.nameToken === null || value !== undefined) object.nameToken = name.firstToken ?? null;
    if (value === undefined) {
      if (!isExtern && type.kind === "struct" && type.fields === null) {
        this.evaluator.problem("CFG10", name, `${typeText(type)} is named but not defined`, "its fields are not known");
      }
      return;
    }
    if (object.type.kind === "array" && object.type.length === null && type.kind === "array") object.type = type;
    this.initialiser.initialise(object, value);
  }

  private labelOf(node: SyntaxNode, text: string) {
    const span = spanOfTokens(node.tokens) ?? { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
    return { ...span, text };
  }

  private typedef(node: SyntaxNode): void {
    const typeNode = node.child("type");
    const base = typeNode === undefined ? intType : this.specifiedType(typeNode);
    if (base === null) return;
    for (const item of node.childrenOf("declarator")) {
      const declared = this.declarator(item, base);
      if (declared?.name) this.scope.typedefs.set(declared.name.text, declared.isFunction ? voidType : declared.type);
    }
  }

  /** The type of a `type_descriptor`: in casts, sizeof and compound literals. */
  private typeNamed(node: SyntaxNode): CType | null {
    const typeNode = node.kind === "type_descriptor" ? node.child("type") : node;
    const base = typeNode === undefined ? null : this.specifiedType(typeNode);
    if (base === null) return null;
    return this.declarator(node.child("declarator"), base)?.type ?? null;
  }

  private compoundLiteral(node: SyntaxNode): CObject | null {
    const typeNode = node.child("type");
    const value = node.child("value");
    const type = typeNode === undefined ? null : this.typeNamed(typeNode);
    if (type === null || value === undefined) return null;
    const object = new CObject(type);
    this.initialiser.initialise(object, value);
    return object;
  }

  /** Reads a declarator from the outside in; `base` is what it applies to. */
  private declarator(node: SyntaxNode | undefined, base: CType): Declared | null {
    let type = base;
    let constPointer = false;
    let isFunction = false;
    for (let at = node; ; ) {
      switch (at?.kind) {
        case undefined:
          return { name: null, type, isFunction, constPointer };
        case "pointer_declarator":
        case "abstract_pointer_declarator":
        case "pointer_type_declarator":
        case "pointer_field_declarator":
          type = { kind: "pointer", to: type };
          constPointer = at.children.some((child) => child.kind === "type_qualifier" && child.text === "const");
          at = at.child("declarator");
          continue;
        case "array_declarator":
        case "abstract_array_declarator": {
          const array = this.arrayOf(type, at);
          if (array === null) return null;
          type = array;
          at = at.child("declarator");
          continue;
        }
        case "function_declarator":
        case "abstract_function_declarator":
          isFunction = true;
          at = at.child("declarator");
          continue;
        case "parenthesized_declarator":
        case "abstract_parenthesized_declarator":
        case "attributed_declarator":
          at = at.namedChildren[0];
          continue;
        default:
          return { name: at as SyntaxNode, type, isFunction, constPointer };
      }
    }
  }

  private arrayOf(of: CType, node: SyntaxNode): CType | null {
    const sizeNode = node.child("size");
    if (sizeNode === undefined || sizeNode.kind === "*") return { kind: "array", of, length: null };
    const size = this.evaluator.integer(sizeNode);
    if (size === null) return null;
    if (size.value >= 0n && size.value <= BigInt(arrayLimit)) return { kind: "array", of, length: Number(size.value) };
    return this.evaluator.problem(
      "CFG13",
      sizeNode,
      `an array cannot have ${size.value} elements`,
      `0 to ${arrayLimit}`,
    );
  }

  private specifiedType(node: SyntaxNode): CType | null {
    switch (node.kind) {
      case "struct_specifier":
      case "union_specifier":
        return this.structType(node);
      case "enum_specifier":
        return this.enumType(node);
      case "sized_type_specifier":
        return this.sizedType(node);
      default: {
        const known = this.scope.typedefs.get(node.text);
        if (known !== undefined) return known;
        const names = [...this.scope.typedefs.keys()];
        const help = this.scope.structs.has(node.text) ? [`write struct ${node.text}`] : didYouMean(node.text, names);
        return this.evaluator.problem("CFG10", node, `the type \`${node.text}\` is not known`, "unknown type", help);
      }
    }
  }

  /** `unsigned long int` and its like, in any order. */
  private sizedType(node: SyntaxNode): CType | null {
    const words = node.tokens.map((token) => token.text);
    const unsigned = words.includes("unsigned");
    const longs = words.filter((word) => word === "long").length;
    if (words.includes("short")) return this.scope.typedefs.get(unsigned ? "uint16_t" : "int16_t") ?? null;
    if (words.includes("char")) return this.scope.typedefs.get(words.includes("signed") ? "int8_t" : "uint8_t") ?? null;
    if (longs >= 2) return unsigned ? unsignedLongLongType : longLongType;
    if (longs === 1) return longType(this.scope.model, !unsigned);
    const name = words.find((word) => !["unsigned", "signed", "int"].includes(word));
    if (name !== undefined)
      return this.evaluator.problem("CFG10", node, `\`${words.join(" ")}\` is no type`, "unknown type");
    return unsigned ? unsignedType : intType;
  }

  private structType(node: SyntaxNode): StructType | null {
    const nameNode = node.child("name");
    const body = node.child("body");
    const union = node.kind === "union_specifier";
    const name = nameNode?.text ?? "(unnamed)";
    const known = nameNode === undefined ? undefined : this.scope.structs.get(name);
    if (body === undefined) {
      if (known !== undefined || nameNode === undefined) return known ?? null;
      const names = [...this.scope.structs.keys()];
      const message = `\`${union ? "union" : "struct"} ${name}\` is not known`;
      const fix = this.evaluator.rename(nameNode, names);
      return this.evaluator.problem("CFG10", nameNode, message, "unknown type", didYouMean(name, names), fix);
    }
    if (known !== undefined && known.fields !== null) {
      return this.evaluator.problem(
        "CFG10",
        nameNode ?? node,
        `\`struct ${name}\` is already defined`,
        "defined again",
      );
    }
    const type: StructType = { kind: "struct", name, union, fields: null };
    if (nameNode !== undefined) this.scope.structs.set(name, type);
    if (++this.structDepth > 100) {
      this.structDepth--;
      return this.evaluator.problem("CFG22", node, "structs are nested too deeply", "gave up here");
    }
    type.fields = body.namedChildren.flatMap((child) => (child.kind === "field_declaration" ? this.fields(child) : []));
    this.structDepth--;
    return type;
  }

  private fields(node: SyntaxNode): StructField[] {
    const typeNode = node.child("type");
    const base = typeNode === undefined ? intType : this.specifiedType(typeNode);
    if (base === null) return [];
    const fields: StructField[] = [];
    for (const item of node.childrenOf("declarator")) {
      const declared = this.declarator(item, base);
      if (declared?.name == null) continue;
      if (declared.type.kind !== "pointer" && layoutOf(withLength(declared.type), this.scope.model) === null) {
        this.evaluator.problem(
          "CFG10",
          item,
          `${typeText(declared.type)} is not complete here`,
          "its size is not known",
        );
      } else fields.push({ name: declared.name.text, type: declared.type, sharesWith: null });
    }
    return fields;
  }

  private enumType(node: SyntaxNode): CType | null {
    let next = 0n;
    for (const item of node.child("body")?.namedChildren ?? []) {
      const nameNode = item.child("name");
      const valueNode = item.child("value");
      if (nameNode === undefined) continue;
      const value = valueNode === undefined ? intValue(intType, next) : this.evaluator.integer(valueNode);
      if (value === null) continue;
      const type = fits(value.value, intType) ? intType : fits(value.value, unsignedType) ? unsignedType : longLongType;
      this.scope.enumerators.set(nameNode.text, { ...value, type });
      next = value.value + 1n;
    }
    return unsignedType;
  }
}

function withoutLength(type: CType): CType {
  return type.kind === "array" ? { ...type, length: null } : type;
}

/** A flexible array at the end of a struct has no size of its own. */
function withLength(type: CType): CType {
  return type.kind === "array" && type.length === null ? { ...type, length: 0 } : type;
}
