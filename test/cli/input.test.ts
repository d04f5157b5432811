/** Mistakes of input that would be easy to take in without a word, or to tell with the wrong reason. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { UsageError } from "../../src/cli/exit.ts";
import { isBackward, parseSend, unescapeText } from "../../src/cli/words.ts";
import { diskFiles, type Files } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { skipUnless } from "../support/skip.ts";
import { type Answer, chronovisor, folderOf, guestFile } from "./command.ts";
import { config, good, project } from "./small-system.ts";

function inFolder(files: Readonly<Record<string, string | Uint8Array>>, work: (folder: string) => void): void {
  const folder = folderOf({ ...good, ...files });
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Exit 2 and one line with the reason. */
function refuses(answer: Answer, reason: RegExp): void {
  assert.is(answer.code, 2, answer.stderr);
  assert.is(answer.stdout, "");
  assert.match(answer.stderr, reason);
}

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly labels: readonly { readonly file: string; readonly line: number; readonly column: number }[];
}

function findingsOf(...words: readonly string[]): { code: number | null; findings: readonly Finding[] } {
  const { code, stdout } = chronovisor(...words, "--json");
  return { code, findings: JSON.parse(stdout).findings };
}

const placesOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, labels: [first] }) => `${code} ${first?.line}:${first?.column}`);

test("an image outside of its VM's regions has one code and one place, in check (1) and before a run (3)", () => {
  const moved = config.replace("0x00040000, .size = 0x18000", "0x00060000, .size = 0x18000");
  inFolder({ "config.c": moved }, (folder) => {
    const [checked, refused] = [findingsOf("check", folder), findingsOf("run", folder)];
    assert.equal([checked.code, refused.code], [1, 3]);
    assert.equal(placesOf(checked.findings), ["IMG21 9:54"]);
    assert.equal(placesOf(refused.findings), ["IMG21 9:54"]);
  });
});

test("an image that reaches beyond its region is an error of check, a warning of run, with one code and place", () => {
  const path = "examples/faults/beyond-region";
  const checked = findingsOf("check", path).findings.filter(({ code }) => code === "IMG21");
  assert.equal(placesOf(checked), ["IMG21 15:43"]);
  const { stderr } = chronovisor("run", path, "--for", "300ms");
  assert.match(stderr, /warning\[IMG21\][^\n]*\n[^\n]*config\.c:15:43/);
});

