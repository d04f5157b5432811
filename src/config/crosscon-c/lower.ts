/**
 * From the objects that the initialisers filled to the neutral System model: counts honoured, lists followed, VMs
 * named.
 */
import type { Label, Span } from "../../base/diagnostic.ts";
import type {
  DeviceWindow,
  ImagePlacement,
  IpcWindow,
  MemoryRegion,
  Partition,
  SharedMemory,
  Sourced,
  SystemModel,
} from "../model.ts";
import { pointedObject } from "./evaluate.ts";
import type { EmbeddedImage } from "./preprocess.ts";
import type { Report } from "./report.ts";
import { spanOfTokens, type Token } from "./token.ts";
import { CObject, isWritten, type PointerValue } from "./value.ts";

export interface LowerOptions {
  readonly report: Report;
  readonly file: string;
  readonly images: ReadonlyMap<string, EmbeddedImage>;
  /** Size of an embedded file, by the path VM_IMAGE gives; null when it is not there. */
  readonly imageSizeBytes: (path: string) => number | null;
  /** Whether --set replaces the number at one of these paths, so that what is written there does not matter. */
  readonly isOverridden: (paths: readonly string[]) => boolean;
}

export interface Lowered {
  readonly model: SystemModel;
  /** Placeholders that stand alone as a VM's entry: token -> VM name. */
  readonly entries: ReadonlyMap<Token, string>;
  /** Placeholders whose value --set replaces. */
  readonly excused: ReadonlySet<Token>;
}

/** `config` is the object of the variable `config`. Problems go to the report; the model is then not to be used. */
export function lowerConfig(config: CObject, options: LowerOptions): Lowered {
  return new Lowering(options).lower(config);
}

const nowhere: Span = { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };

class Lowering {
  private readonly options: LowerOptions;
  private readonly report: Report;
  private readonly entries = new Map<Token, string>();
  private readonly excused = new Set<Token>();

  constructor(options: LowerOptions) {
    this.options = options;
    this.report = options.report;
  }

  lower(config: CObject): Lowered {
    const vmCount = this.number(config, "vmlist_size", []);
    const list = config.field("vmlist");
    const pointer = list?.value?.kind === "pointer" ? list.value : null;
    const partitions = this.partitions(config, pointer);
    const sharedMemories = this.list(config, "shmemlist_size", "shmemlist", (object, i) =>
      this.sharedMemory(object, i),
    );
    const model: SystemModel = {
      file: this.options.file,
      vmListForm: pointer?.to.kind === "struct" ? "array" : "pointers",
      vmCount,
      partitions,
      sharedMemories,
    };
    return { model, entries: this.entries, excused: this.excused };
  }

  private partitions(config: CObject, pointer: PointerValue | null): Partition[] {
    const taken = new Set<string>();
    const seen = new Map<CObject, CObject>();
    const unnamed = pointer?.to.kind === "struct";
    return this.list(config, "vmlist_size", "vmlist", (entry, i) => {
      const vm = unnamed ? entry : entry.value?.kind === "pointer" ? pointedObject(entry.value) : null;
      const place = entry.tokens.length > 0 ? entry.tokens : config.tokens.slice(0, 1);
      if (vm === null && entry.written && entry.value === null) return null;
      if (vm === null) {
        this.report.at("CFG21", place, `entry ${i} of vmlist leads to no VM`, "no address of a struct vm_config");
        return null;
      }
      if (!isWritten(vm)) {
        const name = vm.name === "" ? `entry ${i} of vmlist` : `the VM \`${vm.name}\``;
        this.report.at("CFG21", place, `${name} has no initialiser`, "nothing is known about this VM");
        return null;
      }
      const earlier = seen.get(vm);
      if (earlier !== undefined) {
        const labels = [...this.labels(entry, "listed again"), ...this.labels(earlier, "listed first")];
        this.report.add("CFG21", `the VM \`${vm.name || `vm${i}`}\` is listed twice`, labels);
        return null;
      }
      seen.set(vm, entry);
      let name = vm.name === "" || unnamed ? `vm${i}` : vm.name;
      while (taken.has(name)) name += "_";
      taken.add(name);
      return this.partition(vm, name, i);
    });
  }

