/**
 * The header of a line number program, with its directories and files (DWARF 5 section 6.2.4, DWARF 4 section 6.2.4).
 */
import { Cursor, textAt } from "../cursor.ts";
import { form, lineContent } from "./constants.ts";
import { type Encoding, readForm, readUnsigned } from "./form.ts";
import type { DebugSections } from "./sections.ts";
import { readInitialLength } from "./unit.ts";

export interface LineHeader {
  readonly programOffset: number;
  readonly end: number;
  readonly minimumInstructionBytes: number;
  readonly defaultIsStatement: boolean;
  readonly lineBase: number;
  readonly lineRange: number;
  readonly opcodeBase: number;
  /** Operand count of each standard opcode; index 0 is unused. */
  readonly operandCounts: readonly number[];
  /** Full paths by the file number that programs use. */
  readonly files: readonly string[];
}

interface FileEntry {
  readonly path: string;
  readonly directory: number;
}

/** Reads the header at an offset; null when it is damaged or of an unknown version. */
export function readLineHeader(
  sections: DebugSections,
  offset: number,
  compilationDirectory: string,
): LineHeader | null {
  const cursor = new Cursor(sections.line, offset);
  const { length, offsetSizeBytes } = readInitialLength(cursor);
  const end = cursor.offset + length;
  const version = cursor.u16();
  if (cursor.overrun || end > sections.line.length || version < 2 || version > 5) return null;
  const addressSizeBytes = version >= 5 ? cursor.u8() : 4;
  if (version >= 5) cursor.skip(1);
  const headerLength = readUnsigned(cursor, offsetSizeBytes);
  const programOffset = cursor.offset + headerLength;
  const minimumInstructionBytes = cursor.u8();
  if (version >= 4) cursor.skip(1);
  const defaultIsStatement = cursor.u8() !== 0;
  const lineBase = cursor.signed(1);
  const lineRange = cursor.u8();
  const opcodeBase = cursor.u8();
  const operandCounts = [0];
  for (let opcode = 1; opcode < opcodeBase; opcode++) operandCounts.push(cursor.u8());
  const tables = new Cursor(sections.line, cursor.offset, Math.min(programOffset, end));
  const encoding = { version, addressSizeBytes, offsetSizeBytes };
  const files =
    version >= 5
      ? readNewFiles(tables, encoding, sections, compilationDirectory)
      : readOldFiles(tables, compilationDirectory);
  const damaged = cursor.overrun || tables.overrun || programOffset > end || lineRange === 0 || opcodeBase === 0;
  if (damaged || addressSizeBytes !== 4) return null;
  const opcodes = { lineBase, lineRange, opcodeBase, operandCounts };
  return { programOffset, end, minimumInstructionBytes, defaultIsStatement, ...opcodes, files };
}

/** Up to version 4: directories and files count from 1, directory 0 is the unit's own. */
function readOldFiles(cursor: Cursor, compilationDirectory: string): string[] {
  const directories = [compilationDirectory];
  for (let name = cursor.text(); name !== ""; name = cursor.text()) {
    directories.push(joinPath(compilationDirectory, name));
  }
  const files = [""];
  while (cursor.more) {
    const file = readOldFile(cursor, directories);
    if (file === "") break;
    files.push(file);
  }
  return files;
}

/** A file entry as DW_LNE_define_file has it, too; empty text at the end of the list. */
function readOldFile(cursor: Cursor, directories: readonly string[]): string {
  const name = cursor.text();
  if (name === "") return "";
  const directory = directories[cursor.uleb()] ?? "";
  cursor.uleb();
  cursor.uleb();
  return joinPath(directory, name);
}

/** Version 5: self-describing tables that count from 0; directory 0 is the unit's own. */
function readNewFiles(
  cursor: Cursor,
  encoding: Encoding,
  sections: DebugSections,
  compilationDirectory: string,
): string[] {
  const directories: string[] = [];
  for (const { path } of readEntryList(cursor, encoding, sections)) {
    directories.push(joinPath(directories[0] ?? compilationDirectory, path));
  }
  const files = readEntryList(cursor, encoding, sections);
  return files.map((file) => joinPath(directories[file.directory] ?? "", file.path));
}

function readEntryList(cursor: Cursor, encoding: Encoding, sections: DebugSections): FileEntry[] {
  const formats: [content: number, form: number][] = [];
  for (let count = cursor.u8(); count > 0; count--) formats.push([cursor.uleb(), cursor.uleb()]);
  const entries: FileEntry[] = [];
  for (let left = cursor.uleb(); left > 0 && cursor.more; left--) {
    let path = "";
    let directory = 0;
    const before = cursor.offset;
    for (const [content, code] of formats) {
      const value = readForm(cursor, code, encoding, 0);
      if (content === lineContent.path) path = textOfForm(value.form, value.value, sections);
      else if (content === lineContent.directoryIndex) directory = value.value;
    }
    if (cursor.offset === before) break;
    entries.push({ path, directory });
  }
  return entries;
}

function textOfForm(code: number, value: number, sections: DebugSections): string {
  if (code === form.string) return textAt(sections.line, value) ?? "";
  if (code === form.lineStrp) return textAt(sections.lineStr, value) ?? "";
  return code === form.strp ? (textAt(sections.str, value) ?? "") : "";
}

/** Joins and tidies a path: no "." and no "name/.." inside; both separators, as Windows tool chains write either. */
export function joinPath(directory: string, name: string): string {
  const absolute = /^([A-Za-z]:)?[\\/]/.test(name);
  const parts: string[] = [];
  const joined = absolute || directory === "" ? name : `${directory}/${name}`;
  const separated = joined.split(/[\\/]/);
  separated.forEach((part, i) => {
    if (part === "." || (part === "" && i > 0)) return;
    const last = parts.at(-1);
    if (part !== ".." || last === undefined || last === ".." || last === "") parts.push(part);
    else parts.pop();
  });
  return parts.join("/");
}