test("bytes of two images in one place have one code in check and run, and a file named twice is called that", () => {
  inFolder({}, (folder) => {
    const twice = ["--load", guestFile("kernel/kernel.elf")];
    assert.ok(findingsOf("check", folder, ...twice).findings.some(({ code }) => code === "IMG24"));
    assert.equal(
      findingsOf("run", folder, ...twice).findings.map(({ code }) => code),
      ["IMG24"],
    );
    const image = join(folder, "rtos.elf");
    const { code, stderr } = chronovisor("run", image, "--firmware", image);
    assert.is(code, 3);
    assert.match(stderr, /IMG24.*rtos\.elf` is loaded twice/);
    assert.match(stderr, /--firmware FILE/);
  });
});

test("text for a moment behind the end of the run is refused where the end is known", () => {
  const late = ["run", "examples/two-vms", "--send", "kernel@20s:x"];
  refuses(chronovisor(...late, "--for", "1s"), /kernel@20 s is behind the end of the run, at 1 s/);
  refuses(chronovisor(...late), /behind the end of the run, at 10 s/);
  refuses(chronovisor(...late, "--until", "kernel:x", "--timeout", "2s"), /at 2 s/);
});

test("text that was not typed because the run ended before is told at the end", () => {
  const { code, stderr } = chronovisor(
    ...["run", "examples/two-vms", "--send", "kernel@20s:x", "--send", "kernel@0.3s:y"],
    ...["--until", "kernel:uptime 0"],
  );
  assert.is(code, 0, stderr);
  assert.match(stderr, /warning: --send kernel@20 s was never typed: the run ended at 0\.25\d* s/);
  assert.match(stderr, "--send kernel@0.3 s was never typed");
  const typed = chronovisor("run", "examples/two-vms", "--send", "kernel@0.3s:y", "--for", "400ms");
  assert.not.match(typed.stderr, "never typed");
});

test("an escape that there is not is refused with its place, and \\xNN is one byte", () => {
  assert.equal([...unescapeText("a\\n\\x00\\xff\\\\é", "--send")], [97, 10, 0, 0xff, 92, 0xc3, 0xa9]);
  for (const [text, shown] of [
    ["ab\\q", /`\\q` is no escape, at character 3/],
    ["\\xZZ", /`\\xZZ` is no escape, at character 1/],
    ["end\\", /`\\` is no escape, at character 4/],
  ] as const) {
    try {
      parseSend(`vm@1s:${text}`);
      assert.unreachable(text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      assert.match(error.message, shown);
    }
  }
  refuses(chronovisor("run", "examples/two-vms", "--send", "kernel@1s:\\q"), /--send: `\\q` is no escape/);
});

test("an attachment that no release models is a warning at its place", () => {
  inFolder({ "chronovisor.yaml": `${project}attach: { flexcomm2: { kind: esp-at } }\n` }, (folder) => {
    const { code, findings } = findingsOf("check", folder);
    assert.is(code, 0);
    assert.equal(placesOf(findings), ["SYS13 4:11"]);
    assert.match(chronovisor("run", folder, "--for", "1ms").stderr, /warning\[SYS13\][^\n]*\n[^\n]*yaml:4:11/);
  });
});

test("two images for one VM are refused, in every verb that takes them", () => {
  for (const verb of ["run", "check", "events"]) {
    const answer = chronovisor(verb, "examples/two-vms", "--image", "kernel=a.elf", "--image", "kernel=b.elf");
    refuses(answer, /`kernel` gets `a\.elf` and `b\.elf`/);
  }
});

test("--json and --format of another form are refused", () => {
  refuses(chronovisor("check", "examples/two-vms", "--json", "--format", "sarif"), /--json and --format sarif/);
});

test("--set without a value is refused as no PATH=VALUE", () => {
  for (const verb of ["run", "check"])
    refuses(chronovisor(verb, "examples/two-vms", "--set", "foo"), /`foo` is not PATH=VALUE/);
});

test("a window that ends before it begins is refused", () => {
  refuses(chronovisor("events", "examples/two-vms", "--from", "1s", "--to", "0.5s"), /--to 0\.5s is before --from 1s/);
  refuses(chronovisor("events", "examples/two-vms", "--from", "9t", "--to", "8t"), /before/);
  refuses(chronovisor("events", "traces/two-vms/run.chv", "--from", "100s"), /the recording ends before --from 100s/);
  refuses(chronovisor("at", "traces/two-vms/run.chv", "end", "who-ran", "1s", "0.5s"), /0\.5s is before 1s/);
  assert.is(isBackward({ beat: 5 }, { tick: 1 }), false, "a time and a tick cannot be compared by their words");
  const empty = chronovisor("at", "traces/two-vms/run.chv", "end", "who-ran", "100s", "101s");
  assert.is(empty.code, 1);
  assert.match(empty.stdout, "nothing of that kind");
});

test("a negative time is called that, not an unknown option", () => {
  refuses(chronovisor("at", "traces/two-vms/run.chv", "-1s"), /`-1s` is negative/);
});

test("the image of a VM that there is not is told by the VM, not by its file", () => {
  inFolder({}, (folder) => {
    for (const verb of ["run", "check"]) {
      const { code, stderr } = chronovisor(verb, folder, "--image", "rots=nothing.elf");
      assert.is(code, 3);
      assert.match(stderr, /SYS04.*no VM `rots`[\s\S]*did you mean `rtos`/);
      assert.not.match(stderr, "nothing.elf");
    }
    const both = chronovisor("run", folder, "--image", "rots=a.elf", "--image", "rtos=b.elf").stderr;
    assert.match(both, /SYS04.*`rots`/);
    assert.match(both, /SYS08.*`b\.elf`/);
  });
});

test("what is no regular file is refused at once, wherever it is named", () => {
  inFolder({}, (folder) => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe, join(folder, "pipe.chv")]);
    const cases: readonly (readonly [args: readonly string[], code: number])[] = [
      [["run", pipe], 3],
      [["check", pipe], 3],
      [["check", "/dev/zero"], 3],
      [["run", folder, "--image", `rtos=${pipe}`], 3],
      [["run", folder, "--load", "/dev/zero"], 3],
      [["run", "--firmware", pipe], 3],
      [["at", `${pipe}.chv`, "1s"], 3],
      [["replay", `${pipe}.chv`], 3],
      [["plan", "--dts", pipe], 3],
      [["disasm", "/dev/zero"], 3],
      [["init", pipe], 2],
    ];
    for (const [args, code] of cases) {
      const answer = chronovisor(...args);
      assert.is(answer.code, code, `${args.join(" ")}: ${answer.stderr}`);
      assert.match(answer.stderr, /this is a (pipe|device)/, args.join(" "));
    }
    for (const name of ["config.c", "chronovisor.yaml"]) {
      rmSync(join(folder, name));
      execFileSync("mkfifo", [join(folder, name)]);
      const answer = chronovisor("check", folder);
      assert.is(answer.code, 3);
      assert.match(answer.stderr, new RegExp(`${name.replace(".", "\\.")}: this is a pipe`));
    }
  });
});

test("a text of gigabytes is called too large, not unreadable", () => {
  inFolder({}, (folder) => {
    const large = join(folder, "large.c");
    writeFileSync(large, "");
    truncateSync(large, 3 * 2 ** 30);
    const { code, stderr } = chronovisor("check", large);
    assert.is(code, 3);
    assert.match(stderr, "larger than 2 GiB");
  });
});

const opened = (path: string, files: Partial<Files>): Promise<unknown> =>
  openSystem({ path, images: [], loads: [], overrides: [] }, { bytes: () => null, kind: () => null, ...files });

test("a folder that may not be entered is not called empty", async () => {
  try {
    await opened("system", { kind: (path) => (path === "system" ? "folder" : "closed") });
    assert.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    assert.equal(
      error.diagnostics.map(({ code, labels: [label] }) => `${code} ${label?.text}`),
      ["SYS08 a folder on the way to it may not be entered"],
    );
  }
});

const nobody = 65534;
const asRoot = "on disk, a folder without x is told as such";

if (skipUnless(process.getuid?.() === 0, asRoot, "only root can be somebody else")) {
  test(asRoot, () => {
    inFolder({}, (folder) => {
      chmodSync(folder, 0o755);
      const closed = join(folder, "closed");
      mkdirSync(closed);
      writeFileSync(join(closed, "config.c"), config);
      chmodSync(closed, 0o644);
      process.seteuid?.(nobody);
      try {
        assert.is(diskFiles.kind(join(closed, "config.c")), "closed");
        assert.is(diskFiles.kind(closed), "folder");
      } finally {
        process.seteuid?.(0);
      }
    });
  });
}

test("--set of a placeholder that the configuration does not have is refused, with the one that was meant", () => {
  const { code, findings } = findingsOf("check", "examples/two-vms", "--set", "kernel_entry=0x40000");
  assert.is(code, 3);
  assert.equal(placesOf(findings), ["CFG23 1:1"]);
  const { stderr } = chronovisor("run", "examples/two-vms", "--for", "1ms", "--set", "kernel_entry=0x40000");
  assert.match(stderr, /did you mean `KERNEL_ENTRY`/);
});

test("a configuration alone and a project file that says no more are the same system, seed included", () => {
  inFolder({}, (folder) => {
    const hashOf = (...words: readonly string[]): string =>
      JSON.parse(chronovisor("run", ...words, "--for", "300ms", "--json").stdout).hash;
    assert.is(hashOf(join(folder, "config.c"), "--image", `rtos=${join(folder, "rtos.elf")}`), hashOf(folder));
  });
});

test.run();
