/** `branch` in the shell: another future from here, and the shell goes with it. */
import type { Beat } from "../../base/beat.ts";
import { diskFiles } from "../../system/files.ts";
import { openSystem } from "../../system/open.ts";
import { recordBranch } from "../../time/branch.ts";
import { openTimeline, type Timeline } from "../../time/timeline.ts";
import { finish } from "../../time/work.ts";
import { createRecordingFile } from "../../trace/recording-file.ts";
import { parseChanges } from "../change-words.ts";
import { UsageError } from "../exit.ts";
import { printDiagnostics } from "../print.ts";
import { version } from "../version.ts";
import { parseDuration } from "../words.ts";
import type { Reply, Words } from "./commands.ts";
import { enter, type Session } from "./session.ts";

/** `FILE.chv CHANGE... [for T]`. Null: interrupted; then the shell stays where it is. */
export async function branchHere(
  session: Session,
  [file = "", ...words]: Words,
  breathe: () => Promise<boolean>,
): Promise<Reply | null> {
  const { timeline } = session;
  if (!file.endsWith(".chv"))
    throw new UsageError("branch: the new recording has no name", "`branch NEW.chv r0=5 for 1s`");
  const at = timeline.now();
  const last = words.at(-2) === "for" ? (words.at(-1) ?? "") : null;
  const changes = parseChanges(timeline, last === null ? words : words.slice(0, -2));
  const endBeat = branchEnd(timeline, last);
  const out = createRecordingFile(file, (problem) => printDiagnostics([problem], timeline.system.texts));
  const branched = await recordBranch(timeline, { at, ...changes, keepLater: true, endBeat }, out, version, breathe);
  if (branched === null) return null;
  const system = await openSystem({ path: file, images: [], loads: [], overrides: [] }, diskFiles);
  session.parents.push(timeline);
  const opened = openTimeline(system);
  finish(opened.seek(at));
  enter(session, opened);
  const ran = branched.stop.reason === "limit" ? "" : `; it ended by itself: ${branched.stop.reason}`;
  return { lines: [`${file} branches off here and runs to tick ${branched.tick}${ran}`], moved: true, found: true };
}

/** As long as the parent, or for a time from here on. */
export function branchEnd(timeline: Timeline, duration: string | null): Beat {
  const now = timeline.now().beat;
  const end = timeline.end();
  if (duration === null) {
    if (end !== null && end.beat > now) return end.beat;
    throw new UsageError("branch: it has no end", "say how long it runs on, like `for 1s`");
  }
  const time = parseDuration(duration, "for");
  if (time.unit === "beats") return now + time.beats;
  throw new UsageError("for: a virtual time is wanted", "like `for 1s`");
}

export function backToParent(session: Session): Reply {
  const parent = session.parents.pop();
  if (parent === undefined) throw new UsageError("parent: this run did not branch off here", null);
  enter(session, parent);
  return { lines: [parent.system.name], moved: true, found: true };
}
