/** Every place that a freeze can name leads back to the configuration. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Span } from "../../src/base/diagnostic.ts";
import type { SystemModel } from "../../src/config/model.ts";
import { elementSpan } from "../../src/monitor/crosscon/element.ts";
import { sharedPage, system, zephyr } from "./system.ts";

/** The model with a different line for every span, in the order in which they are met. */
function numbered(model: SystemModel): SystemModel {
  const counter = { line: 0 };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, inner]) =>
      key === "span" ? [key, { file: "config.c", line: ++counter.line }] : [key, walk(inner)],
    );
    return Object.fromEntries(entries);
  };
  return walk(model) as SystemModel;
}

test("regions, devices, their interrupts, ipcs, image, type and shared memories are found", () => {
  const model = numbered(system([{ regions: [[0x20010000, 0x1000]] }, zephyr], sharedPage));
  const vm = model.partitions[1];
  const expected: readonly (readonly [string, Span | null | undefined])[] = [
    ["regions[1]", vm?.regions[1]?.span],
    ["devs[3]", vm?.devices[3]?.span],
    ["devs[0].interrupts[0]", vm?.devices[0]?.interrupts[0]?.span],
    ["ipcs[0]", vm?.ipcs[0]?.span],
    ["ipcs[0].interrupts[0]", vm?.ipcs[0]?.interrupts[0]?.span],
    ["hypercall veneer", vm?.ipcs[0]?.span],
    ["image", vm?.image?.span],
    ["type", vm?.type.span],
  ];
  for (const [element, span] of expected) {
    assert.ok(span, element);
    assert.is(elementSpan(model, 1, element), span, element);
  }
  assert.is(elementSpan(model, -1, "shmemlist[0]"), model.sharedMemories[0]?.span);
});

test("what nobody wrote has no place", () => {
  const model = system([zephyr], sharedPage);
  for (const [vm, element] of [
    [0, "devs[9]"],
    [0, "hypervisor image"],
    [4, "devs[0]"],
    [-1, "hypervisor data"],
  ] as const) {
    assert.is(elementSpan(model, vm, element), null, element);
  }
});

test.run();
