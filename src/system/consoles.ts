/** Whose serial ports are whose: by the device windows of the configuration. */
import { semihostingName } from "./semihosting.ts";
import { firmwareName, type System } from "./system.ts";

export interface ConsoleOwner {
  /** Device of the board, `flexcomm3`, or `semihosting`. */
  readonly device: string;
  /** VM name, `hypervisor`, or `firmware`. */
  readonly vm: string;
}

export const hypervisorName = "hypervisor";
/** The hypervisor prints on USART0 (fact sheet crosscon-armv8m, section 3). */
const hypervisorConsole = "flexcomm0";

/** Serial devices with their owners; a device that two VMs were granted belongs to the first. */
export function consoleOwners({ board, hypervisor }: System): ConsoleOwner[] {
  const serial = board.devices.filter((one) => one.kind.ports?.outputs.includes("tx") === true);
  if (hypervisor.kind === "firmware") {
    const devices = [...serial.map(({ name }) => name), ...(hypervisor.semihosting ? [semihostingName] : [])];
    return devices.map((device) => ({ device, vm: firmwareName }));
  }
  const granted = hypervisor.model.partitions.flatMap((partition) =>
    serial
      .filter(({ base }) =>
        partition.devices.some(
          (w) => base >= w.physicalAddress.value && base - w.physicalAddress.value < w.sizeBytes.value,
        ),
      )
      .map(({ name }) => ({ device: name, vm: partition.name })),
  );
  const first = granted.filter((one, index) => granted.findIndex((other) => other.device === one.device) === index);
  return [
    { device: hypervisorConsole, vm: hypervisorName },
    ...first.filter((one) => one.device !== hypervisorConsole),
  ];
}
