/** Prints assembly/gen/interpreter.ts: the loop that executes decoded blocks, one case per operation variant. */

import { fusedPairs } from "../isa/fusion.ts";
import { IT } from "../isa/operations/branch.ts";
import { slotsOf, special } from "../isa/record.ts";
import type { Operation } from "../isa/rows.ts";
import type { NumberedOperation, Variant } from "../isa/variants.ts";
import { execModules } from "./exec-modules.ts";
import { arithmeticImports } from "./print-expression.ts";
import { conditionTexts, printFused } from "./print-fused.ts";
import { flagsInState, printVariant } from "./print-statements.ts";

const layoutImports = [
  "CPU_FLAG_C",
  "CPU_FLAG_GE",
  "CPU_FLAG_N",
  "CPU_FLAG_Q",
  "CPU_FLAG_V",
  "CPU_FLAG_Z",
  "CPU_FPSCR",
  "CPU_ITSTATE",
  "CPU_R",
  "CPU_S",
  "CPU_THUMB",
  "PAGE_BITS",
  "READ",
  "SCRATCH_EXIT_REASON",
  "SCRATCH_FAULT",
  "SCRATCH_NATIVE_ENTRIES",
  "SCRATCH_NATIVE_PC",
  "SCRATCH_NATIVE_RECORD",
  "SCRATCH_RESYNC",
  "WRITE",
];

/**
 * IT has done its work when the block was built. It must not look for a resync as other calls do: the exit would take
 * the state of the instruction itself, which is none, for that of the next one.
 */
const passIt = ["        ip += 16;", "        continue;"];

const describe = (variant: Variant): string => {
  const statics = Object.entries(variant.statics).map(([name, value]) => ` ${name}=${value}`);
  return `${variant.operation.name}${statics.join("")}`;
};

function printCase(number: number, comment: string, body: readonly string[]): string[] {
  return [`      case ${number}: {`, `        // ${comment}`, ...body, "      }"];
}

function printSpecialCases(): string[] {
  const conditional = conditionTexts(flagsInState).flatMap((text, index) =>
    printCase(special.ifCondition + index, "condition of an IT block: a failed one passes over the next record", [
      `        ip += ${text} ? 16 : 32;`,
      "        continue;",
    ]),
  );
  const fall = [
    "        let block = load<u32>(ip, 8);",
    "        if (block != 0) {",
    "          let rest = budget - load<i32>(block);",
    "          if (rest >= 0) {",
    "            budget = rest;",
    "            ip = block + 16;",
    "            continue;",
    "          }",
    "        }",
    "        pc = load<u32>(ip, 12) & ~1;",
    "        link = ip + 8;",
    "        exit = DISPATCH;",
    "        break;",
  ];
  const native = ["        exit = NATIVE;", "        break;"];
  const stop = ["        pc = load<u32>(ip, 12) & ~1;", "        exit = STOPPED;", "        break;"];
  const faulting = (call: string): string[] => [
    "        sync(ip, budget);",
    `        ${call};`,
    "        exit = FAULT;",
    "        break;",
  ];
  return [
    ...printCase(special.stop, "end of a single step, or of a block inside an IT block", stop),
    ...printCase(special.fall, "the block ends and the next one follows", fall),
    ...printCase(special.undefined, "no row, or a row that says UNDEFINED", faulting("undefinedInstruction()")),
    ...printCase(
      special.refused,
      "a coprocessor's word that is UNDEFINED where it is enabled",
      faulting("coprocessor(load<u32>(ip, 8))"),
    ),
    ...printCase(special.native, "a compiled region begins here", native),
    ...conditional,
  ];
}

const loopHead = `
/**
 * Execute until \`budget\` instructions have retired or something needs a look outside; returns what is left of the
 * budget.
 */
export function execute(ticksLeft: i32): i32 {
  let budget = ticksLeft;
  let table = currentTable();
  let pc = load<u32>(CPU_R + 60);
  let stepping = load<u32>(CPU_ITSTATE) != 0 || load<u32>(CPU_THUMB) == 0;
  let link: u32 = 0;
  let ip: u32 = 0;
  let exit: u32 = DISPATCH;
  let floatChecked = false;
  while (true) {
    if (exit == DISPATCH) {
      let block: u32 = 0;
      if (!stepping) {
        block = blockAt(pc, table);
        if (block == 0) {
          arrive(pc, budget);
          if (budget <= 0) return budget;
          link = 0;
          block = findBlock(pc);
          if (load<u32>(SCRATCH_EXIT_REASON) != 0) return budget;
        }
      }
      if (block != 0 && load<i32>(block) > budget) {
        noteShort(pc);
        if (budget > 0) block = beginningOf(pc, table, budget);
        else block = 0;
      } else if (block != 0 && link != 0) connect(link, block, pc);
      if (block != 0) {
        link = 0;
        budget -= load<i32>(block);
        ip = block + 16;
      } else {
        if (!stepping) arrive(pc, budget);
        if (budget <= 0) return budget;
        stepping = false;
        link = 0;
        ip = prepareStep(pc);
        if (ip == 0) return settle(budget);
        budget -= 1;
      }
    }
    while (true) {
      switch (load<u16>(ip)) {`;

