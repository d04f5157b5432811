/** The sections of an ELF file that hold debug information, and the log of what is wrong with them. */
import { type Diagnostic, wholeFile } from "../../base/diagnostic.ts";
import { hexText, imageDiagnostic } from "../codes.ts";
import { type ElfSection, sectionFlag } from "../elf-section.ts";

const names = {
  info: ".debug_info",
  abbrev: ".debug_abbrev",
  line: ".debug_line",
  lineStr: ".debug_line_str",
  str: ".debug_str",
  ranges: ".debug_ranges",
  rnglists: ".debug_rnglists",
  frame: ".debug_frame",
  addr: ".debug_addr",
  strOffsets: ".debug_str_offsets",
  loc: ".debug_loc",
  loclists: ".debug_loclists",
} as const;

type SectionKey = keyof typeof names;

/** Contents by DWARF section; empty where the file has none. */
export type DebugSections = Readonly<Record<SectionKey, Uint8Array>>;

/** Collects what cannot be understood: the first problems, not a flood. */
export class ProblemLog {
  readonly file: string;
  readonly problems: Diagnostic[] = [];

  constructor(file: string) {
    this.file = file;
  }

  note(section: SectionKey, offset: number, text: string): void {
    if (this.problems.length >= 20) return;
    const message = `debug information of ${this.file}: ${names[section]} at ${hexText(offset)}: ${text}`;
    const label = wholeFile(this.file, text);
    this.problems.push({ ...imageDiagnostic("IMG16", message, [label]), severity: "warning" });
  }
}

/** The debug sections; null when there is nothing that this reader could use. */
export function findDebugSections(sections: readonly ElfSection[], log: ProblemLog): DebugSections | null {
  const byName = new Map(sections.map((section) => [section.name, section]));
  const contents = {} as Record<SectionKey, Uint8Array>;
  let found = false;
  for (const key of Object.keys(names) as SectionKey[]) {
    const section = byName.get(names[key]);
    const compressed = ((section?.flags ?? 0) & sectionFlag.compressed) !== 0 || byName.has(`.z${names[key].slice(1)}`);
    if (compressed) log.note(key, 0, "compressed; objcopy --decompress-debug-sections makes it readable");
    contents[key] = section && !compressed ? section.bytes : new Uint8Array(0);
    found ||= contents[key].length > 0;
  }
  return found || log.problems.length > 0 ? contents : null;
}
