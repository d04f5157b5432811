/** The project file `chronovisor.yaml`: which board, hypervisor, images and attachments make up a system. */
import type { Sourced } from "./model.ts";
import { type AttachmentKind, defaultBoard, defaultSeed, type SeverityName } from "./project-rows.ts";
import type { ProjectInput } from "./project-schema.ts";
import type { Switches } from "./switches.ts";
import type { Path, Places } from "./yaml-file.ts";

export type ProjectHypervisor =
  | {
      readonly kind: "crosscon" | "bao";
      readonly config: Sourced<string>;
      readonly switches: Partial<Switches>;
    }
  | { readonly kind: "firmware"; readonly image: Sourced<string>; readonly semihosting: boolean }
  | { readonly kind: "none"; readonly semihosting: boolean };

export interface ProjectLoad {
  readonly file: Sourced<string>;
  /** Null where the image has its own addresses. */
  readonly address: number | null;
}

/** An image, and what it was built from. A folder as `file` is a build directory, which has it all. */
export interface ProjectImage {
  /** Its span is that of the key. */
  readonly vm: Sourced<string>;
  readonly file: Sourced<string>;
  readonly dts: readonly Sourced<string>[];
  readonly include: readonly string[];
  readonly kconfig: Sourced<string> | null;
}

/** Paths are as written: relative to the folder of the project file. A span is null where a default applies. */
export interface Project {
  readonly file: string;
  readonly board: Sourced<string>;
  readonly hypervisor: ProjectHypervisor;
  readonly images: readonly ProjectImage[];
  readonly attach: readonly { readonly device: Sourced<string>; readonly kind: AttachmentKind }[];
  readonly seed: Sourced<number>;
  readonly load: readonly ProjectLoad[];
  readonly severities: readonly { readonly code: Sourced<string>; readonly severity: SeverityName }[];
}

/** Reads a project file. `file` is the path as the user gave it. Throws InputError with every problem found. */
export async function readProject(text: string, file: string): Promise<Project> {
  const { readYaml } = await import("./yaml-file.ts");
  const { projectSchema } = await import("./project-schema.ts");
  const { value, places } = await readYaml(text, file, "the project file", projectSchema);
  return new ProjectBuilder(places, file).build(value);
}

/** Puts the place beside each value of a project file that was found sound. */
class ProjectBuilder {
  private readonly places: Places;
  private readonly file: string;

  constructor(places: Places, file: string) {
    this.places = places;
    this.file = file;
  }

  build(input: ProjectInput): Project {
    return {
      file: this.file,
      board: this.at(input.board ?? defaultBoard, ["board"]),
      hypervisor: this.hypervisor(input.hypervisor),
      images: Object.entries(input.images ?? {}).map(([vm, what]) => this.image(vm, what)),
      attach: Object.entries(input.attach ?? {}).map(([device, what]) => ({
        device: { value: device, span: this.places.key(["attach", device]) },
        kind: typeof what === "string" ? what : what.kind,
      })),
      seed: this.at(input.seed ?? defaultSeed, ["seed"]),
      load: (input.load ?? []).map((item, i) => this.load(item, ["load", i])),
      severities: Object.entries(input.severity ?? {}).map(([code, severity]) => ({
        code: { value: code, span: this.places.key(["severity", code]) },
        severity,
      })),
    };
  }

  private at<T>(value: T, path: Path): Sourced<T> {
    return { value, span: this.places.value(path) };
  }

  private hypervisor(input: ProjectInput["hypervisor"]): ProjectHypervisor {
    if (input.kind === "none") return { kind: "none", semihosting: input.semihosting === true };
    if (input.kind === "firmware") {
      const image = this.at(input.image, ["hypervisor", "image"]);
      return { kind: "firmware", image, semihosting: input.semihosting === true };
    }
    const switches = Object.entries(input.switches ?? {}).map(([name, value]) => [name, String(value)]);
    return {
      kind: input.kind,
      config: this.at(input.config, ["hypervisor", "config"]),
      switches: Object.fromEntries(switches) as Partial<Switches>,
    };
  }

  private image(name: string, what: NonNullable<ProjectInput["images"]>[string]): ProjectImage {
    const vm = { value: name, span: this.places.key(["images", name]) };
    const path = ["images", name];
    const bare = { vm, dts: [], include: [], kconfig: null };
    if (typeof what === "string") return { ...bare, file: this.at(what, path) };
    if ("build" in what) return { ...bare, file: this.at(what.build, [...path, "build"]) };
    const { file, dts = [], include = [], kconfig } = what;
    const trees =
      typeof dts === "string"
        ? [this.at(dts, [...path, "dts"])]
        : dts.map((one, i) => this.at(one, [...path, "dts", i]));
    return {
      ...{ vm, file: this.at(file, [...path, "file"]), dts: trees, include },
      kconfig: kconfig === undefined ? null : this.at(kconfig, [...path, "kconfig"]),
    };
  }

  private load(item: NonNullable<ProjectInput["load"]>[number], path: Path): ProjectLoad {
    if (typeof item !== "string") {
      return { file: this.at(item.file, [...path, "file"]), address: item.address ?? null };
    }
    const match = /^(.+)@(0[xX][0-9a-fA-F]{1,8}|[0-9]{1,10})$/.exec(item);
    const address = match === null ? null : Number(match[2]);
    if (match === null || address === null || address > 0xffff_ffff)
      return { file: this.at(item, path), address: null };
    return { file: this.at(match[1] as string, path), address };
  }
}