  private partition(vm: CObject, name: string, index: number): Partition {
    const paths = [`vms.${name}`, `vms[${index}]`];
    const platform = this.part(vm, "platform");
    const entry = this.part(vm, "entry");
    const alone = entry.tokens.length === 1 && entry.tokens[0]?.kind === "placeholder" ? entry.tokens[0] : null;
    const entryToken = alone ?? this.placeholderOf(entry);
    if (entryToken !== null) this.entries.set(entryToken, name);
    const nameSpan = vm.nameToken === null ? null : spanOfTokens([vm.nameToken]);
    return {
      name,
      span: nameSpan ?? this.span(vm),
      image: this.image(this.part(vm, "image"), under(paths, "image")),
      entry: this.number(vm, "entry", paths),
      type: this.number(vm, "type", paths),
      cpuCount: this.number(platform, "cpu_num", paths),
      regionCount: this.number(platform, "region_num", []),
      regions: this.list(platform, "region_num", "regions", (o, i) => this.region(o, under(paths, `regions[${i}]`))),
      deviceCount: this.number(platform, "dev_num", []),
      devices: this.list(platform, "dev_num", "devs", (o, i) => this.device(o, under(paths, `devs[${i}]`))),
      ipcCount: this.number(platform, "ipc_num", []),
      ipcs: this.list(platform, "ipc_num", "ipcs", (o, i) => this.ipc(o, under(paths, `ipcs[${i}]`))),
    };
  }

  private image(image: CObject, paths: readonly string[]): ImagePlacement | null {
    if (!isWritten(image)) return null;
    const names = [image.field("load_addr")?.value, image.field("size")?.value];
    const linked = names.find((value) => value?.kind === "linked");
    const embedded = linked?.kind === "linked" ? this.options.images.get(linked.image) : undefined;
    const size = this.number(image, "size", paths);
    const fileSizeBytes = embedded === undefined ? null : this.options.imageSizeBytes(embedded.path);
    const sizeIsLinked = image.field("size")?.value?.kind === "linked";
    return {
      span: this.span(image),
      baseAddress: this.number(image, "base_addr", paths),
      loadAddress: this.number(image, "load_addr", paths),
      sizeBytes: sizeIsLinked ? { value: fileSizeBytes ?? 0, span: size.span } : size,
      separatelyLoaded: this.number(image, "separately_loaded", []).value !== 0,
      file: embedded === undefined ? null : { value: embedded.path, span: spanOfTokens(embedded.pathTokens) },
    };
  }

  private region(object: CObject, paths: readonly string[]): MemoryRegion {
    const base = this.number(object, "base", paths);
    return { span: this.span(object), base, sizeBytes: this.number(object, "size", paths) };
  }

  private sharedMemory(object: CObject, index: number): SharedMemory {
    return this.region(object, [`shmem[${index}]`, `shmemlist[${index}]`]);
  }

  private device(object: CObject, paths: readonly string[]): DeviceWindow {
    return {
      span: this.span(object),
      physicalAddress: this.number(object, "pa", paths),
      virtualAddress: this.number(object, "va", paths),
      sizeBytes: this.number(object, "size", paths),
      ...this.interrupts(object, paths),
    };
  }

  private ipc(object: CObject, paths: readonly string[]): IpcWindow {
    return {
      span: this.span(object),
      base: this.number(object, "base", paths),
      sizeBytes: this.number(object, "size", paths),
      sharedMemoryIndex: this.number(object, "shmem_id", paths),
      ...this.interrupts(object, paths),
    };
  }

  private interrupts(object: CObject, paths: readonly string[]): Pick<DeviceWindow, "interrupts" | "interruptCount"> {
    return {
      interrupts: this.list(object, "interrupt_num", "interrupts", (one, i) =>
        this.scalar(one, under(paths, `interrupts[${i}]`)),
      ),
      interruptCount: this.number(object, "interrupt_num", []),
    };
  }

