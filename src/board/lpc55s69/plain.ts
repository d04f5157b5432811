/**
 * Kinds of the LPC55S69's peripherals that nothing models yet (fact sheet sections 3, 9, 11, 12; window sizes of
 * section 3).
 */
import type { DeviceKind } from "../../device/device.ts";
import { plainKind, windowKind } from "../../device/plain.ts";

export const pufKind: DeviceKind = plainKind("puf", [
  { offset: 0x000, name: "CTRL" },
  { offset: 0x004, name: "KEYINDEX" },
  { offset: 0x008, name: "KEYSIZE" },
  { offset: 0x020, name: "STAT", access: "RO", reset: 1 },
  { offset: 0x028, name: "ALLOW", access: "RO" },
  { offset: 0x040, name: "KEYINPUT", access: "WO" },
  { offset: 0x044, name: "CODEINPUT", access: "WO" },
  { offset: 0x048, name: "CODEOUTPUT", access: "RO" },
  { offset: 0x060, name: "KEYOUTINDEX" },
  { offset: 0x064, name: "KEYOUTPUT", access: "RO" },
  { offset: 0x0dc, name: "IFSTAT" },
  { offset: 0x0fc, name: "VERSION", access: "RO" },
  { offset: 0x100, name: "INTEN" },
  { offset: 0x104, name: "INTSTAT" },
  { offset: 0x108, name: "PWRCTRL", reset: 0xf8 },
  { offset: 0x10c, name: "CFG" },
  { offset: 0x200, name: "KEYLOCK", reset: 0xaa },
  { offset: 0x204, name: "KEYENABLE", reset: 0x55 },
  { offset: 0x208, name: "KEYRESET", access: "WO" },
  { offset: 0x20c, name: "IDXBLK_L", reset: 0x8000aaaa },
  { offset: 0x210, name: "IDXBLK_H_DP", reset: 0xaaaa },
  { offset: 0x214, name: "KEYMASK", access: "WO", count: 4 },
  { offset: 0x254, name: "IDXBLK_H", reset: 0x8000aaaa },
  { offset: 0x258, name: "IDXBLK_L_DP", reset: 0xaaaa },
  { offset: 0x25c, name: "SHIFT_STATUS" },
]);

/** Where the rules lie (register names of the SVD, `SEC_CTRL_` left out): offset, name, words. All 0 after reset. */
const rules: readonly (readonly [offset: number, name: string, count: number])[] = [
  [0x000, "FLASH_ROM_SLAVE_RULE", 1],
  [0x010, "FLASH_MEM_RULE", 3],
  [0x020, "ROM_MEM_RULE", 4],
  [0x030, "RAMX_SLAVE_RULE", 1],
  [0x040, "RAMX_MEM_RULE0", 1],
  [0x050, "RAM0_SLAVE_RULE", 1],
  [0x060, "RAM0_MEM_RULE", 2],
  [0x070, "RAM1_SLAVE_RULE", 1],
  [0x080, "RAM1_MEM_RULE", 2],
  [0x090, "RAM2_SLAVE_RULE", 1],
  [0x0a0, "RAM2_MEM_RULE", 2],
  [0x0b0, "RAM3_SLAVE_RULE", 1],
  [0x0c0, "RAM3_MEM_RULE", 2],
  [0x0d0, "RAM4_SLAVE_RULE", 1],
  [0x0e0, "RAM4_MEM_RULE0", 1],
  [0x0f0, "APB_BRIDGE_SLAVE_RULE", 1],
  [0x100, "APB_BRIDGE0_MEM_CTRL", 3],
  [0x110, "APB_BRIDGE1_MEM_CTRL", 4],
  [0x120, "AHB_PORT8_SLAVE_RULE", 2],
  [0x130, "AHB_PORT9_SLAVE_RULE", 2],
  [0x140, "AHB_PORT10_SLAVE_RULE", 2],
  [0x150, "AHB_SEC_CTRL_MEM_RULE", 1],
  [0x160, "USB_HS_SLAVE_RULE", 1],
  [0x170, "USB_HS_MEM_RULE", 1],
];

/** At reset behaviour: no rule restricts anything and checking is off (0xAAAA). Writes are kept and told as gaps. */
export const secureControlKind: DeviceKind = plainKind("ahb_secure_ctrl", [
  ...rules.map(([offset, name, count]) => (count === 1 ? { offset, name } : { offset, name, count })),
  { offset: 0xe00, name: "SEC_VIO_ADDR", access: "RO", count: 12 },
  { offset: 0xe80, name: "SEC_VIO_MISC_INFO", access: "RO", count: 12 },
  { offset: 0xf00, name: "SEC_VIO_INFO_VALID", access: "W1C" },
  { offset: 0xf80, name: "SEC_GPIO_MASK", count: 2, reset: 0xffffffff },
  { offset: 0xf90, name: "SEC_CPU_INT_MASK", count: 2, reset: 0xffffffff },
  { offset: 0xfbc, name: "SEC_MASK_LOCK", reset: 0xaaa, mask: 0xfff },
  { offset: 0xfd0, name: "MASTER_SEC_LEVEL", reset: 0x80000000 },
  { offset: 0xfd4, name: "MASTER_SEC_ANTI_POL_REG", reset: 0xbfffffff },
  { offset: 0xfec, name: "CPU0_LOCK_REG", reset: 0x800002aa },
  { offset: 0xff0, name: "CPU1_LOCK_REG", reset: 0x8000000a },
  { offset: 0xff8, name: "MISC_CTRL_DP_REG", reset: 0xaaaa, mask: 0xffff },
  { offset: 0xffc, name: "MISC_CTRL_REG", reset: 0xaaaa, mask: 0xffff },
]);

export const princeKind = windowKind("prince", 0x40);
export const usbPhyKind = windowKind("usbphy", 0x110);
export const pluKind = windowKind("plu", 0xc20);
export const dma0Kind = windowKind("dma0", 0x56c);
export const dma1Kind = windowKind("dma1", 0x49c);
export const usbDevice0Kind = windowKind("usb0", 0x38);
export const usbDevice1Kind = windowKind("usbhsd", 0x38);
export const usbHost0Kind = windowKind("usbfsh", 0x60);
export const usbHost1Kind = windowKind("usbhsh", 0x54);
export const sctKind = windowKind("sct0", 0x550);
export const sdifKind = windowKind("sdif", 0x300);
export const debugMailboxKind = windowKind("dbgmailbox", 0x100);
export const adcKind = windowKind("adc0", 0x1000);
export const hashcryptKind = windowKind("hashcrypt", 0xa0);
export const casperKind = windowKind("casper", 0x84);
export const powerquadKind = windowKind("powerquad", 0x260);
export const sysctlKind = windowKind("sysctl", 0x104);
export const secureGpioKind = windowKind("secgpio", 0x2484);
