/** Diagnostics about a system as a whole: its parts are readable but do not fit together. */
import { type Diagnostic, diagnostic, InputError, wholeFile } from "../base/diagnostic.ts";
import { type Files, whyUnread } from "./files.ts";

export interface SystemCode {
  readonly code: string;
  readonly title: string;
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
}

export const systemCodes = [
  {
    code: "SYS01",
    title: "no such system",
    explanation:
      "The path names neither a hypervisor configuration (config.c), nor a project file (chronovisor.yaml)," +
      " nor a folder that holds one of them.",
    failing: "chronovisor run exampels/two-vms",
    fixed: "chronovisor run examples/two-vms",
  },
  {
    code: "SYS02",
    title: "unknown board",
    explanation: "`board` or --board names a board this build does not have. `chronovisor boards` lists them.",
    failing: "board: lpc55s96",
    fixed: "board: lpc55s69",
  },
  {
    code: "SYS03",
    title: "a VM has no image",
    explanation:
      "The hypervisor would branch to the VM's entry and find erased flash. Give each VM of the " +
      "configuration the file that was flashed for it: in the project file under `images`, or with --image " +
      "VM=FILE.",
    failing: "images: { baremetal: vm0.elf }        # and nothing for zephyr",
    fixed: "images: { baremetal: vm0.elf, zephyr: zephyr.elf }",
  },
  {
    code: "SYS04",
    title: "unknown VM",
    explanation:
      "The name is not one of the configuration's VMs. A VM is called as its C variable (`struct vm_config " +
      "zephyr`), or vm0, vm1, ... where the list holds the structs themselves.",
    failing: "--image zepyhr=zephyr.elf",
    fixed: "--image zephyr=zephyr.elf",
  },
  {
    // SYS05, SYS06 and SYS09 were other names for IMG21 and IMG24, before a run.
    code: "SYS07",
    title: "no memory for a segment",
    explanation: "The image wants bytes at addresses where the board has no memory.",
    failing: "an ELF linked at 0x08000000 (another chip's flash) on lpc55s69",
    fixed: "an ELF linked at 0x00040000",
  },
  {
    code: "SYS08",
    title: "file cannot be read",
    explanation:
      "The file does not exist, may not be read by this user, or is no file: a folder, a device, or a pipe, which " +
      "could be read only once.",
    failing: "images: { zephyr: build/zephyr/zepyhr.elf }",
    fixed: "images: { zephyr: build/zephyr/zephyr.elf }",
  },
  {
    code: "SYS10",
    title: "unknown device",
    explanation: "An attachment or --send names a device that the board does not have.",
    failing: "attach: { flexcom3: terminal }",
    fixed: "attach: { flexcomm3: terminal }",
  },
  {
    // SYS11 was "hypervisor binaries cannot be run yet".
    code: "SYS12",
    title: "a firmware has no start",
    explanation:
      "A firmware starts like the board does after reset: stack and reset handler from a vector table at the start " +
      "of the image. An image that begins with code starts at its entry address instead, as a debugger starts it. " +
      "This one has neither: raw bytes name no entry.",
    failing: "chronovisor run --firmware payload.bin@0x20000000       # data",
    fixed: "chronovisor run --firmware firmware.elf --load payload.bin@0x20000000",
  },
  {
    code: "SYS13",
    title: "an attachment that is not there yet",
    explanation:
      "`attach` knows this kind of device by name, and `check` looks at where it is plugged in, but it is not " +
      "modelled yet: in a run nothing answers there. A warning, because the run is right but for that.",
    failing: "attach: { flexcomm2: { kind: esp-at } }",
    fixed: "attach: { flexcomm2: terminal }  # --send 'flexcomm2@1.5s:OK\\r\\n' for the answer",
  },
] as const satisfies readonly SystemCode[];

export type SystemCodeName = (typeof systemCodes)[number]["code"];

type More = Partial<Pick<Diagnostic, "severity" | "labels" | "help" | "vm">>;

export const systemDiagnostic = (code: SystemCodeName, message: string, more: More = {}): Diagnostic =>
  diagnostic(code, message, more);

export const systemError = (code: SystemCodeName, message: string, more: More = {}): InputError =>
  new InputError([systemDiagnostic(code, message, more)]);

/** What the user named has no bytes: why not, unless something else is in the way. */
export const unreadable = (files: Pick<Files, "kind">, path: string, why = whyUnread(files, path)): InputError =>
  systemError("SYS08", `cannot read \`${path}\``, { labels: [wholeFile(path, why)] });
