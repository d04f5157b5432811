"""Runs the cases of an image on Unicorn's Cortex-M33: the other side of unicorn.ts, which tells what goes in and out."""
import ctypes
import struct
import sys

import unicorn as uc
from unicorn import arm_const as arm
from unicorn.unicorn import _uc as library

WINDOW_BYTES = 512
# Behind the window a case may have left something.
AFTER = bytes(256)
CORE = [getattr(arm, f"UC_ARM_REG_R{i}") for i in range(13)] + [arm.UC_ARM_REG_SP, arm.UC_ARM_REG_LR]
FLOATS = [getattr(arm, f"UC_ARM_REG_S{i}") for i in range(32)] + [arm.UC_ARM_REG_FPSCR]
# A write to XPSR leaves GE alone, though a read has it.
WRITTEN = CORE + [arm.UC_ARM_REG_XPSR, arm.UC_ARM_REG_APSR_NZCVQG] + FLOATS
READ = CORE + [arm.UC_ARM_REG_XPSR, arm.UC_ARM_REG_PC] + FLOATS
STUB = 0x10000
CLREX = bytes.fromhex("bff32f8f")
VMOV = bytes.fromhex("b0ee400a")


class Batch:
    """Registers that are moved together; words of 32 bits, in order."""

    def __init__(self, ids):
        self.count = len(ids)
        self.ids = (ctypes.c_int * self.count)(*ids)
        self.words = (ctypes.c_uint32 * self.count)()
        start = ctypes.addressof(self.words)
        self.places = (ctypes.c_void_p * self.count)(*[start + 4 * index for index in range(self.count)])


def make(areas):
    machine = uc.Uc(uc.UC_ARCH_ARM, uc.UC_MODE_THUMB | uc.UC_MODE_MCLASS)
    machine.ctl_set_cpu_model(arm.UC_CPU_ARM_CORTEX_M33)
    machine.mem_map(STUB, 0x1000)
    machine.mem_write(STUB, VMOV + CLREX)
    # The first floating-point instruction opens a context, and there it stays.
    machine.emu_start(STUB | 1, STUB + 4)
    for address, mapped, content in areas:
        machine.mem_map(address, mapped)
        machine.mem_write(address, content)
    return machine


def words(stream, count):
    return struct.unpack(f"<{count}I", stream.read(4 * count))


def main():
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    areas = []
    for _ in range(words(source, 1)[0]):
        address, mapped, length = words(source, 3)
        areas.append((address, mapped, source.read(length)))
    machine = make(areas)
    before, after = Batch(WRITTEN), Batch(READ)
    for _ in range(words(source, 1)[0]):
        begin, end, window, exclusive = words(source, 4)
        ctypes.memmove(before.words, source.read(4 * before.count), 4 * before.count)
        machine.mem_write(window, source.read(WINDOW_BYTES) + AFTER)
        if exclusive:
            machine.emu_start((STUB + 4) | 1, STUB + 8)
        handle = machine._uch
        library.uc_reg_write_batch(handle, before.ids, before.places, before.count)
        fault = library.uc_emu_start(handle, begin | 1, end, 0, 0)
        library.uc_reg_read_batch(handle, after.ids, after.places, after.count)
        sink.write(struct.pack("<I", fault) + bytes(after.words) + bytes(machine.mem_read(window, WINDOW_BYTES)))
        if fault:
            machine = make(areas)


main()
