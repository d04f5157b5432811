/** What a project file may name, as rows, and what holds where it is silent. */

export const defaultBoard = "lpc55s69";
export const defaultSeed = 1;

/** What can be plugged into a device of the board. */
export const attachmentKinds = {
  terminal: "a terminal: shows what the device sends, and types",
  "esp-at": "a Wi-Fi module that speaks ESP-AT commands",
} as const;

/** How serious a finding of `check` is; `off` = not told at all. */
export const severityNames = ["error", "warning", "note", "off"] as const;
export type SeverityName = (typeof severityNames)[number];

export type AttachmentKind = keyof typeof attachmentKinds;