const loopTail = `      }
      break;
    }
    switch (exit) {
      case DISPATCH:
        continue;
      case NATIVE: {
        let way = load<u32>(ip, 8);
        exit = RECORD;
        if (!holds(way)) close(ip, way);
        else {
          let first = ip;
          let before = budget;
          let door = load<u32>(way, 12);
          if (load<u32>(way, 4) != 0) {
            floatChecked = floatChecked || isAtHand();
            door |= floatLevel(floatChecked) << 16;
          }
          store<u32>(SCRATCH_NATIVE_ENTRIES, load<u32>(SCRATCH_NATIVE_ENTRIES) + 1);
          budget = call_indirect<i32>(load<u32>(way), budget, table, door);
          ip = load<u32>(SCRATCH_NATIVE_RECORD);
          judge(first, way, before - budget, ip);
          if (ip == 0) {
            pc = load<u32>(SCRATCH_NATIVE_PC);
            link = 0;
            exit = DISPATCH;
          }
        }
        continue;
      }
      case RESYNC:
        // An access that only took the slow path, to memory, is no reason to leave.
        if (quiet()) {
          ip += 16;
          continue;
        }
        store<u32>(SCRATCH_RESYNC, 0);
        store<u32>(CPU_R + 60, nextAddress(ip));
        store<u32>(CPU_ITSTATE, advanceItstate(load<u8>(ip, 7)));
        return budget + i32(load<u8>(ip, 6)) - 1;
      case BRANCHED:
      case STOPPED:
        store<u32>(SCRATCH_RESYNC, 0);
        store<u32>(CPU_R + 60, pc);
        store<u32>(CPU_ITSTATE, exit == STOPPED ? load<u32>(ip, 8) : 0);
        return budget;
      case ENDED:
        budget += i32(load<u8>(ip, 6)) - 1;
        if (quiet()) {
          pc = load<u32>(CPU_R + 60);
          table = currentTable();
          exit = DISPATCH;
          floatChecked = false;
          continue;
        }
        store<u32>(SCRATCH_RESYNC, 0);
        if (load<u32>(SCRATCH_FAULT) == 0) return budget;
        store<u32>(CPU_R + 60, load<u32>(ip, 12) & ~1);
        store<u32>(CPU_ITSTATE, load<u8>(ip, 7));
        return settle(budget + 1);
      case AGAIN:
        store<u32>(SCRATCH_RESYNC, 0);
        return budget + i32(load<u8>(ip, 6));
      default:
        return settle(budget + i32(load<u8>(ip, 6)));
    }
  }
}
`;

function printImports(used: ReadonlySet<string>): string[] {
  const byModule = new Map<string, string[]>();
  for (const name of [...used].sort()) {
    const module = execModules[name];
    if (module === undefined) throw new Error(`exec function ${name} has no module in src/gen/exec-modules.ts`);
    byModule.set(module, [...(byModule.get(module) ?? []), name]);
  }
  return [...byModule].map(([module, names]) => `import { ${names.join(", ")} } from "../${module}";`);
}

export function printInterpreter(numbered: ReadonlyMap<Operation, NumberedOperation>): string {
  const used = new Set<string>(["undefinedInstruction", "coprocessor", "isAtHand"]);
  const cases = [...numbered.values()].flatMap(({ operation, variants }) =>
    variants.flatMap((variant) =>
      printCase(
        variant.number,
        describe(variant),
        operation === IT ? passIt : printVariant(variant, slotsOf(operation), used),
      ),
    ),
  );
  const fused = fusedPairs(numbered).flatMap((pair) => printCase(pair.number, pair.title, printFused(pair, used)));
  const lines = [
    "// Printed by src/gen/print-interpreter.ts from src/isa. Do not edit: npm run gen.",
    `import { ${arithmeticImports.join(", ")} } from "../exec/arithmetic";`,
    ...printImports(used),
    'import { readMemory, writeMemory } from "../mem/access";',
    'import { arrive, beginningOf, blockAt, connect, currentTable, findBlock } from "../decode-cache";',
    'import { prepareStep, quiet, settle } from "../decode-cache";',
    'import { close, floatLevel, holds, judge, noteShort } from "../native";',
    'import { advanceItstate, nextAddress, PAGE_MASK, sync, syncEnd } from "../sync";',
    `import { ${layoutImports.join(", ")} } from "./layout";`,
    "",
    "// Ways out of the switch.",
    "const DISPATCH: u32 = 0;",
    "const RESYNC: u32 = 1;",
    "const BRANCHED: u32 = 2;",
    "const STOPPED: u32 = 3;",
    "const ENDED: u32 = 4;",
    "const FAULT: u32 = 5;",
    "/** The instruction has not begun: the state is the one before it. */",
    "const AGAIN: u32 = 6;",
    "const NATIVE: u32 = 7;",
    "/** Not a way out: a record is to be executed. */",
    "const RECORD: u32 = 8;",
    loopHead.slice(1),
    ...printSpecialCases(),
    ...cases,
    ...fused,
    loopTail.trimEnd(),
  ];
  return `${lines.join("\n")}\n`;
}