  /** The elements of a list as far as its count goes; null ones were reported. */
  private list<T>(
    owner: CObject,
    countName: string,
    listName: string,
    read: (object: CObject, index: number) => T | null,
  ): T[] {
    const countObject = this.part(owner, countName);
    const listObject = this.part(owner, listName);
    // What is written without a value had an error of its own.
    if ([countObject, listObject].some((object) => object.written && object.value === null)) return [];
    // What is not written may be what is misspelt.
    if (owner.hasUnknown && !(countObject.written && listObject.written)) return [];
    const pointer = listObject.value?.kind === "pointer" ? listObject.value : null;
    const available = elementsBehind(pointer);
    const placeholder = this.placeholderOf(countObject);
    const count = placeholder === null ? this.number(owner, countName, []).value : available;
    if (count > available) this.countTooLarge(countObject, listObject, { countName, listName, count, available });
    if (count < available && listObject.written) {
      const message = `${countName} is ${count} but ${listName} has ${plural(available)}`;
      const labels = [...this.labels(countObject, "counts"), ...this.labels(listObject, `${plural(available)} here`)];
      const fix = this.countFix(countObject, countName, available);
      this.report.add("CFG17", message, labels, ["the entries behind have no effect"], fix);
    }
    const items: T[] = [];
    for (let i = 0; i < Math.min(count, available); i++) {
      const element = pointer === null ? null : pointedObject({ ...pointer, index: pointer.index + i });
      const item = element === null ? null : read(element, i);
      if (item !== null) items.push(item);
    }
    return items;
  }

  private countTooLarge(
    countObject: CObject,
    listObject: CObject,
    what: { countName: string; listName: string; count: number; available: number },
  ): void {
    const { countName, listName, count, available } = what;
    const has = listObject.written ? `has ${plural(available)}` : "is not written";
    const listText = available === 1 ? "1 entry here" : `${available} entries here`;
    const labels = [...this.labels(countObject, "too large"), ...this.labels(listObject, listText)];
    const help = ["C would read whatever lies behind the list"];
    const fix = this.countFix(countObject, countName, available);
    this.report.add("CFG16", `${countName} is ${count} but ${listName} ${has}`, labels, help, fix);
  }

  private countFix(countObject: CObject, countName: string, available: number) {
    const only = countObject.tokens.length === 1 ? countObject.tokens[0] : undefined;
    if (only === undefined || only.use !== null || only.kind !== "number") return null;
    const edits = [{ span: this.span(countObject), replacement: String(available) }];
    return { title: `write .${countName} = ${available}`, edits };
  }

  private number(owner: CObject, name: string, paths: readonly string[]): Sourced<number> {
    return this.scalar(this.part(owner, name), under(paths, `.${name}`));
  }

  private scalar(object: CObject, paths: readonly string[]): Sourced<number> {
    const span = object.written ? spanOfTokens(object.tokens) : null;
    const placeholder = this.placeholderOf(object);
    if (placeholder !== null && this.options.isOverridden(paths)) this.excused.add(placeholder);
    const value = object.value?.kind === "int" ? object.value.value : 0n;
    if (value >= 0n && value <= 0xffff_ffffn) return { value: Number(value), span };
    this.report.at("CFG13", object.tokens, `${value} is not in the range 0 to 0xffffffff`, "out of range");
    return { value: 0, span };
  }

  private placeholderOf(object: CObject): Token | null {
    return object.value?.kind === "int" ? object.value.placeholder : null;
  }

  /** A field; of a struct that is not as expected (which was reported), an empty stand-in. */
  private part(owner: CObject, name: string): CObject {
    return owner.field(name) ?? new CObject({ kind: "anything" });
  }

  private span(object: CObject): Span {
    return spanOfTokens(object.tokens) ?? nowhere;
  }

  private labels(object: CObject, text: string): Label[] {
    const span = spanOfTokens(object.tokens);
    return span === null ? [] : [{ ...span, text }];
  }
}

function under(paths: readonly string[], rest: string): string[] {
  return paths.map((path) => `${path}${rest.startsWith(".") || rest.startsWith("[") ? "" : "."}${rest}`);
}

function plural(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}

/** How many objects can be read from a pointer on. */
function elementsBehind(pointer: PointerValue | null): number {
  if (pointer === null || pointer.target === null) return 0;
  const { type } = pointer.target;
  if (type.kind !== "array" || pointer.to.kind === "array") return pointer.index === 0 ? 1 : 0;
  return pointer.index < 0 ? 0 : Math.max(0, (type.length ?? 0) - pointer.index);
}
