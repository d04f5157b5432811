"""Executes one instruction per line of JSON on Unicorn's Cortex-M33 and prints what it did: the other side of evaluate.test.ts."""
import json
import sys

import unicorn as uc
from unicorn import arm_const as arm

CODE, CODE_SIZE = 0x10000, 0x8000
DATA, DATA_SIZE = 0x20000000, 0x8000
REGS = [getattr(arm, f"UC_ARM_REG_R{i}") for i in range(13)] + [arm.UC_ARM_REG_SP, arm.UC_ARM_REG_LR]
FLOATS = [getattr(arm, f"UC_ARM_REG_S{i}") for i in range(32)] + [arm.UC_ARM_REG_FPSCR]


def pattern(base, size):
    """The bytes both sides start from."""
    return bytes(((i * 167) ^ (i >> 3) ^ (i >> 8) ^ (base >> 24)) & 0xFF for i in range(size))


CLEAN = {CODE: pattern(CODE, CODE_SIZE), DATA: pattern(DATA, DATA_SIZE)}


def make():
    machine = uc.Uc(uc.UC_ARCH_ARM, uc.UC_MODE_THUMB | uc.UC_MODE_MCLASS)
    machine.ctl_set_cpu_model(arm.UC_CPU_ARM_CORTEX_M33)
    machine.mem_map(CODE, CODE_SIZE)
    machine.mem_map(DATA, DATA_SIZE)
    # The first floating-point instruction opens a context and takes FPSCR from FPDSCR: vmov s0, s0.
    machine.mem_write(CODE, bytes.fromhex("b0ee400a"))
    machine.emu_start(CODE | 1, 0xFFFFFFFE, count=1)
    machine.ctl_remove_cache(CODE, CODE + 4)
    for base, clean in CLEAN.items():
        machine.mem_write(base, clean)
    return machine


def run(machine, case):
    pc = case["pc"]
    code = bytes.fromhex(case["code"])
    machine.mem_write(pc, code)
    machine.ctl_remove_cache(pc, pc + len(code))
    for register, value in zip(REGS, case["regs"]):
        machine.reg_write(register, value)
    machine.reg_write(arm.UC_ARM_REG_XPSR, case["xpsr"])
    # A write to XPSR leaves GE alone, though a read has it.
    machine.reg_write(arm.UC_ARM_REG_APSR_NZCVQG, case["xpsr"])
    for register, value in zip(FLOATS, case.get("floats", [])):
        machine.reg_write(register, value)
    fault = None
    try:
        machine.emu_start(pc | 1, 0xFFFFFFFE, count=case["count"])
    except uc.UcError as error:
        fault = str(error)
    result = {
        "fault": fault,
        "regs": [machine.reg_read(register) for register in REGS],
        "floats": [machine.reg_read(register) for register in FLOATS],
        "pc": machine.reg_read(arm.UC_ARM_REG_PC),
        "xpsr": machine.reg_read(arm.UC_ARM_REG_XPSR),
        "memory": [],
    }
    machine.mem_write(pc, CLEAN[CODE][pc - CODE : pc - CODE + len(code)])
    for base, clean in CLEAN.items():
        now = bytes(machine.mem_read(base, len(clean)))
        if now == clean:
            continue
        result["memory"] += [[base + i, a] for i, (a, b) in enumerate(zip(now, clean)) if a != b]
        machine.mem_write(base, clean)
    return result


def main():
    machine = make()
    for line in sys.stdin:
        result = run(machine, json.loads(line))
        if result["fault"]:
            machine = make()
        print(json.dumps(result))


main()
