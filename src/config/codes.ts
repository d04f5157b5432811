/** The diagnostics of the configuration readers: one row per code, told at length by `chronovisor explain CODE`. */
import { type Diagnostic, diagnostic, type Fix, type Label, type Severity } from "../base/diagnostic.ts";

export interface ConfigCode {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  /** One paragraph. */
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
}

export const configCodes = [
  {
    code: "CFG01",
    severity: "error",
    title: "C syntax error",
    explanation:
      "The configuration is read as the C that it is, and this piece is not C. A missing comma between two fields, " +
      "a missing semicolon after a declaration or a bracket without its partner are the usual causes; the place " +
      "shown is where the text stops making sense, so look just before it, too.",
    failing: ".base = 0x20010000\n.size = 0x7000,",
    fixed: ".base = 0x20010000,\n.size = 0x7000,",
  },
  {
    code: "CFG02",
    severity: "error",
    title: "text that is no C token",
    explanation:
      "A comment, string or character constant has no end, or there is a character that C does not know outside of " +
      "strings and comments, for example a typographic quote from a web page or a control character of a binary " +
      "file.",
    failing: "/* VM0\nstruct vm_config vm0 = { .entry = 0x20000 };",
    fixed: "/* VM0 */\nstruct vm_config vm0 = { .entry = 0x20000 };",
  },
  {
    code: "CFG03",
    severity: "error",
    title: "bad preprocessor directive",
    explanation:
      "A line that begins with # is not a directive that is known, lacks a part (a name, a condition), or the #if, " +
      "#else and #endif lines do not pair up.",
    failing: "#ifdef WIFI\n#define DEVS 4",
    fixed: "#ifdef WIFI\n#define DEVS 4\n#endif",
  },
  {
    code: "CFG04",
    severity: "error",
    title: "#error reached",
    explanation:
      "The configuration itself refuses to be built this way: the preprocessor came to an #error line, or a static " +
      "assertion is false. The words are those of the configuration's author.",
    failing: "#ifndef BOARD\n#error set BOARD\n#endif",
    fixed: "#define BOARD 1\n#ifndef BOARD\n#error set BOARD\n#endif",
  },
  {
    code: "CFG05",
    severity: "error",
    title: "included file not found",
    explanation:
      'An #include "file" is looked for beside the file that asks for it. Of the <angle> headers only those that ' +
      "the hypervisor and a freestanding C compiler supply are known (config.h, stdint.h, ...); they are built in.",
    failing: '#include "bord.h"',
    fixed: '#include "board.h"',
  },
  {
    code: "CFG06",
    severity: "error",
    title: "files include each other in a circle",
    explanation:
      "The file being read is included again before it has come to its end, and no guard stops it. Write #pragma " +
      "once, or the usual #ifndef/#define/#endif, around the text of the header.",
    failing: '/* a.h */\n#include "a.h"',
    fixed: "/* a.h */\n#pragma once",
  },
  {
    code: "CFG07",
    severity: "error",
    title: "macro used or defined wrongly",
    explanation:
      "A function-like macro got more or fewer arguments than it has parameters, its argument list has no end, # or " +
      "## stands where it means nothing, or the definition is malformed.",
    failing: ".image = VM_IMAGE_LOADED(0x20000, 0xD00),",
    fixed: ".image = VM_IMAGE_LOADED(0x20000, 0x20000, 0xD00),",
  },
  {
    code: "CFG08",
    severity: "error",
    title: "placeholder without a value",
    explanation:
      "A word between double at-signs is replaced by a number before the hypervisor is built. Where it is the entry " +
      "of a VM and that VM has an ELF image, the ELF's entry is taken (with bit 0, the Thumb bit, cleared). " +
      "Otherwise the value must be given.",
    failing: "chronovisor run config.c            # .entry = @@ZEPHYR_VM_ENTRY@@, no image",
    fixed: "chronovisor run config.c --image zephyr=zephyr.elf",
  },
  {
    code: "CFG09",
    severity: "error",
    title: "unknown name",
    explanation:
      "A name in an expression is no variable, enumerator or macro that was defined before this line. Macros that a " +
      "build system hands over on the compiler's command line are not known here.",
    failing: "#define RAM_BASE 0x20010000\n.base = RAM_BSE,",
    fixed: "#define RAM_BASE 0x20010000\n.base = RAM_BASE,",
  },
  {
    code: "CFG10",
    severity: "error",
    title: "unknown type",
    explanation:
      "The struct, union, enum or type name is neither one of the hypervisor's nor defined in this file before this " +
      "line.",
    failing: ".devs = (struct vm_device_region[]) { ... },",
    fixed: ".devs = (struct vm_dev_region[]) { ... },",
  },
  {
    code: "CFG11",
    severity: "error",
    title: "unknown field",
    explanation:
      "The struct has no field of this name. The field names are those of the hypervisor's headers (struct config, " +
      "vm_config, vm_platform, vm_mem_region, vm_dev_region, ipc, shmem).",
    failing: ".devs = (struct vm_dev_region[]) { { .pa = 0x40000000, .sise = 0x5000 } },",
    fixed: ".devs = (struct vm_dev_region[]) { { .pa = 0x40000000, .size = 0x5000 } },",
  },
  {
    code: "CFG12",
    severity: "error",
    title: "value of the wrong kind",
    explanation:
      "A number is wanted where a string, list or pointer stands, or the other way round, or a pointer to another " +
      "type is given. A C compiler would refuse this, or warn and build something that reads garbage.",
    failing: '.base = "0x20010000",',
    fixed: ".base = 0x20010000,",
  },
  {
    code: "CFG13",
    severity: "error",
    title: "number out of range",
    explanation:
      "Addresses, sizes, counts and interrupt ids are unsigned 32-bit numbers on this target. A negative or larger " +
      "value would be cut to 32 bits silently by C, and mean something else than what is written.",
    failing: ".size = 0x1000000000,",
    fixed: ".size = 0x10000,",
  },
  {
    code: "CFG14",
    severity: "error",
    title: "not a constant",
    explanation:
      "Values of variables at file scope must be known when the file is compiled: function calls, assignments, ++ " +
      "and the like are not allowed, nor is the value of a variable that is not const. The address and size of an " +
      "embedded image are known to the linker only; they can be given as they are, but not be calculated with.",
    failing: ".entry = find_entry(),",
    fixed: ".entry = 0x20000,",
  },
  {
    code: "CFG15",
    severity: "error",
    title: "arithmetic that has no result",
    explanation:
      "A division by zero, a shift by a negative count or by the whole width of its type, or a signed calculation " +
      "whose result does not fit its type. int and long have 32 bits on the target; a suffix makes a constant " +
      "unsigned (u) or 64 bits wide (ll).",
    failing: ".size = 0x60000000 + 0x60000000,",
    fixed: ".size = 0x60000000u + 0x60000000u,",
  },
  {
    code: "CFG16",
    severity: "error",
    title: "count larger than the list",
    explanation:
      "C does not store how long a list is; the hypervisor believes the count beside it and would read whatever " +
      "lies behind the list as further entries.",
    failing: ".dev_num = 2,\n.devs = (struct vm_dev_region[]) { { .pa = 0x40000000 } },",
    fixed: ".dev_num = 1,\n.devs = (struct vm_dev_region[]) { { .pa = 0x40000000 } },",
  },
  {
    code: "CFG17",
    severity: "warning",
    title: "count smaller than the list",
    explanation:
      "The hypervisor looks only at the first entries, as many as the count beside the list says (a count that is " +
      "not written is 0). The entries behind have no effect; here, too, they are left out.",
    failing: ".dev_num = 1,\n.devs = (struct vm_dev_region[]) { { .pa = 0x40000000 }, { .pa = 0x40089000 } },",
    fixed: ".dev_num = 2,\n.devs = (struct vm_dev_region[]) { { .pa = 0x40000000 }, { .pa = 0x40089000 } },",
  },
  {
    code: "CFG18",
    severity: "error",
    title: "no configuration in this file",
    explanation:
      "The hypervisor looks for the one variable `config` of type `struct config`, with an initialiser. It is " +
      "missing, has no value, is of another type, or a variable is defined more than once.",
    failing: "struct config my_config = { .vmlist_size = 1 };",
    fixed: "struct config config = { .vmlist_size = 1 };",
  },
  {
    code: "CFG19",
    severity: "warning",
    title: "field written twice",
    explanation:
      "The same field or element gets a value more than once in one initialiser. C takes the last one silently.",
    failing: "{ .base = 0x20010000, .base = 0x20020000 }",
    fixed: "{ .base = 0x20020000 }",
  },
  {
    code: "CFG20",
    severity: "error",
    title: "more values than places",
    explanation:
      "An initialiser has more values than the struct has fields or the array has elements, or an index lies " +
      "outside the array (lists are limited to 4096 entries here).",
    failing: "irqid_t irqs[1] = { 32, 33 };",
    fixed: "irqid_t irqs[2] = { 32, 33 };",
  },
  {
    code: "CFG21",
    severity: "error",
    title: "bad entry in the VM list",
    explanation:
      "Each entry of vmlist must be the address of a `struct vm_config` with an initialiser (or, in the older form, " +
      "the struct itself), and no VM may be listed twice: both copies would claim the same memory and interrupts.",
    failing: ".vmlist = (struct vm_config*[]) { &vm0, &vm0 },",
    fixed: ".vmlist = (struct vm_config*[]) { &vm0, &vm1 },",
  },
  {
    code: "CFG22",
    severity: "error",
    title: "configuration too large",
    explanation:
      "The text, its nesting or what its macros expand to passes a limit far beyond any real configuration. The " +
      "limit keeps damaged or malicious files from taking all memory and time.",
    failing: "#define A(x) x x x x\n.size = A(A(A(A(A(A(A(A(A(A(1)))))))))),",
    fixed: ".size = 1,",
  },
  {
    code: "CFG23",
    severity: "error",
    title: "override of something that is not there",
    explanation:
      "The path of --set names one number of the configuration by its C field names: vms.NAME.entry, " +
      "vms.NAME.image.size, vms.NAME.regions[0].base, vms.NAME.devs[3].size, vms.NAME.devs[0].interrupts[1], " +
      "vms.NAME.ipcs[0].base, shmem[0].size and the like. A path without dots fills a placeholder of that name.",
    failing: "--set vms.zephir.devs[3].size=0x1000",
    fixed: "--set vms.zephyr.devs[3].size=0x1000",
  },
  {
    code: "CFG24",
    severity: "error",
    title: "override with a bad value",
    explanation:
      "The value of --set must be a whole number from 0 to 0xffffffff, written as in C: decimal, 0x..., 0b... or " +
      "0...",
    failing: "--set vms.zephyr.devs[3].size=4k",
    fixed: "--set vms.zephyr.devs[3].size=0x1000",
  },
  {
    code: "CFG25",
    severity: "error",
    title: "embedded image not declared",
    explanation:
      "VM_IMAGE_BUILTIN, VM_IMAGE_OFFSET and VM_IMAGE_SIZE refer to an image by the name that a VM_IMAGE(name, " +
      "path) line gives it. There is no such line before this place, the line gives no file, or two lines use the " +
      "same name.",
    failing: ".image = VM_IMAGE_BUILTIN(vm0, 0x20000),",
    fixed: "VM_IMAGE(vm0, vm0.bin);\n...\n.image = VM_IMAGE_BUILTIN(vm0, 0x20000),",
  },
  {
    code: "CFG26",
    severity: "warning",
    title: "config.h is not included",
    explanation:
      "The structs and macros of the hypervisor come from <config.h>. They are built in here, so the file can be " +
      "read, but the hypervisor's own build would fail without that line.",
    failing: "struct config config = { ... };",
    fixed: "#include <config.h>\n\nstruct config config = { ... };",
  },
  {
    code: "CFG27",
    severity: "warning",
    title: "#warning reached",
    explanation: "The preprocessor came to a #warning line. The words are those of the configuration's author.",
    failing: "#warning untested on this board",
    fixed: "/* untested on this board */",
  },
  {
    code: "CFG28",
    severity: "warning",
    title: "macro defined twice",
    explanation:
      "A macro is defined again with another meaning. From here on the later one counts, which is easy to overlook. " +
      "Write #undef before the second definition if that is what you want.",
    failing: "#define RAM_SIZE 0x7000\n#define RAM_SIZE 0x8000",
    fixed: "#define RAM_SIZE 0x7000\n#undef RAM_SIZE\n#define RAM_SIZE 0x8000",
  },
  {
    code: "CFG30",
    severity: "error",
    title: "YAML syntax error",
    explanation:
      "The project file is not well-formed YAML. Usual causes are a tab used for indentation, a missing space after " +
      "a colon, a bracket that is not closed, or the same key twice.",
    failing: "hypervisor: { kind: crosscon, config: config.c",
    fixed: "hypervisor: { kind: crosscon, config: config.c }",
  },
  {
    code: "CFG31",
    severity: "error",
    title: "unknown key in the project file",
    explanation: "The project file has a key that means nothing here. It would have no effect, so it is refused.",
    failing: "bord: lpc55s69",
    fixed: "board: lpc55s69",
  },
  {
    code: "CFG32",
    severity: "error",
    title: "bad value in the project file",
    explanation:
      "The value of a key has the wrong type or is not one of those allowed. The message lists what is. The schema " +
      "in schema/chronovisor.schema.json lets an editor show the same while you type.",
    failing: "hypervisor: { kind: crosscn, config: config.c }",
    fixed: "hypervisor: { kind: crosscon, config: config.c }",
  },
  {
    code: "CFG33",
    severity: "error",
    title: "key missing in the project file",
    explanation:
      "A key that is needed here is not there: `hypervisor` and its `kind` always, `config` for crosscon and bao, " +
      "`image` for firmware.",
    failing: "hypervisor: { kind: crosscon }",
    fixed: "hypervisor: { kind: crosscon, config: config.c }",
  },
  {
    code: "DTS01",
    severity: "error",
    title: "device tree syntax error",
    explanation:
      "The text is no device tree from here on. Reading stops at the first such place, since what follows would be " +
      "guesses. A missing semicolon after a property or after the brace of a node is the usual cause. Names inside " +
      "of cells are macros, which come from included headers; the merged `zephyr.dts` of a build has none.",
    failing: 'status = "okay"\ncurrent-speed = <115200>;',
    fixed: 'status = "okay";\ncurrent-speed = <115200>;',
  },
  {
    code: "DTS02",
    severity: "error",
    title: "reference to a node that there is not",
    explanation:
      "`&label` or `&{/path}` names a node that no text defined, or that was deleted. Overlays apply in the order in " +
      "which they are given, after the board's own file.",
    failing: '&flexcom2 { status = "okay"; };',
    fixed: '&flexcomm2 { status = "okay"; };',
  },
  {
    code: "KCF01",
    severity: "error",
    title: "not a line of a .config",
    explanation:
      "A `.config` has one symbol a line: `CONFIG_NAME=value`, or `# CONFIG_NAME is not set`. A line continued over " +
      "two lines, or another kind of file, looks like this.",
    failing: "SYS_CLOCK_HW_CYCLES_PER_SEC: 12000000",
    fixed: "CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=12000000",
  },
] as const satisfies readonly ConfigCode[];

export type ConfigCodeName = (typeof configCodes)[number]["code"];

const severities = new Map<string, Severity>(configCodes.map((row) => [row.code, row.severity]));

/** A diagnostic of this table, with the severity its row says. */
export function configDiagnostic(
  code: ConfigCodeName,
  message: string,
  labels: readonly Label[],
  help: readonly string[] = [],
  fix: Fix | null = null,
): Diagnostic {
  return diagnostic(code, message, { severity: severities.get(code) ?? "error", labels, help, fix });
}
