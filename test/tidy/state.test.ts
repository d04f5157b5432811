import { test } from "uvu";
import { accepts, finds } from "./planted.ts";
import { memberRule } from "./state.ts";

test("a mutable field and a container as a field are found", () => {
  finds(
    memberRule,
    {
      "src/device/a.ts":
        "class A {\n  level = 0;\n  private deep = 1;\n  readonly queue: number[] = [];\n  readonly m = new Map();\n}",
      "src/monitor/crosscon/b.ts": "class B {\n  #slice = 0;\n}",
    },
    "src/device/a.ts:2 field level is not readonly",
    "src/device/a.ts:3 field deep is not readonly",
    "src/device/a.ts:4 field queue is a container",
    "src/device/a.ts and 1 more",
    "src/monitor/crosscon/b.ts:2 field #slice is not readonly",
  );
});

test("a variable that a nested function writes is a field in disguise", () => {
  for (const write of ["level = 1", "level += 1", "level++", "--level", "level ??= 1"]) {
    const text = `function build() {\n  let level = 0;\n  return {\n    write() {\n      ${write};\n    },\n  };\n}`;
    finds(
      memberRule,
      { "src/device/a.ts": text },
      "src/device/a.ts:5 variable level outlives its call: keep it in the state block",
    );
  }
  finds(
    memberRule,
    { "src/device/a.ts": "let shared = 0;\nconst f = () => { shared = 1; };" },
    "src/device/a.ts:2 variable shared outlives its call: keep it in the state block",
  );
});

test("local variables, shadowed names, state blocks and fixed tables are fine", () => {
  accepts(memberRule, {
    "src/device/a.ts": `
      class A { readonly table = [1, 2]; readonly io: Io; constructor(io: Io) { this.io = io; } }
      function build(io) {
        let level = 0;
        level = 1;
        for (let i = 0; i < 3; i++) level += i;
        return { read(level) { level = 2; io.state.level = level; }, write() { let level = 1; level = 3; } };
      }`,
    "src/machine/b.ts": "class B { cache = 0; }",
  });
});

test.run();
