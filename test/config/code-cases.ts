/** The cases of codes.test.ts: for every diagnostic code at least one text that provokes it. */
import type { ConfigCodeName } from "../../src/config/codes.ts";
import type { CrossconConfigOptions } from "../../src/config/crosscon-c/reader.ts";

/** Around a VM's fields: the rest of a sound configuration. Line 3 is the first line of `fields`. */
const vm = (fields: string, before = ""): string => `#include <config.h>
${before}struct vm_config vm0 = {
${fields}
};
struct config config = { .vmlist_size = 1, .vmlist = (struct vm_config*[]) { &vm0 } };
`;

/** A configuration with this list of VMs. */
const list = (before: string, vms: string, count: number): string => `#include <config.h>
${before}
struct config config = { .vmlist_size = ${count}, .vmlist = (struct vm_config*[]) ${vms} };
`;

/** A text that provokes one diagnostic, and what the user must be told. */
export interface CodeCase {
  readonly code: ConfigCodeName;
  readonly behaviour: string;
  readonly text: string;
  /** The words at the primary place. */
  readonly at: string;
  readonly message: RegExp;
  readonly help?: RegExp;
  /** The text after the fix, around the mended place. */
  readonly fixed?: string;
  readonly options?: CrossconConfigOptions;
  readonly project?: true;
  /** What the text is, where it is neither C nor a project file. */
  readonly guest?: "tree" | "kconfig";
}

export const noFiles = { readText: (): string | null => null, sizeBytes: (): number | null => null };
const filesOf = (texts: Readonly<Record<string, string>>): CrossconConfigOptions => ({
  files: { ...noFiles, readText: (path) => texts[path] ?? null },
});

