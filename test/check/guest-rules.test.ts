/** The rules on what guests were built from: each example found, each claim held against the machine. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { applyFixes } from "../../src/check/apply-fix.ts";
import { check, rules } from "../../src/check/check.ts";
import { guestCodes } from "../../src/check/guest-codes.ts";
import type { Subject } from "../../src/check/rule.ts";
import { subjectOf } from "../../src/cli/check-subject.ts";
import type { System } from "../../src/system/system.ts";
import { type Changes, filesWith, openBuilt, replaced, type TextName } from "./built.ts";
import { guestCases, openFailing, stopOf } from "./guest-cases.ts";

const found = (system: System): Diagnostic[] => check(subjectOf(system) as Subject, system.texts);
const textOf = (one: Diagnostic): string => `${one.code} ${one.message}`;
const textsOf = async (changes: Changes = {}): Promise<string[]> => found(await openBuilt(changes)).map(textOf);

test("the system as it is has no finding but the note on what its windows expose, and boots", async () => {
  const system = await openBuilt();
  assert.equal(found(system).map(textOf), [
    "DEV06 devs[1] of kernel also opens gint0, gint1, which the guest does not use",
  ]);
  assert.is(stopOf(system), null);
});

for (const row of guestCodes) {
  const { code, fixed } = row;
  const own = guestCases[code];
  test(`${code} finds its failing example, at a place, and not the fixed one`, async () => {
    assert.ok(own !== undefined, "it has a case in guest-cases.ts");
    assert.ok(rules.some(({ codes }) => codes.includes(code)));
    const before = await textsOf(own.more ?? {});
    const system = await openFailing(row, own.more);
    const fresh = found(system).filter((one) => one.code === code && !before.includes(textOf(one)));
    assert.ok(fresh.length > 0, `found instead: ${found(system).map(textOf).join("; ")}`);
    for (const { labels, help } of fresh) {
      assert.ok(labels.length > 0 && labels.every(({ file }) => system.texts.has(file)), "it points at texts");
      assert.ok(help.length > 0, "it says what to do");
    }
    assert.ok(system.texts.size > 0 && fixed.length > 0);
  });
  if (own?.confirm) {
    const { confirm } = own;
    test(`${code}, on the machine: ${own.claim}`, async () => confirm(await openFailing(row, own.more)));
  }
}

test("one message points at configuration, device tree and .config at once", async () => {
  const row = guestCodes.find(({ code }) => code === "DEV07");
  assert.ok(row !== undefined);
  const finding = found(await openFailing(row)).find(({ code }) => code === "DEV07");
  assert.equal(
    finding?.labels.map(({ file }) => file),
    ["made/config.c", "made/build/zephyr/zephyr.dts", "made/build/zephyr/.config"],
  );
});

test("fixes mend what they say, without a new error, and what they mend boots", async () => {
  const tried: string[] = [];
  for (const row of guestCodes) {
    const more = guestCases[row.code]?.more;
    const system = await openFailing(row, more);
    const finding = found(system).find((one) => one.code === row.code && one.fix !== null);
    if (finding === undefined) continue;
    const { texts } = applyFixes([finding], system.texts);
    assert.ok(texts.size > 0, row.code);
    const mended = Object.fromEntries([...texts].map(([path, text]) => [path.split("/").at(-1) ?? "", text]));
    const again = await openBuilt({
      ...more,
      texts: { [row.file]: replaced(row.file, row.fixed, row.failing), ...mended },
    });
    const left = found(again).filter(({ severity }) => severity === "error");
    assert.not.ok(
      left.some((one) => textOf(one) === textOf(finding)),
      `${row.code}: still there`,
    );
    tried.push(row.code);
  }
  assert.ok(tried.includes("DEV07") && tried.includes("IRQ05"), tried.join(" "));
});

test("a device that fits only after windows are joined is granted, then joined", async () => {
  const row = guestCodes.find(({ code }) => code === "DEV07");
  assert.ok(row !== undefined);
  let text = replaced("config.c", row.fixed, row.failing);
  const codes: string[] = [];
  for (let round = 0; round < 4; round++) {
    const system = await openBuilt({ texts: { "config.c": text } });
    const errors = found(system).filter(({ severity }) => severity === "error");
    if (errors.length === 0) return assert.is(stopOf(system), null, codes.join(" "));
    const { texts, applied } = applyFixes(errors, system.texts);
    codes.push(...applied.map(({ code }) => code));
    text = texts.get("made/config.c") ?? text;
  }
  assert.unreachable(`errors are left after ${codes.join(" ")}`);
});

const prints = "CONFIG_UART_CONSOLE=y";
const quiet: readonly (readonly [string, TextName, string, string])[] = [
  ["DEV09", ".config", prints, "# CONFIG_UART_CONSOLE is not set"],
  ["IRQ05", ".config", "CONFIG_UART_MCUX_FLEXCOMM=y", "# CONFIG_UART_MCUX_FLEXCOMM is not set"],
  ["DEV07", ".config", "CONFIG_ENTROPY_MCUX_RNG=y", "# CONFIG_ENTROPY_MCUX_RNG is not set"],
];

for (const [code, file, from, to] of quiet) {
  test(`${code} says nothing where ${from} is switched off: nobody touches the device then`, async () => {
    const row = guestCodes.find((one) => one.code === code);
    assert.ok(row !== undefined);
    const change = replaced(row.file, row.fixed, row.failing);
    const list = await textsOf({ texts: { [row.file]: change, [file]: replaced(file, from, to) } });
    assert.not.ok(
      list.some((one) => one.startsWith(code)),
      list.join("; "),
    );
  });
}

test("networking is named where it is what brings the RNG in", async () => {
  const row = guestCodes.find(({ code }) => code === "DEV07");
  assert.ok(row !== undefined);
  const kconfig = replaced(".config", "# CONFIG_NETWORKING is not set", "CONFIG_NETWORKING=y");
  const system = await openBuilt({
    texts: { ".config": kconfig, "config.c": replaced("config.c", row.fixed, row.failing) },
  });
  const finding = found(system).find(({ code }) => code === "DEV07");
  assert.match(finding?.help.join("\n") ?? "", /networking \(made\/build\/zephyr\/\.config:\d+\) wants random numbers/);
});

test("a modem below the console's serial interface is found in the device tree alone", async () => {
  const tree = replaced("zephyr.dts", "zephyr,console = &flexcomm2;", "zephyr,console = &flexcomm3;")
    .replace(
      'wifi: modem {\n                    compatible = "espressif,esp-at";\n                    status = "disabled"',
      'wifi: modem {\n                    compatible = "espressif,esp-at";\n                    status = "okay"',
    )
    .replace(/(flexcomm3: flexcomm@89000 \{[^}]*?)status = "disabled"/, '$1status = "okay"');
  const list = await textsOf({ texts: { "zephyr.dts": tree } });
  assert.ok(list.includes("DEV08 kernel prints on flexcomm3, where its modem is"), list.join("; "));
});

test("a guest that switches the main clock itself is believed, and named to the others", async () => {
  const { kernelElf } = await import("./built.ts");
  const { patched } = await import("./patch.ts");
  // The SDK's constant for the 96 MHz oscillator, in place of a word that nobody reads.
  const elf = patched(patched(kernelElf, 240_000 - 1, 96_000_000 / 50 - 1), 0x4003a000, 0x109408);
  const changes = { texts: { ".config": replaced(".config", "=12000000", "=96000000") }, elf };
  assert.not.ok((await textsOf(changes)).some((one) => one.startsWith("CLK01")));
  const other = (await textsOf({ elf })).find((one) => one.startsWith("CLK01"));
  assert.is(other, "CLK01 kernel counts 12 MHz, the core runs at 96 MHz: its time runs 8 times too fast");
});

test("opening what does not fit is for looking only: running it is refused", async () => {
  const { openSystem } = await import("../../src/system/open.ts");
  const twice = replaced("chronovisor.yaml", "guests/baremetal/baremetal.elf", "guests/kernel/kernel.elf");
  const files = filesWith({ texts: { "chronovisor.yaml": twice } });
  const request = { path: "made", images: [], loads: [], overrides: [] };
  const refused = await openSystem(request, files).then(
    () => false,
    () => true,
  );
  assert.ok(refused);
  assert.ok((await textsOf({ texts: { "chronovisor.yaml": twice } })).some((one) => one.startsWith("IMG24")));
});

test.run();
