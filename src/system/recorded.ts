/** A recording as a system: its request and its files as they were, its inputs with them. */
import { loadHasher } from "../base/hash.ts";
import { engineHash } from "../core/core.ts";
import { recordingDiagnostic } from "../trace/codes.ts";
import { type Recording, readRecording } from "../trace/recording.ts";
import { systemError, unreadable } from "./codes.ts";
import { type Files, filesOf, type SeenFile } from "./files.ts";
import type { System, SystemRequest } from "./system.ts";

/** Throws InputError: SYS01, SYS08, REC01, REC02, REC04. */
export async function loadRecording(path: string, files: Files): Promise<Recording> {
  if (files.kind(path) === null) throw systemError("SYS01", `there is no \`${path}\``);
  const bytes = files.bytes(path);
  if (bytes === null) throw unreadable(files, path);
  return readRecording(bytes, path, await loadHasher());
}

/** What a recording says was asked for; options of a new request go before. */
export function recordedRequest({ head }: Recording, more: SystemRequest): SystemRequest {
  const { request } = head;
  const { path: _recording, ...options } = more;
  const replaced = new Set(more.images.map(([vm]) => vm));
  return {
    ...(request as SystemRequest),
    ...options,
    images: [...request.images.filter(([vm]) => !replaced.has(vm)), ...more.images],
    loads: [...request.loads, ...more.loads],
    overrides: [...request.overrides, ...more.overrides],
  };
}

/** Names outside the recording, of options given today, are looked up in `files`. */
export async function openRecorded(
  path: string,
  request: SystemRequest,
  files: Files,
  open: (request: SystemRequest, files: Files) => Promise<System>,
): Promise<System> {
  const recording = await loadRecording(path, files);
  const seen: SeenFile[] = recording.head.files.map(({ path, kind, hash }) => {
    return { path, kind, bytes: hash === null ? null : (recording.files.get(hash) ?? null) };
  });
  const inside = filesOf(seen);
  const knows = new Set(seen.map(({ path }) => path));
  const both: Files = {
    bytes: (path) => (knows.has(path) ? inside.bytes(path) : files.bytes(path)),
    kind: (path) => (knows.has(path) ? inside.kind(path) : files.kind(path)),
  };
  const system = await open(recordedRequest(recording, request), both);
  const own = await engineHash();
  const other = recording.head.engine.wasm === own ? [] : [otherEngine(recording, own)];
  const warnings = [...recording.damage, ...other, ...system.warnings];
  return { ...system, name: path, warnings, recording };
}

function otherEngine({ file, head }: Recording, own: string): ReturnType<typeof recordingDiagnostic> {
  const { version, wasm } = head.engine;
  const message = `\`${file}\` was recorded by engine ${wasm} of version ${version}; this is engine ${own}`;
  const help = ["the run may differ: `chronovisor replay --verify` tells where"];
  return recordingDiagnostic("REC05", file, message, { severity: "warning", help });
}