export const cases: readonly CodeCase[] = [
  {
    code: "CFG01",
    behaviour: "a missing comma between two fields is found before the second one",
    text: vm(
      ".platform = { .region_num = 1, .regions = (struct vm_mem_region[]) { { .base = 0x20010000 .size = 0x7000 } } }",
    ),
    at: ".",
    message: /comma before `\.size`/,
    fixed: ".base = 0x20010000, .size",
  },
  {
    code: "CFG01",
    behaviour: "a missing comma between two entries of a list is found",
    text: vm(".platform = { .region_num = 2, .regions = (struct vm_mem_region[]) { { .base = 1 } { .base = 2 } } }"),
    at: "{",
    message: /comma before `\{`/,
    fixed: "{ .base = 1 }, {",
  },
  {
    code: "CFG01",
    behaviour: "a missing semicolon is found after the initialiser",
    text: vm(".entry = 5", "struct vm_config vm1 = { .entry = 6 }\n"),
    at: "}",
    message: /expected `;` after `}`/,
    fixed: "{ .entry = 6 };",
  },
  {
    code: "CFG01",
    behaviour: "a semicolon between two fields becomes a comma",
    text: vm(".entry = 5; .type = 0"),
    at: ";",
    message: /separated by commas/,
    fixed: ".entry = 5, .type = 0",
  },
  {
    code: "CFG01",
    behaviour: "a field without an equals sign gets one",
    text: vm(".entry 0x2000,"),
    at: "0x2000",
    message: /= between `\.entry` and its value/,
    fixed: ".entry = 0x2000,",
  },
  {
    code: "CFG01",
    behaviour: "a brace that is never closed is shown where it was opened",
    text: "struct config config = { .vmlist_size = 1;\n",
    at: "{",
    message: /never closed/,
  },
  {
    code: "CFG01",
    behaviour: "a field without its dot is told from a value",
    text: vm("entry = 5"),
    at: "entry",
    message: /assignment/,
    help: /\.entry = 5/,
  },
  {
    code: "CFG02",
    behaviour: "a comment without an end is shown from its beginning",
    text: "#include <config.h>\n/* struct config config = { 0 };\n",
    at: "/* struct config config = { 0 };\n",
    message: /no end/,
  },
  {
    code: "CFG02",
    behaviour: "a typographic quote is named by its code point",
    text: vm(".entry = \u201c5\u201d"),
    at: "\u201c",
    message: /U\+201c/,
  },
  {
    code: "CFG02",
    behaviour: "a binary file is told from C by its first zero byte",
    text: "\u007fELF\u0001\u0001\u0001\0\0\0@@",
    at: "\0",
    message: /systems\/config\.c is no text/,
  },
  {
    code: "CFG03",
    behaviour: "an #if without #endif is shown where it begins",
    text: vm("#ifdef WIFI\n.entry = 5"),
    at: "ifdef",
    message: /no #endif/,
  },
  {
    code: "CFG03",
    behaviour: "a misspelt directive gets the nearest one as help",
    text: vm("#inclde <config.h>\n.entry = 5"),
    at: "inclde",
    message: /#inclde is no directive/,
    help: /`include`/,
  },
  {
    code: "CFG04",
    behaviour: "an #error line stops with its own words",
    text: vm("#ifndef BOARD\n#error set BOARD, don't guess\n#endif"),
    at: "error set BOARD, don't guess",
    message: /#error: set BOARD, don't guess/,
  },
  {
    code: "CFG04",
    behaviour: "a false static assertion stops with its own words",
    text: vm(".entry = 5", '_Static_assert(1 + 1 == 3, "count again"); '),
    at: "1 + 1 == 3",
    message: /count again/,
  },
  {
    code: "CFG05",
    behaviour: "an included file that is not there is shown with where it was looked for",
    text: vm('#include "boards/bord.h"\n.entry = 5'),
    at: '"boards/bord.h"',
    message: /cannot read "boards\/bord\.h"/,
    help: /systems\/boards\/bord\.h/,
  },
  {
    code: "CFG06",
    behaviour: "files that include each other are shown as a circle",
    text: `#include "a.h"\n${vm(".entry = 5")}`,
    at: '"a.h"',
    message: /without end/,
    help: /systems\/a\.h -> systems\/b\.h -> systems\/a\.h/,
    options: filesOf({ "systems/a.h": '#include "b.h"\n', "systems/b.h": '#include "a.h"\n' }),
  },
  {
    code: "CFG07",
    behaviour: "a macro with too few arguments is shown with its parameters",
    text: vm(".image = VM_IMAGE_LOADED(0x20000, 0xD00),"),
    at: "VM_IMAGE_LOADED(0x20000, 0xD00)",
    message: /takes 3 arguments but is given 2/,
  },
  {
    code: "CFG08",
    behaviour: "a placeholder without a value names the VM whose image would fill it",
    text: vm(".entry = @@VM0_ENTRY@@,"),
    at: "@@VM0_ENTRY@@",
    message: /@@VM0_ENTRY@@ has no value/,
    help: /--image vm0=/,
  },
  {
    code: "CFG09",
    behaviour: "an unknown name gets the nearest macro as help and as a fix",
    text: vm(".entry = RAM_BSE,", "#define RAM_BASE 5\n"),
    at: "RAM_BSE",
    message: /`RAM_BSE` is not defined/,
    help: /`RAM_BASE`/,
    fixed: ".entry = RAM_BASE,",
  },
  {
    code: "CFG10",
    behaviour: "an unknown struct gets the nearest one as help",
    text: vm(".platform.dev_num = 1, .platform.devs = (struct vm_dev_regin[]) { { 0 } },"),
    at: "vm_dev_regin",
    message: /struct vm_dev_regin` is not known/,
    help: /`vm_dev_region`/,
    fixed: "(struct vm_dev_region[])",
  },
  {
    code: "CFG11",
    behaviour: "an unknown field gets the nearest one as help and as a fix",
    text: vm(".platform = { .cpu_nun = 1 },"),
    at: "cpu_nun",
    message: /struct vm_platform has no field `cpu_nun`/,
    help: /`cpu_num`/,
    fixed: ".cpu_num = 1",
  },
  {
    code: "CFG12",
    behaviour: "a string where a number is needed is refused",
    text: vm('.entry = "0x20000",'),
    at: '"0x20000"',
    message: /a number is needed here, not a string/,
    help: /quotes/,
  },
  {
    code: "CFG12",
    behaviour: "a list of the wrong struct is refused",
    text: vm(".platform.devs = (struct vm_mem_region[]) { { 0 } },"),
    at: "(struct vm_mem_region[]) { { 0 } }",
    message: /struct vm_dev_region \* is needed here, not a pointer to struct vm_mem_region/,
  },
  {
    code: "CFG12",
    behaviour: "braces without a type where a pointer is needed get the type as a fix",
    text: vm(".platform = { .dev_num = 1, .devs = { { .pa = 1 } } },"),
    at: "{ { .pa = 1 } }",
    message: /braces alone make none/,
    fixed: ".devs = (struct vm_dev_region[]) { { .pa = 1 } }",
  },
  {
    code: "CFG12",
    behaviour: "a VM listed without its ampersand gets it as a fix",
    text: vm(".entry = 5").replace("&vm0", "vm0"),
    at: "vm0",
    message: /the address of a struct vm_config is needed/,
    fixed: "{ &vm0 }",
  },
  {
    code: "CFG13",
    behaviour: "a number of more than 32 bits is refused with what C would make of it",
    text: vm(".entry = 0x100020000,"),
    at: "0x100020000",
    message: /0x100020000 does not fit 32 bits/,
    help: /0x20000/,
  },
  {
    code: "CFG13",
    behaviour: "a negative number is refused at the macro's use, with the macro as second place",
    text: vm(".entry = NEG,", "#define NEG (4 - 5)\n"),
    at: "NEG",
    message: /-1 is negative/,
  },
  {
    code: "CFG14",
    behaviour: "a function call is no constant",
    text: vm(".entry = find(3),", "int find(int); int x = 3; int (*const find_it)(int);\n").replace("find(3)", "x + 1"),
    at: "x",
    message: /`x` may change/,
  },
  {
    code: "CFG14",
    behaviour: "the address of an embedded image cannot be calculated with",
    text: vm(".entry = VM_IMAGE_OFFSET(vm0) + 4,", "VM_IMAGE(vm0, vm0.bin);\n"),
    at: "VM_IMAGE_OFFSET(vm0)",
    message: /known to the linker only/,
  },
  {
    code: "CFG15",
    behaviour: "a division by zero has no result",
    text: vm(".entry = 4 / (2 - 2),"),
    at: "4 / (2 - 2)",
    message: /division by zero/,
  },
  {
    code: "CFG15",
    behaviour: "an overflow of a 32-bit int is not cut silently",
    text: vm(".entry = 0x60000000 + 0x60000000,"),
    at: "0x60000000 + 0x60000000",
    message: /0xc0000000 does not fit int/,
  },
  {
    code: "CFG16",
    behaviour: "a count larger than the list is refused, and the right count proposed",
    text: vm(".platform = { .dev_num = 2, .devs = (struct vm_dev_region[]) { { .pa = 1 } } },"),
    at: "2",
    message: /dev_num is 2 but devs has 1 entry/,
    fixed: ".dev_num = 1,",
  },
  {
    code: "CFG16",
    behaviour: "a count without a list is refused",
    text: vm(".platform = { .region_num = 2 },"),
    at: "2",
    message: /region_num is 2 but regions is not written/,
  },
  {
    code: "CFG17",
    behaviour: "a count smaller than the list is a warning",
    text: vm(".platform = { .ipc_num = 1, .ipcs = (struct ipc[]) { { 0 }, { 0 } } },"),
    at: "1",
    message: /ipc_num is 1 but ipcs has 2 entries/,
  },
  {
    code: "CFG18",
    behaviour: "a file without the variable config is refused",
    text: "#include <config.h>\nstruct config konfig = { .vmlist_size = 1 };\n",
    at: "",
    message: /no variable `config`/,
    help: /struct config config/,
  },
  {
    code: "CFG18",
    behaviour: "a variable defined twice is shown at both places",
    text: vm(".entry = 5", "struct vm_config vm0 = { 0 };\n"),
    at: "vm0",
    message: /`vm0` is defined twice/,
  },
  {
    code: "CFG19",
    behaviour: "a field written twice is a warning, and the later one counts",
    text: vm(".entry = 5, .entry = 6"),
    at: "6",
    message: /twice/,
  },
  {
    code: "CFG20",
    behaviour: "more values than a struct has fields are refused",
    text: vm(".platform = { .region_num = 1, .regions = (struct vm_mem_region[]) { { 1, 2, 3, 4, 5, 6 } } }"),
    at: "6",
    message: /more values than struct vm_mem_region has places/,
  },
  {
    code: "CFG21",
    behaviour: "a VM listed twice is refused",
    text: list("struct vm_config a = { 0 };", "{ &a, &a }", 2),
    at: "&a",
    message: /`a` is listed twice/,
  },
  {
    code: "CFG21",
    behaviour: "a null pointer in the VM list is refused",
    text: list("", "{ NULL }", 1),
    at: "NULL",
    message: /entry 0 of vmlist leads to no VM/,
  },
  {
    code: "CFG22",
    behaviour: "macros that multiply without end are stopped",
    text: vm(".entry = A(A(A(A(A(A(A(A(A(A(A(A(1))))))))))))", "#define A(x) x + x + x + x\n"),
    at: "A(A(A(A(A(A(A(A(A(A(A(A(1))))))))))))",
    message: /macros of this file expand to more than/,
  },
  {
    code: "CFG22",
    behaviour: "brackets nested without end are stopped",
    text: vm(`.entry = ${"(".repeat(5000)}1${")".repeat(5000)}`),
    at: "(",
    message: /nested more than/,
  },
  {
    code: "CFG23",
    behaviour: "an override of an unknown VM gets the nearest one as help",
    text: vm(".entry = 5"),
    at: "vms.vm1.entry",
    message: /no VM `vm1`/,
    help: /`vm0`/,
    options: { overrides: [{ path: "vms.vm1.entry", value: "7" }] },
  },
  {
    code: "CFG24",
    behaviour: "an override that is no number is refused",
    text: vm(".entry = 5"),
    at: "4k",
    message: /`4k` is no number/,
    options: { overrides: [{ path: "vms.vm0.entry", value: "4k" }] },
  },
  {
    code: "CFG25",
    behaviour: "an embedded image that no VM_IMAGE declares gets the nearest name as help",
    text: vm(".image = VM_IMAGE_BUILTIN(guset, 0x20000)", "VM_IMAGE(guest, guest.bin);\n"),
    at: "guset",
    message: /no embedded image `guset`/,
    help: /`guest`/,
  },
  {
    code: "CFG26",
    behaviour: "a configuration without config.h is read with a warning",
    text: list("struct vm_config a = { .entry = 4 };", "{ &a }", 1).replace("#include <config.h>", ""),
    at: "",
    message: /config\.h is not included/,
  },
  {
    code: "CFG27",
    behaviour: "a #warning line is a warning",
    text: vm("#warning untested\n.entry = 5"),
    at: "warning untested",
    message: /#warning: untested/,
  },
  {
    code: "CFG28",
    behaviour: "a macro with two meanings is a warning at the second one",
    text: vm(".entry = B", "#define B 1\n#define B 2\n"),
    at: "B",
    message: /`B` is defined again/,
  },
  {
    code: "CFG30",
    behaviour: "a project file that is no YAML is refused",
    text: "hypervisor: { kind: none\n",
    at: "",
    message: /./,
    project: true,
  },
  {
    code: "CFG30",
    behaviour: "a key that stands twice in the project file is refused",
    text: "board: a\nboard: b\n",
    at: "b",
    message: /unique/,
    project: true,
  },
  {
    code: "CFG31",
    behaviour: "an unknown key of the project file gets the nearest one as help and as a fix",
    text: "bord: lpc55s69\nhypervisor: { kind: none }\n",
    at: "bord",
    message: /no key `bord`/,
    help: /`board`/,
    fixed: "board: lpc55s69",
    project: true,
  },
  {
    code: "CFG31",
    behaviour: "an unknown switch gets the nearest one as help",
    text: "hypervisor: { kind: bao, config: config.c, switches: { vtimr: frozen } }\n",
    at: "vtimr",
    message: /`hypervisor\.switches` has no key `vtimr`/,
    help: /`vtimer`/,
    project: true,
  },
  {
    code: "CFG31",
    behaviour: "a key in the wrong place is told the right one",
    text: "hypervisor: { kind: bao, config: config.c }\nswitches: { vtimer: frozen }\n",
    at: "switches",
    message: /no key `switches`/,
    help: /`switches` belongs below `hypervisor`/,
    project: true,
  },
  {
    code: "CFG32",
    behaviour: "a value that is not possible gets the nearest one as help and as a fix",
    text: "hypervisor: { kind: crosscn, config: config.c }\n",
    at: "crosscn",
    message: /`hypervisor\.kind` has a bad value/,
    help: /`crosscon`/,
    fixed: "kind: crosscon,",
    project: true,
  },
  {
    code: "CFG33",
    behaviour: "a missing key is shown where it is needed",
    text: "hypervisor: { kind: crosscon }\n",
    at: "{ kind: crosscon }",
    message: /`hypervisor\.config` is missing/,
    project: true,
  },
  {
    code: "DTS01",
    behaviour: "a property without its semicolon is shown at its end",
    text: "/ {\n    a = <1>\n    b;\n};\n",
    at: ">",
    message: /`;` is missing after the property `a`/,
    guest: "tree",
  },
  {
    code: "DTS02",
    behaviour: "an unknown label gets the nearest one as help",
    text: "/ { flexcomm2: a { }; };\n&flexcom2 { b; };\n",
    at: "&flexcom2",
    message: /no node has the label or path `flexcom2`/,
    help: /`flexcomm2`/,
    guest: "tree",
  },
  {
    code: "KCF01",
    behaviour: "a line that sets nothing is shown",
    text: "CONFIG_A=y\nCONFIG_B: 1\n",
    at: "CONFIG_B: 1",
    message: /no line of a `.config`/,
    guest: "kconfig",
  },
];
