/** The text that the image prints, taken apart. */

/** A handler entered, an act of it that is over (`~`), or the call that ends the scene (`.`). */
export interface Line {
  readonly text: string;
  readonly back: boolean;
  readonly secure: boolean;
  readonly exception: number;
  /** EXC_RETURN; 0 where an act is over. */
  readonly link: number;
  /** Words that have changed, as they are written. */
  readonly words: ReadonlyMap<string, string>;
}

export interface Observation {
  readonly scene: string;
  readonly lines: readonly string[];
}

const lineForm = /^([~.]?)([SN]) ([0-9a-f]+)(?: ([0-9a-f]{8}))?((?: \w+=\S+)*)$/;

export function readLine(text: string): Line {
  const match = lineForm.exec(text);
  if (match === null) throw new Error(`not a line of a report: ${text}`);
  const [, back, world, exception = "0", link = "0", words = ""] = match;
  const entries = words.split(" ").flatMap((word): [string, string][] => {
    const [name = "", value] = word.split("=");
    return value === undefined ? [] : [[name, value]];
  });
  return {
    text,
    back: back === "~",
    secure: world === "S",
    exception: Number.parseInt(exception, 16),
    link: Number.parseInt(link, 16),
    words: new Map(entries),
  };
}

/** Scenes in the order in which they were played, each with its lines. */
export function observationsOf(text: string): Observation[] {
  const all: { scene: string; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    if (/^[~.]?[SN] /.test(line)) all.at(-1)?.lines.push(line);
    else all.push({ scene: line, lines: [] });
  }
  return all;
}

export const textOf = (all: readonly Observation[]): string =>
  all.map(({ scene, lines }) => `${[scene, ...lines].join("\n")}\n`).join("");
