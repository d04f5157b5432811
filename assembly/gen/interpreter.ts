// Printed by src/gen/print-interpreter.ts from src/isa. Do not edit: npm run gen.
import { divideSigned, divideUnsigned, extend16, extend8, lessSigned, multiplyHighSigned, multiplyHighUnsigned, reverseBits, shiftRightSigned } from "../exec/arithmetic";
import { branchNonSecure, callNonSecure, secureGateway, testTarget } from "../exec/security";
import { breakpoint, coprocessor, supervisorCall } from "../exec/system";
import { changeProcessorState, readSpecial, writeSpecial } from "../exec/special";
import { checkDivisor } from "../exec/divide";
import { checkFloat, isAtHand } from "../profile/m/float-context";
import { checkStackLimit } from "../exec/stack";
import { clearExclusive, passExclusive, setExclusive } from "../exec/exclusive";
import { dataBarrier, instructionBarrier, sendEvent, waitForEvent, waitForInterrupt } from "../exec/hint";
import { exchangeSlow } from "../exec/branch";
import { fixedToFloat, floatAdd, floatDiv, floatMul, floatMulAdd, floatSqrt, floatSub, floatToFixed } from "../exec/float/host";
import { floatCompare, floatMaxNum, floatMinNum } from "../exec/float/compare";
import { floatRoundInt, halfToSingle, singleToHalf } from "../exec/float/convert";
import { lazyLoadMultiple, lazyStoreMultiple } from "../exec/lazy-multiple";
import { loadMultiple, loadMultiplePc, storeMultiple } from "../exec/load-multiple";
import { loadSingles, storeSingles } from "../exec/float/move";
import { undefinedInstruction } from "../profile/m/fault";
import { readMemory, writeMemory } from "../mem/access";
import { arrive, beginningOf, blockAt, connect, currentTable, findBlock } from "../decode-cache";
import { prepareStep, quiet, settle } from "../decode-cache";
import { close, floatLevel, holds, judge, noteShort } from "../native";
import { advanceItstate, nextAddress, PAGE_MASK, sync, syncEnd } from "../sync";
import { CPU_FLAG_C, CPU_FLAG_GE, CPU_FLAG_N, CPU_FLAG_Q, CPU_FLAG_V, CPU_FLAG_Z, CPU_FPSCR, CPU_ITSTATE, CPU_R, CPU_S, CPU_THUMB, PAGE_BITS, READ, SCRATCH_EXIT_REASON, SCRATCH_FAULT, SCRATCH_NATIVE_ENTRIES, SCRATCH_NATIVE_PC, SCRATCH_NATIVE_RECORD, SCRATCH_RESYNC, WRITE } from "./layout";

// Ways out of the switch.
const DISPATCH: u32 = 0;
const RESYNC: u32 = 1;
const BRANCHED: u32 = 2;
const STOPPED: u32 = 3;
const ENDED: u32 = 4;
const FAULT: u32 = 5;
/** The instruction has not begun: the state is the one before it. */
const AGAIN: u32 = 6;
const NATIVE: u32 = 7;
/** Not a way out: a record is to be executed. */
const RECORD: u32 = 8;
/**
 * Execute until `budget` instructions have retired or something needs a look outside; returns what is left of the
 * budget.
 */
export function execute(ticksLeft: i32): i32 {
  let budget = ticksLeft;
  let table = currentTable();
  let pc = load<u32>(CPU_R + 60);
  let stepping = load<u32>(CPU_ITSTATE) != 0 || load<u32>(CPU_THUMB) == 0;
  let link: u32 = 0;
  let ip: u32 = 0;
  let exit: u32 = DISPATCH;
  let floatChecked = false;
  while (true) {
    if (exit == DISPATCH) {
      let block: u32 = 0;
      if (!stepping) {
        block = blockAt(pc, table);
        if (block == 0) {
          arrive(pc, budget);
          if (budget <= 0) return budget;
          link = 0;
          block = findBlock(pc);
          if (load<u32>(SCRATCH_EXIT_REASON) != 0) return budget;
        }
      }
      if (block != 0 && load<i32>(block) > budget) {
        noteShort(pc);
        if (budget > 0) block = beginningOf(pc, table, budget);
        else block = 0;
      } else if (block != 0 && link != 0) connect(link, block, pc);
      if (block != 0) {
        link = 0;
        budget -= load<i32>(block);
        ip = block + 16;
      } else {
        if (!stepping) arrive(pc, budget);
        if (budget <= 0) return budget;
        stepping = false;
        link = 0;
        ip = prepareStep(pc);
        if (ip == 0) return settle(budget);
        budget -= 1;
      }
    }
    while (true) {
      switch (load<u16>(ip)) {
      case 0: {
        // end of a single step, or of a block inside an IT block
        pc = load<u32>(ip, 12) & ~1;
        exit = STOPPED;
        break;
      }
      case 1: {
        // the block ends and the next one follows
        let block = load<u32>(ip, 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = load<u32>(ip, 12) & ~1;
        link = ip + 8;
        exit = DISPATCH;
        break;
      }
      case 2: {
        // no row, or a row that says UNDEFINED
        sync(ip, budget);
        undefinedInstruction();
        exit = FAULT;
        break;
      }
      case 3: {
        // a coprocessor's word that is UNDEFINED where it is enabled
        sync(ip, budget);
        coprocessor(load<u32>(ip, 8));
        exit = FAULT;
        break;
      }
      case 4: {
        // a compiled region begins here
        exit = NATIVE;
        break;
      }
      case 5: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_Z) == 0 ? 16 : 32;
        continue;
      }
      case 6: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_Z) != 0 ? 16 : 32;
        continue;
      }
      case 7: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_C) != 0 ? 16 : 32;
        continue;
      }
      case 8: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_C) == 0 ? 16 : 32;
        continue;
      }
      case 9: {
        // condition of an IT block: a failed one passes over the next record
        ip += i32(load<u32>(CPU_FLAG_N)) < 0 ? 16 : 32;
        continue;
      }
      case 10: {
        // condition of an IT block: a failed one passes over the next record
        ip += i32(load<u32>(CPU_FLAG_N)) >= 0 ? 16 : 32;
        continue;
      }
      case 11: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_V) != 0 ? 16 : 32;
        continue;
      }
      case 12: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_V) == 0 ? 16 : 32;
        continue;
      }
      case 13: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_C) != 0 && load<u32>(CPU_FLAG_Z) != 0 ? 16 : 32;
        continue;
      }
      case 14: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_C) == 0 || load<u32>(CPU_FLAG_Z) == 0 ? 16 : 32;
        continue;
      }
      case 15: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_N) >>> 31 == load<u32>(CPU_FLAG_V) ? 16 : 32;
        continue;
      }
      case 16: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_N) >>> 31 != load<u32>(CPU_FLAG_V) ? 16 : 32;
        continue;
      }
      case 17: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_Z) != 0 && load<u32>(CPU_FLAG_N) >>> 31 == load<u32>(CPU_FLAG_V) ? 16 : 32;
        continue;
      }
      case 18: {
        // condition of an IT block: a failed one passes over the next record
        ip += load<u32>(CPU_FLAG_Z) == 0 || load<u32>(CPU_FLAG_N) >>> 31 != load<u32>(CPU_FLAG_V) ? 16 : 32;
        continue;
      }
      case 19: {
        // MOV_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 20: {
        // MOV_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 21: {
        // LSL_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 22: {
        // LSL_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 23: {
        // LSR_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 24: {
        // LSR_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        store<u32>(CPU_FLAG_C, (l1 & 1));
        ip += 16;
        continue;
      }
      case 25: {
        // ASR_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = shiftRightSigned(l0, (load<u32>(ip, 8) - 1));
        let l2: u32 = shiftRightSigned(l1, 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 26: {
        // ASR_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = shiftRightSigned(l0, (load<u32>(ip, 8) - 1));
        let l2: u32 = shiftRightSigned(l1, 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        store<u32>(CPU_FLAG_C, (l1 & 1));
        ip += 16;
        continue;
      }
      case 27: {
        // ADD_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 + l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 28: {
        // ADD_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 + l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(l4 < l2));
        store<u32>(CPU_FLAG_V, (((l2 ^ l4) & (l3 ^ l4)) >>> 31));
        ip += 16;
        continue;
      }
      case 29: {
        // SUB_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 30: {
        // SUB_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(u32(l2 < l3) == 0));
        store<u32>(CPU_FLAG_V, (((l2 ^ l3) & (l2 ^ l4)) >>> 31));
        ip += 16;
        continue;
      }
      case 31: {
        // ADD_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 32: {
        // ADD_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(l3 < l1));
        store<u32>(CPU_FLAG_V, (((l1 ^ l3) & (l2 ^ l3)) >>> 31));
        ip += 16;
        continue;
      }
      case 33: {
        // SUB_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 34: {
        // SUB_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(u32(l1 < l2) == 0));
        store<u32>(CPU_FLAG_V, (((l1 ^ l2) & (l1 ^ l3)) >>> 31));
        ip += 16;
        continue;
      }
      case 35: {
        // MOV_ri s=0
        let l0: u32 = load<u32>(ip, 8);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        ip += 16;
        continue;
      }
      case 36: {
        // MOV_ri s=1
        let l0: u32 = load<u32>(ip, 8);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        store<u32>(CPU_FLAG_N, l0);
        store<u32>(CPU_FLAG_Z, l0);
        ip += 16;
        continue;
      }
      case 37: {
        // MOV_ri s=2
        let l0: u32 = load<u32>(ip, 8);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        store<u32>(CPU_FLAG_N, l0);
        store<u32>(CPU_FLAG_Z, l0);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 38: {
        // CMP_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(u32(l1 < l2) == 0));
        store<u32>(CPU_FLAG_V, (((l1 ^ l2) & (l1 ^ l3)) >>> 31));
        ip += 16;
        continue;
      }
      case 39: {
        // AND_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 40: {
        // AND_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 41: {
        // EOR_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 ^ l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 42: {
        // EOR_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 ^ l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 43: {
        // LSL_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = (u32(l2 < 32) != 0 ? (l0 << (l2 & 31)) : 0);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 44: {
        // LSL_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = (u32(l2 < 32) != 0 ? (l0 << (l2 & 31)) : 0);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, (l2 != 0 ? (u32(l2 < 33) != 0 ? ((l0 >>> ((32 - l2) & 31)) & 1) : 0) : l3));
        ip += 16;
        continue;
      }
      case 45: {
        // LSR_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = (u32(l2 < 32) != 0 ? (l0 >>> (l2 & 31)) : 0);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 46: {
        // LSR_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = (u32(l2 < 32) != 0 ? (l0 >>> (l2 & 31)) : 0);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, (l2 != 0 ? (u32(l2 < 33) != 0 ? ((l0 >>> ((l2 - 1) & 31)) & 1) : 0) : l3));
        ip += 16;
        continue;
      }
      case 47: {
        // ASR_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = (u32(l2 < 32) != 0 ? l2 : 31);
        let l5: u32 = shiftRightSigned(l0, l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 48: {
        // ASR_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = (u32(l2 < 32) != 0 ? l2 : 31);
        let l5: u32 = shiftRightSigned(l0, l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, (l2 != 0 ? ((u32(l2 < 32) != 0 ? shiftRightSigned(l0, ((l2 - 1) & 31)) : l5) & 1) : l3));
        ip += 16;
        continue;
      }
      case 49: {
        // ADC_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(CPU_FLAG_C);
        let l3: u32 = l0;
        let l4: u32 = l1;
        let l5: u32 = l2;
        let l6: u32 = ((l3 + l4) + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 50: {
        // ADC_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(CPU_FLAG_C);
        let l3: u32 = l0;
        let l4: u32 = l1;
        let l5: u32 = l2;
        let l6: u32 = ((l3 + l4) + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, (((l3 & l4) | ((l3 | l4) & (~l6))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l3 ^ l6) & (l4 ^ l6)) >>> 31));
        ip += 16;
        continue;
      }
      case 51: {
        // SBC_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(CPU_FLAG_C);
        let l3: u32 = l0;
        let l4: u32 = (~l1);
        let l5: u32 = l2;
        let l6: u32 = ((l3 + l4) + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 52: {
        // SBC_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(CPU_FLAG_C);
        let l3: u32 = l0;
        let l4: u32 = (~l1);
        let l5: u32 = l2;
        let l6: u32 = ((l3 + l4) + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, (((l3 & l4) | ((l3 | l4) & (~l6))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l3 ^ l6) & (l4 ^ l6)) >>> 31));
        ip += 16;
        continue;
      }
      case 53: {
        // ROR_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = rotr<u32>(l0, (l2 & 31));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 54: {
        // ROR_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 & 255);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = rotr<u32>(l0, (l2 & 31));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, (l2 != 0 ? (l4 >>> 31) : l3));
        ip += 16;
        continue;
      }
      case 55: {
        // TST_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 56: {
        // RSB_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(ip, 8);
        let l2: u32 = l0;
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 57: {
        // RSB_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(ip, 8);
        let l2: u32 = l0;
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(u32(l1 < l2) == 0));
        store<u32>(CPU_FLAG_V, (((l1 ^ l2) & (l1 ^ l3)) >>> 31));
        ip += 16;
        continue;
      }
      case 58: {
        // CMP_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(u32(l2 < l3) == 0));
        store<u32>(CPU_FLAG_V, (((l2 ^ l3) & (l2 ^ l4)) >>> 31));
        ip += 16;
        continue;
      }
      case 59: {
        // CMN_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 + l3);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(l4 < l2));
        store<u32>(CPU_FLAG_V, (((l2 ^ l4) & (l3 ^ l4)) >>> 31));
        ip += 16;
        continue;
      }
      case 60: {
        // ORR_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 | l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 61: {
        // ORR_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 | l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 62: {
        // MUL_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 * l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 63: {
        // MUL_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 * l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 64: {
        // BIC_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 65: {
        // BIC_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 66: {
        // MVN_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (~l0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 67: {
        // MVN_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (~l0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 68: {
        // ADD_pc
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        pc = ((l0 + load<u32>(ip, 8)) & 4294967294);
        exit = DISPATCH;
        break;
      }
      case 69: {
        // ADD_sp_i s=0
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        let l4: u32 = l3;
        sync(ip, budget);
        checkStackLimit(l4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l4 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 70: {
        // ADD_sp_i s=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        let l4: u32 = l3;
        sync(ip, budget);
        checkStackLimit(l4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l4 & 4294967292));
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(l3 < l1));
        store<u32>(CPU_FLAG_V, (((l1 ^ l3) & (l2 ^ l3)) >>> 31));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 71: {
        // ADD_sp_r s=0
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = (l1 << load<u32>(ip, 8));
        let l4: u32 = (l2 + l3);
        let l5: u32 = l4;
        sync(ip, budget);
        checkStackLimit(l5);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l5 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 72: {
        // ADD_sp_r s=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = (l1 << load<u32>(ip, 8));
        let l4: u32 = (l2 + l3);
        let l5: u32 = l4;
        sync(ip, budget);
        checkStackLimit(l5);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l5 & 4294967292));
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(l4 < l2));
        store<u32>(CPU_FLAG_V, (((l2 ^ l4) & (l3 ^ l4)) >>> 31));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 73: {
        // MOV_pc
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        pc = (l0 & 4294967294);
        exit = DISPATCH;
        break;
      }
      case 74: {
        // B
        let block = load<u32>(ip, 16 + 4);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = load<u32>(ip, 8);
        link = ip + 16 + 4;
        exit = DISPATCH;
        break;
      }
      case 75: {
        // MOV_sp_i
        let l0: u32 = load<u32>(ip, 8);
        sync(ip, budget);
        checkStackLimit(l0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l0 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 76: {
        // MOV_sp
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        sync(ip, budget);
        checkStackLimit(l1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 77: {
        // BX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let target: u32 = l0;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = DISPATCH;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 0);
        exit = ENDED;
        break;
      }
      case 78: {
        // BLX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        store<u32>(CPU_R + 56, (nextAddress(ip) | 1));
        let target: u32 = l0;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = DISPATCH;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 1);
        exit = ENDED;
        break;
      }
      case 79: {
        // BXNS_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        syncEnd(ip, budget);
        branchNonSecure(l0);
        exit = ENDED;
        break;
      }
      case 80: {
        // BLXNS_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        syncEnd(ip, budget);
        callNonSecure(l0, nextAddress(ip));
        exit = ENDED;
        break;
      }
      case 81: {
        // LDR_lit tosp=0
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l1 & 3) == 0) {
          l0 = load<u32>(l1 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = readMemory(l1, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        exit = RESYNC;
        break;
      }
      case 82: {
        // LDR_lit tosp=1
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l1 & 3) == 0) {
          l0 = load<u32>(l1 + (entry & PAGE_MASK));
          store<u32>(CPU_R + 52, (l0 & 4294967292));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = readMemory(l1, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l0 & 4294967292));
        exit = RESYNC;
        break;
      }
      case 83: {
        // STR_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l0 + l1);
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
          store<u32>(l3 + (entry & PAGE_MASK), l2);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 84: {
        // STRH_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l0 + l1);
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
          store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 85: {
        // STRB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l0 + l1);
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0) {
          store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 86: {
        // LDRSB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<i8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend8(readMemory(l3, 1, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 87: {
        // LDR_rr tosp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 88: {
        // LDR_rr tosp=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(CPU_R + 52, (l2 & 4294967292));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l2 & 4294967292));
        exit = RESYNC;
        break;
      }
      case 89: {
        // LDRH_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 90: {
        // LDRB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 91: {
        // LDRSH_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<i16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend16(readMemory(l3, 2, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 92: {
        // STR_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l2 & 3) == 0) {
          store<u32>(l2 + (entry & PAGE_MASK), l1);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l2, l1, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 93: {
        // LDR_ri tosp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 3) == 0) {
          l1 = load<u32>(l2 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 94: {
        // LDR_ri tosp=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 3) == 0) {
          l1 = load<u32>(l2 + (entry & PAGE_MASK));
          store<u32>(CPU_R + 52, (l1 & 4294967292));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        exit = RESYNC;
        break;
      }
      case 95: {
        // STRB_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0) {
          store<u8>(l2 + (entry & PAGE_MASK), u8(l1));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l2, l1, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 96: {
        // LDRB_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l1 = u32(load<u8>(l2 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 97: {
        // STRH_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l2 & 1) == 0) {
          store<u16>(l2 + (entry & PAGE_MASK), u16(l1));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l2, l1, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 98: {
        // LDRH_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 1) == 0) {
          l1 = u32(load<u16>(l2 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 99: {
        // SUB_sp_i s=0
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let l4: u32 = l3;
        sync(ip, budget);
        checkStackLimit(l4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l4 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 100: {
        // SUB_sp_i s=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let l4: u32 = l3;
        sync(ip, budget);
        checkStackLimit(l4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l4 & 4294967292));
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(u32(l1 < l2) == 0));
        store<u32>(CPU_FLAG_V, (((l1 ^ l2) & (l1 ^ l3)) >>> 31));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 101: {
        // STM wback=0 db=0
        sync(ip, budget);
        storeMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 102: {
        // STM wback=0 db=1
        sync(ip, budget);
        storeMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 103: {
        // STM wback=1 db=0
        sync(ip, budget);
        storeMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 104: {
        // STM wback=1 db=1
        sync(ip, budget);
        storeMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 3);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 105: {
        // LDM_pc wback=0 db=0
        syncEnd(ip, budget);
        loadMultiplePc(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 0);
        exit = ENDED;
        break;
      }
      case 106: {
        // LDM_pc wback=0 db=1
        syncEnd(ip, budget);
        loadMultiplePc(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 2);
        exit = ENDED;
        break;
      }
      case 107: {
        // LDM_pc wback=1 db=0
        syncEnd(ip, budget);
        loadMultiplePc(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 1);
        exit = ENDED;
        break;
      }
      case 108: {
        // LDM_pc wback=1 db=1
        syncEnd(ip, budget);
        loadMultiplePc(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 3);
        exit = ENDED;
        break;
      }
      case 109: {
        // LDM wback=0 db=0
        sync(ip, budget);
        loadMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 110: {
        // LDM wback=0 db=1
        sync(ip, budget);
        loadMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 111: {
        // LDM wback=1 db=0
        sync(ip, budget);
        loadMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 112: {
        // LDM wback=1 db=1
        sync(ip, budget);
        loadMultiple(u32(load<u8>(ip, 5)), load<u32>(ip, 8), 3);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 113: {
        // CBZ_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        if (u32(l0 == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 114: {
        // CBNZ_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        if (u32(l0 != 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 115: {
        // SXTH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), extend16(l0), CPU_R);
        ip += 16;
        continue;
      }
      case 116: {
        // SXTB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), extend8(l0), CPU_R);
        ip += 16;
        continue;
      }
      case 117: {
        // UXTH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l0 & 65535), CPU_R);
        ip += 16;
        continue;
      }
      case 118: {
        // UXTB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l0 & 255), CPU_R);
        ip += 16;
        continue;
      }
      case 119: {
        // CPS
        syncEnd(ip, budget);
        changeProcessorState(load<u32>(ip, 8));
        exit = ENDED;
        break;
      }
      case 120: {
        // REV_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), bswap<u32>(l0), CPU_R);
        ip += 16;
        continue;
      }
      case 121: {
        // REV16_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (((l0 >>> 8) & 16711935) | ((l0 << 8) & 4278255360)), CPU_R);
        ip += 16;
        continue;
      }
      case 122: {
        // REVSH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), shiftRightSigned(bswap<u32>(l0), 16), CPU_R);
        ip += 16;
        continue;
      }
      case 123: {
        // BKPT
        syncEnd(ip, budget);
        breakpoint(load<u32>(ip, 8));
        exit = ENDED;
        break;
      }
      case 124: {
        // NOP
        ip += 16;
        continue;
      }
      case 125: {
        // YIELD
        ip += 16;
        continue;
      }
      case 126: {
        // WFE
        syncEnd(ip, budget);
        waitForEvent();
        exit = ENDED;
        break;
      }
      case 127: {
        // WFI
        syncEnd(ip, budget);
        waitForInterrupt();
        exit = ENDED;
        break;
      }
      case 128: {
        // SEV
        sync(ip, budget);
        sendEvent();
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 129: {
        // IT
        ip += 16;
        continue;
      }
      case 130: {
        // UDF
        syncEnd(ip, budget);
        undefinedInstruction();
        exit = ENDED;
        break;
      }
      case 131: {
        // SVC
        syncEnd(ip, budget);
        supervisorCall(load<u32>(ip, 8));
        exit = ENDED;
        break;
      }
      case 132: {
        // B_cond c=0
        let l0: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        if (l0 != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 133: {
        // B_cond c=1
        let l0: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        if (u32(l0 == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 134: {
        // B_cond c=2
        let l0: u32 = load<u32>(CPU_FLAG_C);
        if (l0 != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 135: {
        // B_cond c=3
        let l0: u32 = load<u32>(CPU_FLAG_C);
        if (u32(l0 == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 136: {
        // B_cond c=4
        let l0: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        if (l0 != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 137: {
        // B_cond c=5
        let l0: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        if (u32(l0 == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 138: {
        // B_cond c=6
        let l0: u32 = load<u32>(CPU_FLAG_V);
        if (l0 != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 139: {
        // B_cond c=7
        let l0: u32 = load<u32>(CPU_FLAG_V);
        if (u32(l0 == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 140: {
        // B_cond c=8
        let l0: u32 = load<u32>(CPU_FLAG_C);
        let l1: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        if ((l0 & u32(l1 == 0)) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 141: {
        // B_cond c=9
        let l0: u32 = load<u32>(CPU_FLAG_C);
        let l1: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        if (u32((l0 & u32(l1 == 0)) == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 142: {
        // B_cond c=10
        let l0: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        let l1: u32 = load<u32>(CPU_FLAG_V);
        if (u32(l0 == l1) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 143: {
        // B_cond c=11
        let l0: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        let l1: u32 = load<u32>(CPU_FLAG_V);
        if (u32(u32(l0 == l1) == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 144: {
        // B_cond c=12
        let l0: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        let l1: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        let l2: u32 = load<u32>(CPU_FLAG_V);
        if ((u32(l0 == 0) & u32(l1 == l2)) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 145: {
        // B_cond c=13
        let l0: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        let l1: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        let l2: u32 = load<u32>(CPU_FLAG_V);
        if (u32((u32(l0 == 0) & u32(l1 == l2)) == 0) != 0) {
          let block = load<u32>(ip, 16 + 4);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = load<u32>(ip, 8);
          link = ip + 16 + 4;
          exit = DISPATCH;
          break;
        }
        let block = load<u32>(ip, 16 + 8);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = nextAddress(ip);
        link = ip + 16 + 8;
        exit = DISPATCH;
        break;
      }
      case 146: {
        // TST_ri k=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 147: {
        // TST_ri k=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 148: {
        // AND_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 149: {
        // AND_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 150: {
        // AND_ri s=2
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 151: {
        // BIC_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & (~load<u32>(ip, 8)));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 152: {
        // BIC_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & (~load<u32>(ip, 8)));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 153: {
        // BIC_ri s=2
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & (~load<u32>(ip, 8)));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 154: {
        // ORR_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 | load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 155: {
        // ORR_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 | load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 156: {
        // ORR_ri s=2
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 | load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 157: {
        // MVN_ri s=0
        let l0: u32 = (~load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        ip += 16;
        continue;
      }
      case 158: {
        // MVN_ri s=1
        let l0: u32 = (~load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        store<u32>(CPU_FLAG_N, l0);
        store<u32>(CPU_FLAG_Z, l0);
        ip += 16;
        continue;
      }
      case 159: {
        // MVN_ri s=2
        let l0: u32 = (~load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        store<u32>(CPU_FLAG_N, l0);
        store<u32>(CPU_FLAG_Z, l0);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 160: {
        // ORN_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 | (~load<u32>(ip, 8)));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 161: {
        // ORN_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 | (~load<u32>(ip, 8)));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 162: {
        // ORN_ri s=2
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 | (~load<u32>(ip, 8)));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 163: {
        // TEQ_ri k=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 ^ load<u32>(ip, 8));
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 164: {
        // TEQ_ri k=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 ^ load<u32>(ip, 8));
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 165: {
        // EOR_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 ^ load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 166: {
        // EOR_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 ^ load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        ip += 16;
        continue;
      }
      case 167: {
        // EOR_ri s=2
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 ^ load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (load<u32>(ip, 8) >>> 31));
        ip += 16;
        continue;
      }
      case 168: {
        // CMN_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, u32(l3 < l1));
        store<u32>(CPU_FLAG_V, (((l1 ^ l3) & (l2 ^ l3)) >>> 31));
        ip += 16;
        continue;
      }
      case 169: {
        // ADC_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(CPU_FLAG_C);
        let l2: u32 = l0;
        let l3: u32 = load<u32>(ip, 8);
        let l4: u32 = l1;
        let l5: u32 = ((l2 + l3) + l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 170: {
        // ADC_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(CPU_FLAG_C);
        let l2: u32 = l0;
        let l3: u32 = load<u32>(ip, 8);
        let l4: u32 = l1;
        let l5: u32 = ((l2 + l3) + l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, (((l2 & l3) | ((l2 | l3) & (~l5))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l2 ^ l5) & (l3 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 171: {
        // SBC_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(CPU_FLAG_C);
        let l2: u32 = l0;
        let l3: u32 = (~load<u32>(ip, 8));
        let l4: u32 = l1;
        let l5: u32 = ((l2 + l3) + l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 172: {
        // SBC_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(CPU_FLAG_C);
        let l2: u32 = l0;
        let l3: u32 = (~load<u32>(ip, 8));
        let l4: u32 = l1;
        let l5: u32 = ((l2 + l3) + l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, (((l2 & l3) | ((l2 | l3) & (~l5))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l2 ^ l5) & (l3 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 173: {
        // MOVT_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), ((l0 & 65535) | load<u32>(ip, 8)), CPU_R);
        ip += 16;
        continue;
      }
      case 174: {
        // SSAT_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = ((u32(load<u8>(ip, 5)) >>> 5) != 0 ? shiftRightSigned(l0, (u32(load<u8>(ip, 5)) & 31)) : (l0 << (u32(load<u8>(ip, 5)) & 31)));
        let l2: u32 = shiftRightSigned(l1, 31);
        let l3: u32 = u32(u32(((l1 ^ l2) & (~load<u32>(ip, 8))) == 0) == 0);
        store<u32>(u32(load<u8>(ip, 2)), (l3 != 0 ? (load<u32>(ip, 8) ^ l2) : l1), CPU_R);
        if (l3 != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 175: {
        // USAT_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = ((u32(load<u8>(ip, 5)) >>> 5) != 0 ? shiftRightSigned(l0, (u32(load<u8>(ip, 5)) & 31)) : (l0 << (u32(load<u8>(ip, 5)) & 31)));
        let l2: u32 = u32(u32((l1 & (~load<u32>(ip, 8))) == 0) == 0);
        store<u32>(u32(load<u8>(ip, 2)), (l2 != 0 ? (load<u32>(ip, 8) & (~shiftRightSigned(l1, 31))) : l1), CPU_R);
        if (l2 != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 176: {
        // SBFX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), shiftRightSigned((l0 << u32(load<u8>(ip, 5))), load<u32>(ip, 8)), CPU_R);
        ip += 16;
        continue;
      }
      case 177: {
        // UBFX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), ((l0 >>> u32(load<u8>(ip, 5))) & load<u32>(ip, 8)), CPU_R);
        ip += 16;
        continue;
      }
      case 178: {
        // BFC_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l0 & (~load<u32>(ip, 8))), CPU_R);
        ip += 16;
        continue;
      }
      case 179: {
        // BFI_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), ((l0 & (~load<u32>(ip, 8))) | ((l1 << u32(load<u8>(ip, 5))) & load<u32>(ip, 8))), CPU_R);
        ip += 16;
        continue;
      }
      case 180: {
        // RRX_r s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(CPU_FLAG_C);
        let l2: u32 = ((l1 << 31) | (l0 >>> 1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 181: {
        // RRX_r s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(CPU_FLAG_C);
        let l2: u32 = ((l1 << 31) | (l0 >>> 1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        store<u32>(CPU_FLAG_C, (l0 & 1));
        ip += 16;
        continue;
      }
      case 182: {
        // ROR_ri s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = rotr<u32>(l0, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 183: {
        // ROR_ri s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = rotr<u32>(l0, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        store<u32>(CPU_FLAG_N, l1);
        store<u32>(CPU_FLAG_Z, l1);
        store<u32>(CPU_FLAG_C, (l1 >>> 31));
        ip += 16;
        continue;
      }
      case 184: {
        // TST_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l2 & l1);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 185: {
        // TST_rs
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l6: u32 = (l5 & l4);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 186: {
        // AND_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 187: {
        // AND_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 188: {
        // AND_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 & l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 189: {
        // AND_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 & l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 190: {
        // BIC_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 & (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 191: {
        // BIC_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 & (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 192: {
        // BIC_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 & (~l4));
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 193: {
        // BIC_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 & (~l4));
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 194: {
        // ORR_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 | l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 195: {
        // ORR_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 | l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 196: {
        // ORR_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 | l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 197: {
        // ORR_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 | l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 198: {
        // MVN_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = (~l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 199: {
        // MVN_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = (~l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 200: {
        // MVN_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = (~l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 201: {
        // MVN_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = (~l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 202: {
        // ORN_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 | (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 203: {
        // ORN_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 | (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 204: {
        // ORN_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 | (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 205: {
        // ORN_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 | (~l1));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 206: {
        // ORN_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 | (~l4));
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 207: {
        // ORN_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 | (~l4));
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 208: {
        // TEQ_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 ^ l1);
        store<u32>(CPU_FLAG_N, l2);
        store<u32>(CPU_FLAG_Z, l2);
        ip += 16;
        continue;
      }
      case 209: {
        // TEQ_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l2 ^ l1);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 210: {
        // TEQ_rs
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l6: u32 = (l5 ^ l4);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 211: {
        // EOR_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 ^ l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 212: {
        // EOR_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l2 ^ l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        store<u32>(CPU_FLAG_N, l3);
        store<u32>(CPU_FLAG_Z, l3);
        store<u32>(CPU_FLAG_C, ((l0 >>> (32 - load<u32>(ip, 8))) & 1));
        ip += 16;
        continue;
      }
      case 213: {
        // EOR_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 ^ l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 214: {
        // EOR_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l0 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l0, (load<u32>(ip, 8) - 1)) : rotr<u32>(l0, (load<u32>(ip, 8) - 1))));
        let l2: u32 = (l1 & 1);
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = ((l1 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l0 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l2 : l3))) << 31));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l5 ^ l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        store<u32>(CPU_FLAG_N, l6);
        store<u32>(CPU_FLAG_Z, l6);
        store<u32>(CPU_FLAG_C, l2);
        ip += 16;
        continue;
      }
      case 215: {
        // CMN_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l0;
        let l4: u32 = l2;
        let l5: u32 = (l3 + l4);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, u32(l5 < l3));
        store<u32>(CPU_FLAG_V, (((l3 ^ l5) & (l4 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 216: {
        // CMN_rs
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l0;
        let l7: u32 = l5;
        let l8: u32 = (l6 + l7);
        store<u32>(CPU_FLAG_N, l8);
        store<u32>(CPU_FLAG_Z, l8);
        store<u32>(CPU_FLAG_C, u32(l8 < l6));
        store<u32>(CPU_FLAG_V, (((l6 ^ l8) & (l7 ^ l8)) >>> 31));
        ip += 16;
        continue;
      }
      case 217: {
        // ADD_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l0;
        let l4: u32 = l2;
        let l5: u32 = (l3 + l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 218: {
        // ADD_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l0;
        let l4: u32 = l2;
        let l5: u32 = (l3 + l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, u32(l5 < l3));
        store<u32>(CPU_FLAG_V, (((l3 ^ l5) & (l4 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 219: {
        // ADD_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l0;
        let l7: u32 = l5;
        let l8: u32 = (l6 + l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        ip += 16;
        continue;
      }
      case 220: {
        // ADD_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l0;
        let l7: u32 = l5;
        let l8: u32 = (l6 + l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        store<u32>(CPU_FLAG_N, l8);
        store<u32>(CPU_FLAG_Z, l8);
        store<u32>(CPU_FLAG_C, u32(l8 < l6));
        store<u32>(CPU_FLAG_V, (((l6 ^ l8) & (l7 ^ l8)) >>> 31));
        ip += 16;
        continue;
      }
      case 221: {
        // ADC_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = l0;
        let l5: u32 = l2;
        let l6: u32 = l3;
        let l7: u32 = ((l4 + l5) + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        ip += 16;
        continue;
      }
      case 222: {
        // ADC_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = l0;
        let l5: u32 = l2;
        let l6: u32 = l3;
        let l7: u32 = ((l4 + l5) + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        store<u32>(CPU_FLAG_N, l7);
        store<u32>(CPU_FLAG_Z, l7);
        store<u32>(CPU_FLAG_C, (((l4 & l5) | ((l4 | l5) & (~l7))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l4 ^ l7) & (l5 ^ l7)) >>> 31));
        ip += 16;
        continue;
      }
      case 223: {
        // ADC_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = load<u32>(CPU_FLAG_C);
        let l7: u32 = l0;
        let l8: u32 = l5;
        let l9: u32 = l6;
        let l10: u32 = ((l7 + l8) + l9);
        store<u32>(u32(load<u8>(ip, 2)), l10, CPU_R);
        ip += 16;
        continue;
      }
      case 224: {
        // ADC_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = load<u32>(CPU_FLAG_C);
        let l7: u32 = l0;
        let l8: u32 = l5;
        let l9: u32 = l6;
        let l10: u32 = ((l7 + l8) + l9);
        store<u32>(u32(load<u8>(ip, 2)), l10, CPU_R);
        store<u32>(CPU_FLAG_N, l10);
        store<u32>(CPU_FLAG_Z, l10);
        store<u32>(CPU_FLAG_C, (((l7 & l8) | ((l7 | l8) & (~l10))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l7 ^ l10) & (l8 ^ l10)) >>> 31));
        ip += 16;
        continue;
      }
      case 225: {
        // SBC_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = l0;
        let l5: u32 = (~l2);
        let l6: u32 = l3;
        let l7: u32 = ((l4 + l5) + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        ip += 16;
        continue;
      }
      case 226: {
        // SBC_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = load<u32>(CPU_FLAG_C);
        let l4: u32 = l0;
        let l5: u32 = (~l2);
        let l6: u32 = l3;
        let l7: u32 = ((l4 + l5) + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        store<u32>(CPU_FLAG_N, l7);
        store<u32>(CPU_FLAG_Z, l7);
        store<u32>(CPU_FLAG_C, (((l4 & l5) | ((l4 | l5) & (~l7))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l4 ^ l7) & (l5 ^ l7)) >>> 31));
        ip += 16;
        continue;
      }
      case 227: {
        // SBC_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = load<u32>(CPU_FLAG_C);
        let l7: u32 = l0;
        let l8: u32 = (~l5);
        let l9: u32 = l6;
        let l10: u32 = ((l7 + l8) + l9);
        store<u32>(u32(load<u8>(ip, 2)), l10, CPU_R);
        ip += 16;
        continue;
      }
      case 228: {
        // SBC_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = load<u32>(CPU_FLAG_C);
        let l7: u32 = l0;
        let l8: u32 = (~l5);
        let l9: u32 = l6;
        let l10: u32 = ((l7 + l8) + l9);
        store<u32>(u32(load<u8>(ip, 2)), l10, CPU_R);
        store<u32>(CPU_FLAG_N, l10);
        store<u32>(CPU_FLAG_Z, l10);
        store<u32>(CPU_FLAG_C, (((l7 & l8) | ((l7 | l8) & (~l10))) >>> 31));
        store<u32>(CPU_FLAG_V, (((l7 ^ l10) & (l8 ^ l10)) >>> 31));
        ip += 16;
        continue;
      }
      case 229: {
        // CMP_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l0;
        let l4: u32 = l2;
        let l5: u32 = (l3 - l4);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, u32(u32(l3 < l4) == 0));
        store<u32>(CPU_FLAG_V, (((l3 ^ l4) & (l3 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 230: {
        // CMP_rs
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l0;
        let l7: u32 = l5;
        let l8: u32 = (l6 - l7);
        store<u32>(CPU_FLAG_N, l8);
        store<u32>(CPU_FLAG_Z, l8);
        store<u32>(CPU_FLAG_C, u32(u32(l6 < l7) == 0));
        store<u32>(CPU_FLAG_V, (((l6 ^ l7) & (l6 ^ l8)) >>> 31));
        ip += 16;
        continue;
      }
      case 231: {
        // SUB_sp_r s=0
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = (l1 << load<u32>(ip, 8));
        let l4: u32 = (l2 - l3);
        let l5: u32 = l4;
        sync(ip, budget);
        checkStackLimit(l5);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l5 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 232: {
        // SUB_sp_r s=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = (l1 << load<u32>(ip, 8));
        let l4: u32 = (l2 - l3);
        let l5: u32 = l4;
        sync(ip, budget);
        checkStackLimit(l5);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l5 & 4294967292));
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(u32(l2 < l3) == 0));
        store<u32>(CPU_FLAG_V, (((l2 ^ l3) & (l2 ^ l4)) >>> 31));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 233: {
        // SUB_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l0;
        let l4: u32 = l2;
        let l5: u32 = (l3 - l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 234: {
        // SUB_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l0;
        let l4: u32 = l2;
        let l5: u32 = (l3 - l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, u32(u32(l3 < l4) == 0));
        store<u32>(CPU_FLAG_V, (((l3 ^ l4) & (l3 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 235: {
        // SUB_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l0;
        let l7: u32 = l5;
        let l8: u32 = (l6 - l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        ip += 16;
        continue;
      }
      case 236: {
        // SUB_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l0;
        let l7: u32 = l5;
        let l8: u32 = (l6 - l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        store<u32>(CPU_FLAG_N, l8);
        store<u32>(CPU_FLAG_Z, l8);
        store<u32>(CPU_FLAG_C, u32(u32(l6 < l7) == 0));
        store<u32>(CPU_FLAG_V, (((l6 ^ l7) & (l6 ^ l8)) >>> 31));
        ip += 16;
        continue;
      }
      case 237: {
        // RSB_rr s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l1;
        let l3: u32 = l0;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 238: {
        // RSB_rr s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l1;
        let l3: u32 = l0;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        store<u32>(CPU_FLAG_N, l4);
        store<u32>(CPU_FLAG_Z, l4);
        store<u32>(CPU_FLAG_C, u32(u32(l2 < l3) == 0));
        store<u32>(CPU_FLAG_V, (((l2 ^ l3) & (l2 ^ l4)) >>> 31));
        ip += 16;
        continue;
      }
      case 239: {
        // RSB_rl s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l2;
        let l4: u32 = l0;
        let l5: u32 = (l3 - l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 240: {
        // RSB_rl s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 << load<u32>(ip, 8));
        let l3: u32 = l2;
        let l4: u32 = l0;
        let l5: u32 = (l3 - l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(CPU_FLAG_N, l5);
        store<u32>(CPU_FLAG_Z, l5);
        store<u32>(CPU_FLAG_C, u32(u32(l3 < l4) == 0));
        store<u32>(CPU_FLAG_V, (((l3 ^ l4) & (l3 ^ l5)) >>> 31));
        ip += 16;
        continue;
      }
      case 241: {
        // RSB_rs s=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l5;
        let l7: u32 = l0;
        let l8: u32 = (l6 - l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        ip += 16;
        continue;
      }
      case 242: {
        // RSB_rs s=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (u32(u32(load<u8>(ip, 5)) == 1) != 0 ? (l1 >>> (load<u32>(ip, 8) - 1)) : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? shiftRightSigned(l1, (load<u32>(ip, 8) - 1)) : rotr<u32>(l1, (load<u32>(ip, 8) - 1))));
        let l3: u32 = (l2 & 1);
        let l4: u32 = load<u32>(CPU_FLAG_C);
        let l5: u32 = ((l2 >>> 1) | ((u32(u32(load<u8>(ip, 5)) == 1) != 0 ? 0 : (u32(u32(load<u8>(ip, 5)) == 2) != 0 ? (l1 >>> 31) : (u32(u32(load<u8>(ip, 5)) == 3) != 0 ? l3 : l4))) << 31));
        let l6: u32 = l5;
        let l7: u32 = l0;
        let l8: u32 = (l6 - l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        store<u32>(CPU_FLAG_N, l8);
        store<u32>(CPU_FLAG_Z, l8);
        store<u32>(CPU_FLAG_C, u32(u32(l6 < l7) == 0));
        store<u32>(CPU_FLAG_V, (((l6 ^ l7) & (l6 ^ l8)) >>> 31));
        ip += 16;
        continue;
      }
      case 243: {
        // SXTH_rot
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = rotr<u32>(l0, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), extend16(l1), CPU_R);
        ip += 16;
        continue;
      }
      case 244: {
        // UXTH_rot
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = rotr<u32>(l0, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), (l1 & 65535), CPU_R);
        ip += 16;
        continue;
      }
      case 245: {
        // SXTB_rot
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = rotr<u32>(l0, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), extend8(l1), CPU_R);
        ip += 16;
        continue;
      }
      case 246: {
        // UXTB_rot
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = rotr<u32>(l0, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), (l1 & 255), CPU_R);
        ip += 16;
        continue;
      }
      case 247: {
        // RBIT_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), reverseBits(l0), CPU_R);
        ip += 16;
        continue;
      }
      case 248: {
        // CLZ_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), clz<u32>(l0), CPU_R);
        ip += 16;
        continue;
      }
      case 249: {
        // MLA_rrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l0 + (l1 * l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 250: {
        // MLS_rrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l0 - (l1 * l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 251: {
        // SMULL_rrrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (l0 * l1);
        let l3: u32 = multiplyHighSigned(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 252: {
        // SDIV_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        checkDivisor(l0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), divideSigned(l1, l0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 253: {
        // UMULL_rrrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (l0 * l1);
        let l3: u32 = multiplyHighUnsigned(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 254: {
        // UDIV_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        checkDivisor(l0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), divideUnsigned(l1, l0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 255: {
        // SMLAL_rrrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (l0 * l1);
        let l3: u32 = multiplyHighSigned(l0, l1);
        let l4: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l5: u32 = (l4 + l2);
        let l6: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l7: u32 = ((l6 + l3) + u32(l5 < l2));
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l7, CPU_R);
        ip += 16;
        continue;
      }
      case 256: {
        // UMLAL_rrrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (l0 * l1);
        let l3: u32 = multiplyHighUnsigned(l0, l1);
        let l4: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l5: u32 = (l4 + l2);
        let l6: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l7: u32 = ((l6 + l3) + u32(l5 < l2));
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l7, CPU_R);
        ip += 16;
        continue;
      }
      case 257: {
        // STRB_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0) {
          store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 258: {
        // STRB_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0) {
            store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 1, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 259: {
        // STRB_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0) {
          store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 260: {
        // STRB_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0) {
            store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 1, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 261: {
        // STRB_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0) {
          store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 262: {
        // STRB_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        sync(ip, budget);
        writeMemory(l2, l1, 1, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 263: {
        // STRH_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
          store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 264: {
        // STRH_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
            store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 2, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 265: {
        // STRH_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
          store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 266: {
        // STRH_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
            store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 2, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 267: {
        // STRH_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
          store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 268: {
        // STRH_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        sync(ip, budget);
        writeMemory(l2, l1, 2, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 269: {
        // STR_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
          store<u32>(l3 + (entry & PAGE_MASK), l2);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 270: {
        // STR_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 271: {
        // STR_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
          store<u32>(l3 + (entry & PAGE_MASK), l2);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 272: {
        // STR_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 273: {
        // STR_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
          store<u32>(l3 + (entry & PAGE_MASK), l2);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 274: {
        // STR_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        sync(ip, budget);
        writeMemory(l2, l1, 4, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 275: {
        // PRELOAD
        ip += 16;
        continue;
      }
      case 276: {
        // LDRB_lit
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l0 = u32(load<u8>(l1 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = readMemory(l1, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        exit = RESYNC;
        break;
      }
      case 277: {
        // LDRB_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 278: {
        // LDRB_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0) {
            l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 1, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 279: {
        // LDRB_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 280: {
        // LDRB_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0) {
            l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 1, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 281: {
        // LDRB_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 282: {
        // LDRB_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        sync(ip, budget);
        l1 = readMemory(l2, 1, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 283: {
        // LDRH_lit
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l1 & 1) == 0) {
          l0 = u32(load<u16>(l1 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = readMemory(l1, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        exit = RESYNC;
        break;
      }
      case 284: {
        // LDRH_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 285: {
        // LDRH_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 1) == 0) {
            l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 2, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 286: {
        // LDRH_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 287: {
        // LDRH_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 1) == 0) {
            l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 2, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 288: {
        // LDRH_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 289: {
        // LDRH_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        sync(ip, budget);
        l1 = readMemory(l2, 2, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 290: {
        // LDRSB_lit
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l0 = u32(load<i8>(l1 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = extend8(readMemory(l1, 1, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        exit = RESYNC;
        break;
      }
      case 291: {
        // LDRSB_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l1 = u32(load<i8>(l2 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = extend8(readMemory(l2, 1, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 292: {
        // LDRSB_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<i8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend8(readMemory(l3, 1, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 293: {
        // LDRSB_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0) {
            l2 = u32(load<i8>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = extend8(readMemory(l3, 1, 0));
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 294: {
        // LDRSB_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<i8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend8(readMemory(l3, 1, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 295: {
        // LDRSB_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0) {
            l2 = u32(load<i8>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = extend8(readMemory(l3, 1, 0));
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 296: {
        // LDRSB_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<i8>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend8(readMemory(l3, 1, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 297: {
        // LDRSB_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        sync(ip, budget);
        l1 = extend8(readMemory(l2, 1, 2));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 298: {
        // LDRSH_lit
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l1 & 1) == 0) {
          l0 = u32(load<i16>(l1 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = extend16(readMemory(l1, 2, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        exit = RESYNC;
        break;
      }
      case 299: {
        // LDRSH_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 1) == 0) {
          l1 = u32(load<i16>(l2 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = extend16(readMemory(l2, 2, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 300: {
        // LDRSH_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<i16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend16(readMemory(l3, 2, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 301: {
        // LDRSH_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 1) == 0) {
            l2 = u32(load<i16>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = extend16(readMemory(l3, 2, 0));
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 302: {
        // LDRSH_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<i16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend16(readMemory(l3, 2, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 303: {
        // LDRSH_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 1) == 0) {
            l2 = u32(load<i16>(l3 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l2 = extend16(readMemory(l3, 2, 0));
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 304: {
        // LDRSH_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<i16>(l3 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = extend16(readMemory(l3, 2, 0));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 305: {
        // LDRSH_t_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        sync(ip, budget);
        l1 = extend16(readMemory(l2, 2, 2));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 306: {
        // LDR_pc_lit
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l1 & 3) == 0) {
          l0 = load<u32>(l1 + (entry & PAGE_MASK));
          let target: u32 = l0;
          if ((target & 1) != 0 && target < 0xfe000000) {
            pc = target & ~1;
            exit = DISPATCH;
            break;
          }
          syncEnd(ip, budget);
          exchangeSlow(target, 2);
          exit = ENDED;
          break;
        }
        sync(ip, budget);
        l0 = readMemory(l1, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        let target: u32 = l0;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 307: {
        // LDR_pc_ri
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 3) == 0) {
          l1 = load<u32>(l2 + (entry & PAGE_MASK));
          let target: u32 = l1;
          if ((target & 1) != 0 && target < 0xfe000000) {
            pc = target & ~1;
            exit = DISPATCH;
            break;
          }
          syncEnd(ip, budget);
          exchangeSlow(target, 2);
          exit = ENDED;
          break;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        let target: u32 = l1;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 308: {
        // LDR_pc_pre sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          let target: u32 = l2;
          if ((target & 1) != 0 && target < 0xfe000000) {
            pc = target & ~1;
            exit = DISPATCH;
            break;
          }
          syncEnd(ip, budget);
          exchangeSlow(target, 2);
          exit = ENDED;
          break;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let target: u32 = l2;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 309: {
        // LDR_pc_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        let target: u32 = l2;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 310: {
        // LDR_pc_post sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          let target: u32 = l2;
          if ((target & 1) != 0 && target < 0xfe000000) {
            pc = target & ~1;
            exit = DISPATCH;
            break;
          }
          syncEnd(ip, budget);
          exchangeSlow(target, 2);
          exit = ENDED;
          break;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let target: u32 = l2;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 311: {
        // LDR_pc_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        let target: u32 = l2;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 312: {
        // LDR_pc_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          let target: u32 = l2;
          if ((target & 1) != 0 && target < 0xfe000000) {
            pc = target & ~1;
            exit = DISPATCH;
            break;
          }
          syncEnd(ip, budget);
          exchangeSlow(target, 2);
          exit = ENDED;
          break;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        let target: u32 = l2;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 313: {
        // LDR_pc_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          let target: u32 = l2;
          if ((target & 1) != 0 && target < 0xfe000000) {
            pc = target & ~1;
            exit = DISPATCH;
            break;
          }
          syncEnd(ip, budget);
          exchangeSlow(target, 2);
          exit = ENDED;
          break;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        let target: u32 = l2;
        if ((target & 1) != 0 && target < 0xfe000000) {
          pc = target & ~1;
          exit = BRANCHED;
          break;
        }
        syncEnd(ip, budget);
        exchangeSlow(target, 2);
        exit = ENDED;
        break;
      }
      case 314: {
        // LDR_pre tosp=0 sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 315: {
        // LDR_pre tosp=0 sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 316: {
        // LDR_pre tosp=1 sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(CPU_R + 52, (l2 & 4294967292));
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l2 & 4294967292));
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 317: {
        // LDR_pre tosp=1 sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l2 & 4294967292));
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 318: {
        // LDR_post tosp=0 sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 319: {
        // LDR_post tosp=0 sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 320: {
        // LDR_post tosp=1 sp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(CPU_R + 52, (l2 & 4294967292));
          store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l2 & 4294967292));
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 321: {
        // LDR_post tosp=1 sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 0);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l2 & 4294967292));
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 322: {
        // LDR_rl tosp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        exit = RESYNC;
        break;
      }
      case 323: {
        // LDR_rl tosp=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l0 + (l1 << load<u32>(ip, 8)));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(CPU_R + 52, (l2 & 4294967292));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l2 & 4294967292));
        exit = RESYNC;
        break;
      }
      case 324: {
        // LDR_t_ri tosp=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        sync(ip, budget);
        l1 = readMemory(l2, 4, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 325: {
        // LDR_t_ri tosp=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 + load<u32>(ip, 8));
        let l1: u32 = 0;
        sync(ip, budget);
        l1 = readMemory(l2, 4, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        exit = RESYNC;
        break;
      }
      case 326: {
        // SG
        syncEnd(ip, budget);
        secureGateway();
        exit = ENDED;
        break;
      }
      case 327: {
        // LDRD_lit
        let slow: u32 = 0;
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        {
          let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l1 & 3) == 0) {
            l0 = load<u32>(l1 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l0 = readMemory(l1, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l3: u32 = (load<u32>(ip, 8) + 4);
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l2, CPU_R);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 328: {
        // LDRD_ri
        let slow: u32 = 0;
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l5: u32 = (l1 + 4);
        let l4: u32 = 0;
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l5 & 3) == 0) {
            l4 = load<u32>(l5 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l4 = readMemory(l5, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l4, CPU_R);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 329: {
        // LDRD_pre sp=0
        let slow: u32 = 0;
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l5: u32 = (l1 + 4);
        let l4: u32 = 0;
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l5 & 3) == 0) {
            l4 = load<u32>(l5 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l4 = readMemory(l5, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l4, CPU_R);
        store<u32>(u32(load<u8>(ip, 4)), l1, CPU_R);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 330: {
        // LDRD_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        let l5: u32 = (l1 + 4);
        let l4: u32 = 0;
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l5 & 3) == 0) {
            l4 = load<u32>(l5 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l4 = readMemory(l5, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l4, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 331: {
        // LDRD_post sp=0
        let slow: u32 = 0;
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l5: u32 = (l0 + 4);
        let l4: u32 = 0;
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l5 & 3) == 0) {
            l4 = load<u32>(l5 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l4 = readMemory(l5, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l4, CPU_R);
        store<u32>(u32(load<u8>(ip, 4)), l1, CPU_R);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 332: {
        // LDRD_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l3: u32 = l0;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        let l5: u32 = (l0 + 4);
        let l4: u32 = 0;
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l5 & 3) == 0) {
            l4 = load<u32>(l5 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l4 = readMemory(l5, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l4, CPU_R);
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 333: {
        // STRD_ri
        let slow: u32 = 0;
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l1 + 4);
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l5 & 3) == 0) {
            store<u32>(l5 + (entry & PAGE_MASK), l4);
          } else {
            sync(ip, budget);
            writeMemory(l5, l4, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 334: {
        // STRD_pre sp=0
        let slow: u32 = 0;
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l1 + 4);
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l5 & 3) == 0) {
            store<u32>(l5 + (entry & PAGE_MASK), l4);
          } else {
            sync(ip, budget);
            writeMemory(l5, l4, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 4)), l1, CPU_R);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 335: {
        // STRD_pre sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l1 + 4);
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l5 & 3) == 0) {
            store<u32>(l5 + (entry & PAGE_MASK), l4);
          } else {
            sync(ip, budget);
            writeMemory(l5, l4, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 336: {
        // STRD_post sp=0
        let slow: u32 = 0;
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l0 + 4);
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l5 & 3) == 0) {
            store<u32>(l5 + (entry & PAGE_MASK), l4);
          } else {
            sync(ip, budget);
            writeMemory(l5, l4, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 4)), l1, CPU_R);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 337: {
        // STRD_post sp=1
        let l0: u32 = load<u32>(CPU_R + 52);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        if (lessSigned(load<u32>(ip, 8), 0) != 0) {
          sync(ip, budget);
          checkStackLimit(l1);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        } else {
          sync(ip, budget);
          checkStackLimit(l0);
          if (load<u32>(SCRATCH_FAULT) != 0) {
            exit = FAULT;
            break;
          }
        }
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = l0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l0 + 4);
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l5 & 3) == 0) {
            store<u32>(l5 + (entry & PAGE_MASK), l4);
          } else {
            sync(ip, budget);
            writeMemory(l5, l4, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        store<u32>(CPU_R + 52, (l1 & 4294967292));
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 338: {
        // TT_r form=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        sync(ip, budget);
        let l1: u32 = testTarget(l0, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 339: {
        // TT_r form=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        sync(ip, budget);
        let l1: u32 = testTarget(l0, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 340: {
        // TT_r form=2
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        sync(ip, budget);
        let l1: u32 = testTarget(l0, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 341: {
        // TT_r form=3
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        sync(ip, budget);
        let l1: u32 = testTarget(l0, 3);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 342: {
        // STREX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        sync(ip, budget);
        let l2: u32 = passExclusive(l1, 4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (l2 != 0) {
          let l3: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
          let l4: u32 = l1;
          {
            let entry = load<u32>(table + ((l4 >>> PAGE_BITS) << 2));
            if ((entry & WRITE) != 0 && (l4 & 3) == 0) {
              store<u32>(l4 + (entry & PAGE_MASK), l3);
            } else {
              sync(ip, budget);
              writeMemory(l4, l3, 4, 1);
              if (load<u32>(SCRATCH_FAULT) != 0) {
                exit = FAULT;
                break;
              }
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), u32(l2 == 0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 343: {
        // LDREX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        sync(ip, budget);
        setExclusive(l1, 4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 344: {
        // LDREXB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        {
          let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0) {
            l1 = u32(load<u8>(l2 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l1 = readMemory(l2, 1, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        sync(ip, budget);
        setExclusive(l0, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 345: {
        // STREXB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        let l1: u32 = passExclusive(l0, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (l1 != 0) {
          let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
          let l3: u32 = l0;
          {
            let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
            if ((entry & WRITE) != 0) {
              store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
            } else {
              sync(ip, budget);
              writeMemory(l3, l2, 1, 1);
              if (load<u32>(SCRATCH_FAULT) != 0) {
                exit = FAULT;
                break;
              }
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), u32(l1 == 0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 346: {
        // LDAB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l1 = u32(load<u8>(l2 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 1, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 347: {
        // STLB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0) {
          store<u8>(l2 + (entry & PAGE_MASK), u8(l1));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l2, l1, 1, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 348: {
        // LDAEXB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        {
          let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0) {
            l1 = u32(load<u8>(l2 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l1 = readMemory(l2, 1, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        sync(ip, budget);
        setExclusive(l0, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 349: {
        // STLEXB_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        let l1: u32 = passExclusive(l0, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (l1 != 0) {
          let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
          let l3: u32 = l0;
          {
            let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
            if ((entry & WRITE) != 0) {
              store<u8>(l3 + (entry & PAGE_MASK), u8(l2));
            } else {
              sync(ip, budget);
              writeMemory(l3, l2, 1, 1);
              if (load<u32>(SCRATCH_FAULT) != 0) {
                exit = FAULT;
                break;
              }
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), u32(l1 == 0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 350: {
        // LDREXH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        {
          let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l2 & 1) == 0) {
            l1 = u32(load<u16>(l2 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l1 = readMemory(l2, 2, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        sync(ip, budget);
        setExclusive(l0, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 351: {
        // STREXH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        let l1: u32 = passExclusive(l0, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (l1 != 0) {
          let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
          let l3: u32 = l0;
          {
            let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
            if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
              store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
            } else {
              sync(ip, budget);
              writeMemory(l3, l2, 2, 1);
              if (load<u32>(SCRATCH_FAULT) != 0) {
                exit = FAULT;
                break;
              }
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), u32(l1 == 0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 352: {
        // LDAH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 1) == 0) {
          l1 = u32(load<u16>(l2 + (entry & PAGE_MASK)));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 2, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 353: {
        // STLH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l2 & 1) == 0) {
          store<u16>(l2 + (entry & PAGE_MASK), u16(l1));
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l2, l1, 2, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 354: {
        // LDAEXH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        {
          let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l2 & 1) == 0) {
            l1 = u32(load<u16>(l2 + (entry & PAGE_MASK)));
          } else {
            sync(ip, budget);
            l1 = readMemory(l2, 2, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        sync(ip, budget);
        setExclusive(l0, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 355: {
        // STLEXH_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        let l1: u32 = passExclusive(l0, 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (l1 != 0) {
          let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
          let l3: u32 = l0;
          {
            let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
            if ((entry & WRITE) != 0 && (l3 & 1) == 0) {
              store<u16>(l3 + (entry & PAGE_MASK), u16(l2));
            } else {
              sync(ip, budget);
              writeMemory(l3, l2, 2, 1);
              if (load<u32>(SCRATCH_FAULT) != 0) {
                exit = FAULT;
                break;
              }
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), u32(l1 == 0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 356: {
        // LDA_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 3) == 0) {
          l1 = load<u32>(l2 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 4, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        exit = RESYNC;
        break;
      }
      case 357: {
        // STL_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = l0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l2 & 3) == 0) {
          store<u32>(l2 + (entry & PAGE_MASK), l1);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l2, l1, 4, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 358: {
        // LDAEX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l1: u32 = 0;
        {
          let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l2 & 3) == 0) {
            l1 = load<u32>(l2 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l1 = readMemory(l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
          }
        }
        sync(ip, budget);
        setExclusive(l0, 4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 359: {
        // STLEX_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        sync(ip, budget);
        let l1: u32 = passExclusive(l0, 4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (l1 != 0) {
          let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
          let l3: u32 = l0;
          {
            let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
            if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
              store<u32>(l3 + (entry & PAGE_MASK), l2);
            } else {
              sync(ip, budget);
              writeMemory(l3, l2, 4, 1);
              if (load<u32>(SCRATCH_FAULT) != 0) {
                exit = FAULT;
                break;
              }
            }
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), u32(l1 == 0), CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 360: {
        // TBB_pc
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (load<u32>(ip, 8) + l0);
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l1 = u32(load<u8>(l2 + (entry & PAGE_MASK)));
          pc = (((load<u32>(ip, 12) & ~1) + 4) + (l1 << 1));
          exit = DISPATCH;
          break;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        pc = (((load<u32>(ip, 12) & ~1) + 4) + (l1 << 1));
        exit = BRANCHED;
        break;
      }
      case 361: {
        // TBB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l0 + l1);
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0) {
          l2 = u32(load<u8>(l3 + (entry & PAGE_MASK)));
          pc = (((load<u32>(ip, 12) & ~1) + 4) + (l2 << 1));
          exit = DISPATCH;
          break;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 1, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        pc = (((load<u32>(ip, 12) & ~1) + 4) + (l2 << 1));
        exit = BRANCHED;
        break;
      }
      case 362: {
        // TBH_pc
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l2: u32 = (load<u32>(ip, 8) + (l0 << 1));
        let l1: u32 = 0;
        let entry = load<u32>(table + ((l2 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l2 & 1) == 0) {
          l1 = u32(load<u16>(l2 + (entry & PAGE_MASK)));
          pc = (((load<u32>(ip, 12) & ~1) + 4) + (l1 << 1));
          exit = DISPATCH;
          break;
        }
        sync(ip, budget);
        l1 = readMemory(l2, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        pc = (((load<u32>(ip, 12) & ~1) + 4) + (l1 << 1));
        exit = BRANCHED;
        break;
      }
      case 363: {
        // TBH_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = (l0 + (l1 << 1));
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 1) == 0) {
          l2 = u32(load<u16>(l3 + (entry & PAGE_MASK)));
          pc = (((load<u32>(ip, 12) & ~1) + 4) + (l2 << 1));
          exit = DISPATCH;
          break;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 2, 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        pc = (((load<u32>(ip, 12) & ~1) + 4) + (l2 << 1));
        exit = BRANCHED;
        break;
      }
      case 364: {
        // CLREX
        sync(ip, budget);
        clearExclusive();
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 365: {
        // DMB
        ip += 16;
        continue;
      }
      case 366: {
        // DSB
        syncEnd(ip, budget);
        dataBarrier();
        exit = ENDED;
        break;
      }
      case 367: {
        // ISB
        syncEnd(ip, budget);
        instructionBarrier();
        exit = ENDED;
        break;
      }
      case 368: {
        // MSR_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        syncEnd(ip, budget);
        writeSpecial(load<u32>(ip, 8), u32(load<u8>(ip, 5)), l0);
        exit = ENDED;
        break;
      }
      case 369: {
        // MRS_r
        sync(ip, budget);
        let l0: u32 = readSpecial(load<u32>(ip, 8));
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 370: {
        // BL
        store<u32>(CPU_R + 56, (nextAddress(ip) | 1));
        let block = load<u32>(ip, 16 + 4);
        if (block != 0) {
          let rest = budget - load<i32>(block);
          if (rest >= 0) {
            budget = rest;
            ip = block + 16;
            continue;
          }
        }
        pc = load<u32>(ip, 8);
        link = ip + 16 + 4;
        exit = DISPATCH;
        break;
      }
      case 371: {
        // SADD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2139062143) + (l1 & 2139062143)) ^ ((l0 ^ l1) & 2155905152));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = (((l3 | (l4 & l2)) & 2155905152) ^ 2155905152);
        store<u32>(CPU_FLAG_GE, (((l5 >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 372: {
        // SADD16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2147450879) + (l1 & 2147450879)) ^ ((l0 ^ l1) & 2147516416));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = (((l3 | (l4 & l2)) & 2147516416) ^ 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l5 | (l5 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 373: {
        // SASX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 65535);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 1) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = (((l5 | (l6 & l4)) & 2147516416) ^ 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l7 | (l7 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 374: {
        // SSUB8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = (((l4 | (l5 & l3)) & 2155905152) ^ 2155905152);
        store<u32>(CPU_FLAG_GE, (((l6 >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 375: {
        // SSUB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2147450879) + (l2 & 2147450879)) + 65537) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = (((l4 | (l5 & l3)) & 2147516416) ^ 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l6 | (l6 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 376: {
        // SSAX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 4294901760);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 65536) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = (((l5 | (l6 & l4)) & 2147516416) ^ 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l7 | (l7 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 377: {
        // UADD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2139062143) + (l1 & 2139062143)) ^ ((l0 ^ l1) & 2155905152));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = ((l3 | (l4 & (~l2))) & 2155905152);
        store<u32>(CPU_FLAG_GE, (((l5 >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 378: {
        // UADD16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2147450879) + (l1 & 2147450879)) ^ ((l0 ^ l1) & 2147516416));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = ((l3 | (l4 & (~l2))) & 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l5 | (l5 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 379: {
        // UASX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 65535);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 1) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = ((l5 | (l6 & (~l4))) & 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l7 | (l7 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 380: {
        // USUB8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = ((l4 | (l5 & (~l3))) & 2155905152);
        store<u32>(CPU_FLAG_GE, (((l6 >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 381: {
        // USUB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2147450879) + (l2 & 2147450879)) + 65537) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = ((l4 | (l5 & (~l3))) & 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l6 | (l6 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 382: {
        // USAX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 4294901760);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 65536) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = ((l5 | (l6 & (~l4))) & 2147516416);
        store<u32>(CPU_FLAG_GE, ((((l7 | (l7 >>> 8)) >>> 7) * 270549120) >>> 28));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 383: {
        // SHADD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2139062143) + (l1 & 2139062143)) ^ ((l0 ^ l1) & 2155905152));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        store<u32>(u32(load<u8>(ip, 2)), (((l2 >>> 1) & 2139062143) | ((l3 | (l4 & l2)) & 2155905152)), CPU_R);
        ip += 16;
        continue;
      }
      case 384: {
        // SHADD16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2147450879) + (l1 & 2147450879)) ^ ((l0 ^ l1) & 2147516416));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        store<u32>(u32(load<u8>(ip, 2)), (((l2 >>> 1) & 2147450879) | ((l3 | (l4 & l2)) & 2147516416)), CPU_R);
        ip += 16;
        continue;
      }
      case 385: {
        // SHASX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 65535);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 1) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        store<u32>(u32(load<u8>(ip, 2)), (((l4 >>> 1) & 2147450879) | ((l5 | (l6 & l4)) & 2147516416)), CPU_R);
        ip += 16;
        continue;
      }
      case 386: {
        // SHSUB8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        store<u32>(u32(load<u8>(ip, 2)), (((l3 >>> 1) & 2139062143) | ((l4 | (l5 & l3)) & 2155905152)), CPU_R);
        ip += 16;
        continue;
      }
      case 387: {
        // SHSUB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2147450879) + (l2 & 2147450879)) + 65537) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        store<u32>(u32(load<u8>(ip, 2)), (((l3 >>> 1) & 2147450879) | ((l4 | (l5 & l3)) & 2147516416)), CPU_R);
        ip += 16;
        continue;
      }
      case 388: {
        // SHSAX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 4294901760);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 65536) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        store<u32>(u32(load<u8>(ip, 2)), (((l4 >>> 1) & 2147450879) | ((l5 | (l6 & l4)) & 2147516416)), CPU_R);
        ip += 16;
        continue;
      }
      case 389: {
        // UHADD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2139062143) + (l1 & 2139062143)) ^ ((l0 ^ l1) & 2155905152));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        store<u32>(u32(load<u8>(ip, 2)), (((l2 >>> 1) & 2139062143) | (((l3 | (l4 & (~l2))) & 2155905152) ^ 0)), CPU_R);
        ip += 16;
        continue;
      }
      case 390: {
        // UHADD16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2147450879) + (l1 & 2147450879)) ^ ((l0 ^ l1) & 2147516416));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        store<u32>(u32(load<u8>(ip, 2)), (((l2 >>> 1) & 2147450879) | (((l3 | (l4 & (~l2))) & 2147516416) ^ 0)), CPU_R);
        ip += 16;
        continue;
      }
      case 391: {
        // UHASX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 65535);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 1) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        store<u32>(u32(load<u8>(ip, 2)), (((l4 >>> 1) & 2147450879) | (((l5 | (l6 & (~l4))) & 2147516416) ^ 32768)), CPU_R);
        ip += 16;
        continue;
      }
      case 392: {
        // UHSUB8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        store<u32>(u32(load<u8>(ip, 2)), (((l3 >>> 1) & 2139062143) | (((l4 | (l5 & (~l3))) & 2155905152) ^ 2155905152)), CPU_R);
        ip += 16;
        continue;
      }
      case 393: {
        // UHSUB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2147450879) + (l2 & 2147450879)) + 65537) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        store<u32>(u32(load<u8>(ip, 2)), (((l3 >>> 1) & 2147450879) | (((l4 | (l5 & (~l3))) & 2147516416) ^ 2147516416)), CPU_R);
        ip += 16;
        continue;
      }
      case 394: {
        // UHSAX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 4294901760);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 65536) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        store<u32>(u32(load<u8>(ip, 2)), (((l4 >>> 1) & 2147450879) | (((l5 | (l6 & (~l4))) & 2147516416) ^ 2147483648)), CPU_R);
        ip += 16;
        continue;
      }
      case 395: {
        // QADD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2139062143) + (l1 & 2139062143)) ^ ((l0 ^ l1) & 2155905152));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = ((l3 | (l4 & l2)) & 2155905152);
        let l6: u32 = ((l5 ^ l2) & 2155905152);
        let l7: u32 = ((l6 << 1) - (l6 >>> 7));
        store<u32>(u32(load<u8>(ip, 2)), ((l7 & (2139062143 + (l5 >>> 7))) | ((~l7) & l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 396: {
        // QADD16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2147450879) + (l1 & 2147450879)) ^ ((l0 ^ l1) & 2147516416));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = ((l3 | (l4 & l2)) & 2147516416);
        let l6: u32 = ((l5 ^ l2) & 2147516416);
        let l7: u32 = ((l6 << 1) - (l6 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l7 & (2147450879 + (l5 >>> 15))) | ((~l7) & l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 397: {
        // QASX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 65535);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 1) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = ((l5 | (l6 & l4)) & 2147516416);
        let l8: u32 = ((l7 ^ l4) & 2147516416);
        let l9: u32 = ((l8 << 1) - (l8 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l9 & (2147450879 + (l7 >>> 15))) | ((~l9) & l4)), CPU_R);
        ip += 16;
        continue;
      }
      case 398: {
        // QSUB8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = ((l4 | (l5 & l3)) & 2155905152);
        let l7: u32 = ((l6 ^ l3) & 2155905152);
        let l8: u32 = ((l7 << 1) - (l7 >>> 7));
        store<u32>(u32(load<u8>(ip, 2)), ((l8 & (2139062143 + (l6 >>> 7))) | ((~l8) & l3)), CPU_R);
        ip += 16;
        continue;
      }
      case 399: {
        // QSUB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2147450879) + (l2 & 2147450879)) + 65537) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = ((l4 | (l5 & l3)) & 2147516416);
        let l7: u32 = ((l6 ^ l3) & 2147516416);
        let l8: u32 = ((l7 << 1) - (l7 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l8 & (2147450879 + (l6 >>> 15))) | ((~l8) & l3)), CPU_R);
        ip += 16;
        continue;
      }
      case 400: {
        // QSAX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 4294901760);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 65536) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = ((l5 | (l6 & l4)) & 2147516416);
        let l8: u32 = ((l7 ^ l4) & 2147516416);
        let l9: u32 = ((l8 << 1) - (l8 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l9 & (2147450879 + (l7 >>> 15))) | ((~l9) & l4)), CPU_R);
        ip += 16;
        continue;
      }
      case 401: {
        // UQADD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2139062143) + (l1 & 2139062143)) ^ ((l0 ^ l1) & 2155905152));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = (((l3 | (l4 & (~l2))) & 2155905152) ^ 0);
        let l6: u32 = ((l5 << 1) - (l5 >>> 7));
        store<u32>(u32(load<u8>(ip, 2)), ((l6 & 4294967295) | ((~l6) & l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 402: {
        // UQADD16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (((l0 & 2147450879) + (l1 & 2147450879)) ^ ((l0 ^ l1) & 2147516416));
        let l3: u32 = (l0 & l1);
        let l4: u32 = (l0 | l1);
        let l5: u32 = (((l3 | (l4 & (~l2))) & 2147516416) ^ 0);
        let l6: u32 = ((l5 << 1) - (l5 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l6 & 4294967295) | ((~l6) & l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 403: {
        // UQASX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 65535);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 1) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = (((l5 | (l6 & (~l4))) & 2147516416) ^ 32768);
        let l8: u32 = ((l7 << 1) - (l7 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l8 & 4294901760) | ((~l8) & l4)), CPU_R);
        ip += 16;
        continue;
      }
      case 404: {
        // UQSUB8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = (((l4 | (l5 & (~l3))) & 2155905152) ^ 2155905152);
        let l7: u32 = ((l6 << 1) - (l6 >>> 7));
        store<u32>(u32(load<u8>(ip, 2)), ((l7 & 0) | ((~l7) & l3)), CPU_R);
        ip += 16;
        continue;
      }
      case 405: {
        // UQSUB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2147450879) + (l2 & 2147450879)) + 65537) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = (((l4 | (l5 & (~l3))) & 2147516416) ^ 2147516416);
        let l7: u32 = ((l6 << 1) - (l6 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l7 & 0) | ((~l7) & l3)), CPU_R);
        ip += 16;
        continue;
      }
      case 406: {
        // UQSAX_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (l2 ^ 4294901760);
        let l4: u32 = ((((l0 & 2147450879) + (l3 & 2147450879)) + 65536) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        let l7: u32 = (((l5 | (l6 & (~l4))) & 2147516416) ^ 2147483648);
        let l8: u32 = ((l7 << 1) - (l7 >>> 15));
        store<u32>(u32(load<u8>(ip, 2)), ((l8 & 65535) | ((~l8) & l4)), CPU_R);
        ip += 16;
        continue;
      }
      case 407: {
        // QADD_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 + l3);
        let l5: u32 = (((l2 ^ l4) & (l3 ^ l4)) >>> 31);
        if (l5 != 0) store<u32>(CPU_FLAG_Q, 1);
        let l6: u32 = (l5 != 0 ? (shiftRightSigned(l0, 31) ^ 2147483647) : l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 408: {
        // QDADD_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l1;
        let l3: u32 = l1;
        let l4: u32 = (l2 + l3);
        let l5: u32 = (((l2 ^ l4) & (l3 ^ l4)) >>> 31);
        if (l5 != 0) store<u32>(CPU_FLAG_Q, 1);
        let l6: u32 = (l5 != 0 ? (shiftRightSigned(l1, 31) ^ 2147483647) : l4);
        let l7: u32 = l0;
        let l8: u32 = l6;
        let l9: u32 = (l7 + l8);
        let l10: u32 = (((l7 ^ l9) & (l8 ^ l9)) >>> 31);
        if (l10 != 0) store<u32>(CPU_FLAG_Q, 1);
        let l11: u32 = (l10 != 0 ? (shiftRightSigned(l0, 31) ^ 2147483647) : l9);
        store<u32>(u32(load<u8>(ip, 2)), l11, CPU_R);
        ip += 16;
        continue;
      }
      case 409: {
        // QSUB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let l5: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        if (l5 != 0) store<u32>(CPU_FLAG_Q, 1);
        let l6: u32 = (l5 != 0 ? (shiftRightSigned(l0, 31) ^ 2147483647) : l4);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 410: {
        // QDSUB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l1;
        let l3: u32 = l1;
        let l4: u32 = (l2 + l3);
        let l5: u32 = (((l2 ^ l4) & (l3 ^ l4)) >>> 31);
        if (l5 != 0) store<u32>(CPU_FLAG_Q, 1);
        let l6: u32 = (l5 != 0 ? (shiftRightSigned(l1, 31) ^ 2147483647) : l4);
        let l7: u32 = l0;
        let l8: u32 = l6;
        let l9: u32 = (l7 - l8);
        let l10: u32 = (((l7 ^ l8) & (l7 ^ l9)) >>> 31);
        if (l10 != 0) store<u32>(CPU_FLAG_Q, 1);
        let l11: u32 = (l10 != 0 ? (shiftRightSigned(l0, 31) ^ 2147483647) : l9);
        store<u32>(u32(load<u8>(ip, 2)), l11, CPU_R);
        ip += 16;
        continue;
      }
      case 411: {
        // SSAT16_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = extend16(l0);
        let l2: u32 = shiftRightSigned(l1, 31);
        let l3: u32 = u32(u32(((l1 ^ l2) & (~load<u32>(ip, 8))) == 0) == 0);
        let l4: u32 = shiftRightSigned(l0, 16);
        let l5: u32 = shiftRightSigned(l4, 31);
        let l6: u32 = u32(u32(((l4 ^ l5) & (~load<u32>(ip, 8))) == 0) == 0);
        store<u32>(u32(load<u8>(ip, 2)), (((l3 != 0 ? (load<u32>(ip, 8) ^ l2) : l1) & 65535) | ((l6 != 0 ? (load<u32>(ip, 8) ^ l5) : l4) << 16)), CPU_R);
        if ((l3 | l6) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 412: {
        // USAT16_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = extend16(l0);
        let l2: u32 = u32(u32((l1 & (~load<u32>(ip, 8))) == 0) == 0);
        let l3: u32 = shiftRightSigned(l0, 16);
        let l4: u32 = u32(u32((l3 & (~load<u32>(ip, 8))) == 0) == 0);
        store<u32>(u32(load<u8>(ip, 2)), (((l2 != 0 ? (load<u32>(ip, 8) & (~shiftRightSigned(l1, 31))) : l1) & 65535) | ((l4 != 0 ? (load<u32>(ip, 8) & (~shiftRightSigned(l3, 31))) : l3) << 16)), CPU_R);
        if ((l2 | l4) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 413: {
        // SEL_rr
        let l0: u32 = load<u32>(CPU_FLAG_GE);
        let l1: u32 = (((l0 * 2113665) & 16843009) * 255);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l3: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), ((l1 & l2) | ((~l1) & l3)), CPU_R);
        ip += 16;
        continue;
      }
      case 414: {
        // SXTAH_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), (l0 + extend16(l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 415: {
        // UXTAH_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), (l0 + (l2 & 65535)), CPU_R);
        ip += 16;
        continue;
      }
      case 416: {
        // SXTB16_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (rotr<u32>(l0, load<u32>(ip, 8)) & 16711935);
        let l2: u32 = (l1 | ((l1 & 8388736) * 510));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 417: {
        // SXTAB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (rotr<u32>(l1, load<u32>(ip, 8)) & 16711935);
        let l3: u32 = (l2 | ((l2 & 8388736) * 510));
        let l4: u32 = (((l0 & 2147450879) + (l3 & 2147450879)) ^ ((l0 ^ l3) & 2147516416));
        let l5: u32 = (l0 & l3);
        let l6: u32 = (l0 | l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 418: {
        // UXTB16_r
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (rotr<u32>(l0, load<u32>(ip, 8)) & 16711935);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 419: {
        // UXTAB16_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (rotr<u32>(l1, load<u32>(ip, 8)) & 16711935);
        let l3: u32 = (((l0 & 2147450879) + (l2 & 2147450879)) ^ ((l0 ^ l2) & 2147516416));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 420: {
        // SXTAB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), (l0 + extend8(l2)), CPU_R);
        ip += 16;
        continue;
      }
      case 421: {
        // UXTAB_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), (l0 + (l2 & 255)), CPU_R);
        ip += 16;
        continue;
      }
      case 422: {
        // PKHBT_rl
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), ((l0 & 65535) | ((l1 << load<u32>(ip, 8)) & 4294901760)), CPU_R);
        ip += 16;
        continue;
      }
      case 423: {
        // PKHTB_rs
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), ((l0 & 4294901760) | (shiftRightSigned(l1, load<u32>(ip, 8)) & 65535)), CPU_R);
        ip += 16;
        continue;
      }
      case 424: {
        // SMULxy_rr x=0 y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 425: {
        // SMULxy_rr x=0 y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * shiftRightSigned(l1, 16));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 426: {
        // SMULxy_rr x=1 y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (shiftRightSigned(l0, 16) * extend16(l1));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 427: {
        // SMULxy_rr x=1 y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 428: {
        // SMLAxy_rrr x=0 y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l4: u32 = l3;
        let l5: u32 = l2;
        let l6: u32 = (l4 + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        if ((((l4 ^ l6) & (l5 ^ l6)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 429: {
        // SMLAxy_rrr x=0 y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * shiftRightSigned(l1, 16));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l4: u32 = l3;
        let l5: u32 = l2;
        let l6: u32 = (l4 + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        if ((((l4 ^ l6) & (l5 ^ l6)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 430: {
        // SMLAxy_rrr x=1 y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (shiftRightSigned(l0, 16) * extend16(l1));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l4: u32 = l3;
        let l5: u32 = l2;
        let l6: u32 = (l4 + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        if ((((l4 ^ l6) & (l5 ^ l6)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 431: {
        // SMLAxy_rrr x=1 y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l4: u32 = l3;
        let l5: u32 = l2;
        let l6: u32 = (l4 + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        if ((((l4 ^ l6) & (l5 ^ l6)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 432: {
        // SMUAD_rr swap=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l4: u32 = l2;
        let l5: u32 = l3;
        let l6: u32 = (l4 + l5);
        store<u32>(u32(load<u8>(ip, 2)), l6, CPU_R);
        if ((((l4 ^ l6) & (l5 ^ l6)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 433: {
        // SMUAD_rr swap=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (extend16(l0) * extend16(l2));
        let l4: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l2, 16));
        let l5: u32 = l3;
        let l6: u32 = l4;
        let l7: u32 = (l5 + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        if ((((l5 ^ l7) & (l6 ^ l7)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 434: {
        // SMLAD_rrr swap=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l4: u32 = l2;
        let l5: u32 = l3;
        let l6: u32 = (l4 + l5);
        let l7: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l8: u32 = l6;
        let l9: u32 = l7;
        let l10: u32 = (l8 + l9);
        store<u32>(u32(load<u8>(ip, 2)), l10, CPU_R);
        if (((((l4 ^ l6) & (l5 ^ l6)) >>> 31) ^ (((l8 ^ l10) & (l9 ^ l10)) >>> 31)) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 435: {
        // SMLAD_rrr swap=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (extend16(l0) * extend16(l2));
        let l4: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l2, 16));
        let l5: u32 = l3;
        let l6: u32 = l4;
        let l7: u32 = (l5 + l6);
        let l8: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l9: u32 = l7;
        let l10: u32 = l8;
        let l11: u32 = (l9 + l10);
        store<u32>(u32(load<u8>(ip, 2)), l11, CPU_R);
        if (((((l5 ^ l7) & (l6 ^ l7)) >>> 31) ^ (((l9 ^ l11) & (l10 ^ l11)) >>> 31)) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 436: {
        // SMULWy_rr y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = extend16(l1);
        let l3: u32 = ((multiplyHighSigned(l0, l2) << 16) | ((l0 * l2) >>> 16));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 437: {
        // SMULWy_rr y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = shiftRightSigned(l1, 16);
        let l3: u32 = ((multiplyHighSigned(l0, l2) << 16) | ((l0 * l2) >>> 16));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 438: {
        // SMLAWy_rrr y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = extend16(l1);
        let l3: u32 = ((multiplyHighSigned(l0, l2) << 16) | ((l0 * l2) >>> 16));
        let l4: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l5: u32 = l4;
        let l6: u32 = l3;
        let l7: u32 = (l5 + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        if ((((l5 ^ l7) & (l6 ^ l7)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 439: {
        // SMLAWy_rrr y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = shiftRightSigned(l1, 16);
        let l3: u32 = ((multiplyHighSigned(l0, l2) << 16) | ((l0 * l2) >>> 16));
        let l4: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l5: u32 = l4;
        let l6: u32 = l3;
        let l7: u32 = (l5 + l6);
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        if ((((l5 ^ l7) & (l6 ^ l7)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 440: {
        // SMUSD_rr swap=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 441: {
        // SMUSD_rr swap=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (extend16(l0) * extend16(l2));
        let l4: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l2, 16));
        let l5: u32 = (l3 - l4);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 442: {
        // SMLSD_rrr swap=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l4: u32 = (l2 - l3);
        let l5: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l6: u32 = l5;
        let l7: u32 = l4;
        let l8: u32 = (l6 + l7);
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        if ((((l6 ^ l8) & (l7 ^ l8)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 443: {
        // SMLSD_rrr swap=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (extend16(l0) * extend16(l2));
        let l4: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l2, 16));
        let l5: u32 = (l3 - l4);
        let l6: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l7: u32 = l6;
        let l8: u32 = l5;
        let l9: u32 = (l7 + l8);
        store<u32>(u32(load<u8>(ip, 2)), l9, CPU_R);
        if ((((l7 ^ l9) & (l8 ^ l9)) >>> 31) != 0) store<u32>(CPU_FLAG_Q, 1);
        ip += 16;
        continue;
      }
      case 444: {
        // SMMUL_rr round=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = multiplyHighSigned(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        ip += 16;
        continue;
      }
      case 445: {
        // SMMUL_rr round=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = multiplyHighSigned(l0, l1);
        let l3: u32 = (l2 + ((l0 * l1) >>> 31));
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        ip += 16;
        continue;
      }
      case 446: {
        // SMMLA_rrr round=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = multiplyHighSigned(l0, l1);
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l3 + l2), CPU_R);
        ip += 16;
        continue;
      }
      case 447: {
        // SMMLA_rrr round=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = multiplyHighSigned(l0, l1);
        let l3: u32 = (l2 + ((l0 * l1) >>> 31));
        let l4: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), (l4 + l3), CPU_R);
        ip += 16;
        continue;
      }
      case 448: {
        // SMMLS_rrr round=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 * l1);
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l4: u32 = ((l3 - multiplyHighSigned(l0, l1)) - u32(l2 != 0));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        ip += 16;
        continue;
      }
      case 449: {
        // SMMLS_rrr round=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 * l1);
        let l3: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l4: u32 = ((l3 - multiplyHighSigned(l0, l1)) - u32(l2 != 0));
        store<u32>(u32(load<u8>(ip, 2)), (l4 + ((0 - l2) >>> 31)), CPU_R);
        ip += 16;
        continue;
      }
      case 450: {
        // USAD8_rr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l1 ^ 4294967295);
        let l3: u32 = ((((l0 & 2139062143) + (l2 & 2139062143)) + 16843009) ^ ((l0 ^ l2) & 2155905152));
        let l4: u32 = (l0 & l2);
        let l5: u32 = (l0 | l2);
        let l6: u32 = (((l4 | (l5 & (~l3))) & 2155905152) ^ 2155905152);
        let l7: u32 = ((l6 << 1) - (l6 >>> 7));
        let l8: u32 = ((l3 ^ l7) + (l7 & 16843009));
        let l9: u32 = ((l8 & 16711935) + ((l8 >>> 8) & 16711935));
        store<u32>(u32(load<u8>(ip, 2)), ((l9 + (l9 >>> 16)) & 65535), CPU_R);
        ip += 16;
        continue;
      }
      case 451: {
        // USADA8_rrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l3: u32 = (l2 ^ 4294967295);
        let l4: u32 = ((((l1 & 2139062143) + (l3 & 2139062143)) + 16843009) ^ ((l1 ^ l3) & 2155905152));
        let l5: u32 = (l1 & l3);
        let l6: u32 = (l1 | l3);
        let l7: u32 = (((l5 | (l6 & (~l4))) & 2155905152) ^ 2155905152);
        let l8: u32 = ((l7 << 1) - (l7 >>> 7));
        let l9: u32 = ((l4 ^ l8) + (l8 & 16843009));
        let l10: u32 = ((l9 & 16711935) + ((l9 >>> 8) & 16711935));
        store<u32>(u32(load<u8>(ip, 2)), (l0 + ((l10 + (l10 >>> 16)) & 65535)), CPU_R);
        ip += 16;
        continue;
      }
      case 452: {
        // SMLALxy_rrrr x=0 y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l3 + l2);
        let l6: u32 = ((l4 + shiftRightSigned(l2, 31)) + u32(l5 < l2));
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 453: {
        // SMLALxy_rrrr x=0 y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (extend16(l0) * shiftRightSigned(l1, 16));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l3 + l2);
        let l6: u32 = ((l4 + shiftRightSigned(l2, 31)) + u32(l5 < l2));
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 454: {
        // SMLALxy_rrrr x=1 y=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (shiftRightSigned(l0, 16) * extend16(l1));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l3 + l2);
        let l6: u32 = ((l4 + shiftRightSigned(l2, 31)) + u32(l5 < l2));
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 455: {
        // SMLALxy_rrrr x=1 y=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l3: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l4: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l5: u32 = (l3 + l2);
        let l6: u32 = ((l4 + shiftRightSigned(l2, 31)) + u32(l5 < l2));
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l6, CPU_R);
        ip += 16;
        continue;
      }
      case 456: {
        // SMLALD_rrrr swap=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l4: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l5: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l6: u32 = (l4 + l2);
        let l7: u32 = ((l5 + shiftRightSigned(l2, 31)) + u32(l6 < l2));
        let l8: u32 = (l6 + l3);
        let l9: u32 = ((l7 + shiftRightSigned(l3, 31)) + u32(l8 < l3));
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l9, CPU_R);
        ip += 16;
        continue;
      }
      case 457: {
        // SMLALD_rrrr swap=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (extend16(l0) * extend16(l2));
        let l4: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l2, 16));
        let l5: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l6: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l7: u32 = (l5 + l3);
        let l8: u32 = ((l6 + shiftRightSigned(l3, 31)) + u32(l7 < l3));
        let l9: u32 = (l7 + l4);
        let l10: u32 = ((l8 + shiftRightSigned(l4, 31)) + u32(l9 < l4));
        store<u32>(u32(load<u8>(ip, 2)), l9, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l10, CPU_R);
        ip += 16;
        continue;
      }
      case 458: {
        // SMLSLD_rrrr swap=0
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = (extend16(l0) * extend16(l1));
        let l3: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l1, 16));
        let l4: u32 = (l2 - l3);
        let l5: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l6: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l7: u32 = (l5 + l4);
        let l8: u32 = ((l6 + shiftRightSigned(l4, 31)) + u32(l7 < l4));
        store<u32>(u32(load<u8>(ip, 2)), l7, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l8, CPU_R);
        ip += 16;
        continue;
      }
      case 459: {
        // SMLSLD_rrrr swap=1
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = rotr<u32>(l1, 16);
        let l3: u32 = (extend16(l0) * extend16(l2));
        let l4: u32 = (shiftRightSigned(l0, 16) * shiftRightSigned(l2, 16));
        let l5: u32 = (l3 - l4);
        let l6: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l7: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l8: u32 = (l6 + l5);
        let l9: u32 = ((l7 + shiftRightSigned(l5, 31)) + u32(l8 < l5));
        store<u32>(u32(load<u8>(ip, 2)), l8, CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l9, CPU_R);
        ip += 16;
        continue;
      }
      case 460: {
        // UMAAL_rrrr
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 5)), CPU_R);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l3: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l4: u32 = ((l0 * l1) + l2);
        let l5: u32 = (l4 + l3);
        store<u32>(u32(load<u8>(ip, 3)), ((multiplyHighUnsigned(l0, l1) + u32(l4 < l2)) + u32(l5 < l3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 2)), l5, CPU_R);
        ip += 16;
        continue;
      }
      case 461: {
        // VMLA
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMul(l0, l1);
        let l4: u32 = floatAdd(l2, l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_S);
        ip += 16;
        continue;
      }
      case 462: {
        // VMLS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMul(l0, l1);
        let l4: u32 = floatAdd(l2, (l3 ^ 2147483648));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_S);
        ip += 16;
        continue;
      }
      case 463: {
        // VNMLS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMul(l0, l1);
        let l4: u32 = floatAdd((l2 ^ 2147483648), l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_S);
        ip += 16;
        continue;
      }
      case 464: {
        // VNMLA
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMul(l0, l1);
        let l4: u32 = floatAdd((l2 ^ 2147483648), (l3 ^ 2147483648));
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_S);
        ip += 16;
        continue;
      }
      case 465: {
        // VMUL
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatMul(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 466: {
        // VNMUL
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatMul(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), (l2 ^ 2147483648), CPU_S);
        ip += 16;
        continue;
      }
      case 467: {
        // VADD
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatAdd(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 468: {
        // VSUB
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatSub(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 469: {
        // VDIV
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatDiv(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 470: {
        // VFNMS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMulAdd((l2 ^ 2147483648), l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_S);
        ip += 16;
        continue;
      }
      case 471: {
        // VFNMA
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMulAdd((l2 ^ 2147483648), (l0 ^ 2147483648), l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_S);
        ip += 16;
        continue;
      }
      case 472: {
        // VFMA
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMulAdd(l2, l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_S);
        ip += 16;
        continue;
      }
      case 473: {
        // VFMS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = floatMulAdd(l2, (l0 ^ 2147483648), l1);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_S);
        ip += 16;
        continue;
      }
      case 474: {
        // VSELEQ
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        store<u32>(u32(load<u8>(ip, 2)), (l2 != 0 ? l0 : l1), CPU_S);
        ip += 16;
        continue;
      }
      case 475: {
        // VSELVS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = load<u32>(CPU_FLAG_V);
        store<u32>(u32(load<u8>(ip, 2)), (l2 != 0 ? l0 : l1), CPU_S);
        ip += 16;
        continue;
      }
      case 476: {
        // VSELGE
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        let l3: u32 = load<u32>(CPU_FLAG_V);
        store<u32>(u32(load<u8>(ip, 2)), (((l2 ^ l3) ^ 1) != 0 ? l0 : l1), CPU_S);
        ip += 16;
        continue;
      }
      case 477: {
        // VSELGT
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = (load<u32>(CPU_FLAG_N) >>> 31);
        let l3: u32 = load<u32>(CPU_FLAG_V);
        let l4: u32 = u32(load<u32>(CPU_FLAG_Z) == 0);
        store<u32>(u32(load<u8>(ip, 2)), ((((l2 ^ l3) | l4) ^ 1) != 0 ? l0 : l1), CPU_S);
        ip += 16;
        continue;
      }
      case 478: {
        // VMAXNM
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatMaxNum(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 479: {
        // VMINNM
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        let l2: u32 = floatMinNum(l0, l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 480: {
        // VABS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), (l0 & 2147483647), CPU_S);
        ip += 16;
        continue;
      }
      case 481: {
        // VNEG
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), (l0 ^ 2147483648), CPU_S);
        ip += 16;
        continue;
      }
      case 482: {
        // VSQRT
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatSqrt(l0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 483: {
        // VCMP e=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l2: u32 = floatCompare(l0, l1, 0);
        let l3: u32 = load<u32>(CPU_FPSCR);
        store<u32>(CPU_FPSCR, ((l3 & 268435455) | l2));
        ip += 16;
        continue;
      }
      case 484: {
        // VCMP e=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l2: u32 = floatCompare(l0, l1, 1);
        let l3: u32 = load<u32>(CPU_FPSCR);
        store<u32>(CPU_FPSCR, ((l3 & 268435455) | l2));
        ip += 16;
        continue;
      }
      case 485: {
        // VCMP_zero e=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l1: u32 = floatCompare(l0, 0, 0);
        let l2: u32 = load<u32>(CPU_FPSCR);
        store<u32>(CPU_FPSCR, ((l2 & 268435455) | l1));
        ip += 16;
        continue;
      }
      case 486: {
        // VCMP_zero e=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l1: u32 = floatCompare(l0, 0, 1);
        let l2: u32 = load<u32>(CPU_FPSCR);
        store<u32>(CPU_FPSCR, ((l2 & 268435455) | l1));
        ip += 16;
        continue;
      }
      case 487: {
        // VCVT_from_half t=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = halfToSingle(((l0 >>> 0) & 65535));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 488: {
        // VCVT_from_half t=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = halfToSingle(((l0 >>> 16) & 65535));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 489: {
        // VCVT_to_half t=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = singleToHalf(l0);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), ((l2 & 4294901760) | l1), CPU_S);
        ip += 16;
        continue;
      }
      case 490: {
        // VCVT_to_half t=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = singleToHalf(l0);
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), ((l2 & 65535) | (l1 << 16)), CPU_S);
        ip += 16;
        continue;
      }
      case 491: {
        // VCVT_from_int u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(CPU_FPSCR);
        let l2: u32 = fixedToFloat(l0, 0, ((l1 >>> 22) & 3));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 492: {
        // VCVT_from_int u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(CPU_FPSCR);
        let l2: u32 = fixedToFloat(l0, 128, ((l1 >>> 22) & 3));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 493: {
        // VCVT_to_int mode=0 u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 0, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 494: {
        // VCVT_to_int mode=0 u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 128, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 495: {
        // VCVT_to_int mode=1 u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 0, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 496: {
        // VCVT_to_int mode=1 u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 128, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 497: {
        // VCVT_to_int mode=2 u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 0, 2);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 498: {
        // VCVT_to_int mode=2 u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 128, 2);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 499: {
        // VCVT_to_int mode=3 u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 0, 3);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 500: {
        // VCVT_to_int mode=3 u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 128, 3);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 501: {
        // VCVT_to_int mode=4 u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 0, 4);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 502: {
        // VCVT_to_int mode=4 u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatToFixed(l0, 128, 4);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 503: {
        // VCVT_to_int mode=5 u=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(CPU_FPSCR);
        let l2: u32 = floatToFixed(l0, 0, ((l1 >>> 22) & 3));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 504: {
        // VCVT_to_int mode=5 u=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(CPU_FPSCR);
        let l2: u32 = floatToFixed(l0, 128, ((l1 >>> 22) & 3));
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 505: {
        // VCVT_from_fixed
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l1: u32 = fixedToFloat(l0, load<u32>(ip, 8), 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 506: {
        // VCVT_to_fixed
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l1: u32 = floatToFixed(l0, load<u32>(ip, 8), 3);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 507: {
        // VRINT mode=0 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 0, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 508: {
        // VRINT mode=0 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 0, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 509: {
        // VRINT mode=1 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 1, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 510: {
        // VRINT mode=1 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 1, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 511: {
        // VRINT mode=2 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 2, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 512: {
        // VRINT mode=2 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 2, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 513: {
        // VRINT mode=3 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 3, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 514: {
        // VRINT mode=3 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 3, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 515: {
        // VRINT mode=4 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 4, 0);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 516: {
        // VRINT mode=4 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = floatRoundInt(l0, 4, 1);
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_S);
        ip += 16;
        continue;
      }
      case 517: {
        // VRINT mode=5 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(CPU_FPSCR);
        let l2: u32 = floatRoundInt(l0, ((l1 >>> 22) & 3), 0);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 518: {
        // VRINT mode=5 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        let l1: u32 = load<u32>(CPU_FPSCR);
        let l2: u32 = floatRoundInt(l0, ((l1 >>> 22) & 3), 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        ip += 16;
        continue;
      }
      case 519: {
        // VMOV_imm
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        store<u32>(u32(load<u8>(ip, 2)), load<u32>(ip, 8), CPU_S);
        ip += 16;
        continue;
      }
      case 520: {
        // VMOV
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_S);
        ip += 16;
        continue;
      }
      case 521: {
        // VMOV_to_core
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        ip += 16;
        continue;
      }
      case 522: {
        // VMOV_from_core
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        store<u32>(u32(load<u8>(ip, 3)), l0, CPU_S);
        ip += 16;
        continue;
      }
      case 523: {
        // VMOV_two_to_core
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_S + 4);
        store<u32>(u32(load<u8>(ip, 3)), l1, CPU_R);
        ip += 16;
        continue;
      }
      case 524: {
        // VMOV_two_from_core
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        store<u32>(u32(load<u8>(ip, 4)), l0, CPU_S);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        store<u32>(u32(load<u8>(ip, 4)), l1, CPU_S + 4);
        ip += 16;
        continue;
      }
      case 525: {
        // VMRS_apsr
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(CPU_FPSCR);
        let nzcv: u32 = l0;
        store<u32>(CPU_FLAG_N, nzcv);
        store<u32>(CPU_FLAG_Z, ~nzcv & 0x40000000);
        store<u32>(CPU_FLAG_C, (nzcv >>> 29) & 1);
        store<u32>(CPU_FLAG_V, (nzcv >>> 28) & 1);
        ip += 16;
        continue;
      }
      case 526: {
        // VMRS
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(CPU_FPSCR);
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_R);
        ip += 16;
        continue;
      }
      case 527: {
        // VMSR
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        store<u32>(CPU_FPSCR, (l0 & 4156555423));
        ip += 16;
        continue;
      }
      case 528: {
        // VLDR_lit double=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l1 & 3) == 0) {
          l0 = load<u32>(l1 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l0, CPU_S);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l0 = readMemory(l1, 4, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_S);
        exit = RESYNC;
        break;
      }
      case 529: {
        // VLDR_lit double=1
        let slow: u32 = 0;
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l1: u32 = load<u32>(ip, 8);
        let l0: u32 = 0;
        {
          let entry = load<u32>(table + ((l1 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l1 & 3) == 0) {
            l0 = load<u32>(l1 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l0 = readMemory(l1, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l3: u32 = (load<u32>(ip, 8) + 4);
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l0, CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S + 4);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 530: {
        // VLDR double=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & READ) != 0 && (l3 & 3) == 0) {
          l2 = load<u32>(l3 + (entry & PAGE_MASK));
          store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        l2 = readMemory(l3, 4, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        exit = RESYNC;
        break;
      }
      case 531: {
        // VLDR double=1
        let slow: u32 = 0;
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l3: u32 = l1;
        let l2: u32 = 0;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l3 & 3) == 0) {
            l2 = load<u32>(l3 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l2 = readMemory(l3, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l5: u32 = (l1 + 4);
        let l4: u32 = 0;
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & READ) != 0 && (l5 & 3) == 0) {
            l4 = load<u32>(l5 + (entry & PAGE_MASK));
          } else {
            sync(ip, budget);
            l4 = readMemory(l5, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_S);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_S + 4);
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 532: {
        // VSTR double=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = l1;
        let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
        if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
          store<u32>(l3 + (entry & PAGE_MASK), l2);
          ip += 16;
          continue;
        }
        sync(ip, budget);
        writeMemory(l3, l2, 4, 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        exit = RESYNC;
        break;
      }
      case 533: {
        // VSTR double=1
        let slow: u32 = 0;
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 + load<u32>(ip, 8));
        let l2: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S);
        let l3: u32 = l1;
        {
          let entry = load<u32>(table + ((l3 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l3 & 3) == 0) {
            store<u32>(l3 + (entry & PAGE_MASK), l2);
          } else {
            sync(ip, budget);
            writeMemory(l3, l2, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        let l4: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_S + 4);
        let l5: u32 = (l1 + 4);
        {
          let entry = load<u32>(table + ((l5 >>> PAGE_BITS) << 2));
          if ((entry & WRITE) != 0 && (l5 & 3) == 0) {
            store<u32>(l5 + (entry & PAGE_MASK), l4);
          } else {
            sync(ip, budget);
            writeMemory(l5, l4, 4, 1);
            if (load<u32>(SCRATCH_FAULT) != 0) {
              exit = FAULT;
              break;
            }
            slow = 1;
          }
        }
        if (slow != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 534: {
        // VLLDM
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        syncEnd(ip, budget);
        lazyLoadMultiple(l0);
        exit = ENDED;
        break;
      }
      case 535: {
        // VLSTM
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        syncEnd(ip, budget);
        lazyStoreMultiple(l0);
        exit = ENDED;
        break;
      }
      case 536: {
        // VLDM wback=0 db=0 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 537: {
        // VLDM wback=0 db=0 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 538: {
        // VLDM wback=0 db=1 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 539: {
        // VLDM wback=0 db=1 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 6);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 540: {
        // VLDM wback=1 db=0 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 541: {
        // VLDM wback=1 db=0 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 5);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 542: {
        // VLDM wback=1 db=1 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 3);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 543: {
        // VLDM wback=1 db=1 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        loadSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 7);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 544: {
        // VSTM wback=0 db=0 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 0);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 545: {
        // VSTM wback=0 db=0 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 4);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 546: {
        // VSTM wback=0 db=1 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 2);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 547: {
        // VSTM wback=0 db=1 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 6);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 548: {
        // VSTM wback=1 db=0 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 1);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 549: {
        // VSTM wback=1 db=0 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 5);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 550: {
        // VSTM wback=1 db=1 x=0
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 3);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 551: {
        // VSTM wback=1 db=1 x=1
        if (!floatChecked) {
          sync(ip, budget);
          checkFloat();
          if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {
            exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;
            break;
          }
          floatChecked = true;
        }
        sync(ip, budget);
        storeSingles(u32(load<u8>(ip, 5)), u32(load<u8>(ip, 4)), load<u32>(ip, 8), 7);
        if (load<u32>(SCRATCH_FAULT) != 0) {
          exit = FAULT;
          break;
        }
        if (load<u32>(SCRATCH_RESYNC) != 0) {
          exit = RESYNC;
          break;
        }
        ip += 16;
        continue;
      }
      case 552: {
        // COPROC
        syncEnd(ip, budget);
        coprocessor(load<u32>(ip, 8));
        exit = ENDED;
        break;
      }
      case 553: {
        // CMP_ri  and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 554: {
        // CMP_ri  and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 555: {
        // CMP_ri  and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 556: {
        // CMP_ri  and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 557: {
        // CMP_ri  and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 558: {
        // CMP_ri  and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 559: {
        // CMP_ri  and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 560: {
        // CMP_ri  and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      case 561: {
        // CMP_ri  and MI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 562: {
        // CMP_ri  and MI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) < 0 ? 32 : 48;
        continue;
      }
      case 563: {
        // CMP_ri  and PL, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 564: {
        // CMP_ri  and PL
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) >= 0 ? 32 : 48;
        continue;
      }
      case 565: {
        // CMP_ri  and HI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          let l1: u32 = u32(flagNZ == 0);
          if ((l0 & u32(l1 == 0)) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 566: {
        // CMP_ri  and HI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 && flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 567: {
        // CMP_ri  and LS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          let l1: u32 = u32(flagNZ == 0);
          if (u32((l0 & u32(l1 == 0)) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 568: {
        // CMP_ri  and LS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 || flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 569: {
        // CMP_ri  and GE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          let l1: u32 = flagV;
          if (u32(l0 == l1) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 570: {
        // CMP_ri  and GE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ >>> 31 == flagV ? 32 : 48;
        continue;
      }
      case 571: {
        // CMP_ri  and LT, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          let l1: u32 = flagV;
          if (u32(u32(l0 == l1) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 572: {
        // CMP_ri  and LT
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ >>> 31 != flagV ? 32 : 48;
        continue;
      }
      case 573: {
        // CMP_ri  and GT, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          let l1: u32 = (flagNZ >>> 31);
          let l2: u32 = flagV;
          if ((u32(l0 == 0) & u32(l1 == l2)) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 574: {
        // CMP_ri  and GT
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 && flagNZ >>> 31 == flagV ? 32 : 48;
        continue;
      }
      case 575: {
        // CMP_ri  and LE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          let l1: u32 = (flagNZ >>> 31);
          let l2: u32 = flagV;
          if (u32((u32(l0 == 0) & u32(l1 == l2)) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 576: {
        // CMP_ri  and LE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 || flagNZ >>> 31 != flagV ? 32 : 48;
        continue;
      }
      case 577: {
        // CMP_rr  and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 578: {
        // CMP_rr  and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 579: {
        // CMP_rr  and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 580: {
        // CMP_rr  and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 581: {
        // CMP_rr  and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 582: {
        // CMP_rr  and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 583: {
        // CMP_rr  and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 584: {
        // CMP_rr  and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      case 585: {
        // CMP_rr  and MI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 586: {
        // CMP_rr  and MI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) < 0 ? 32 : 48;
        continue;
      }
      case 587: {
        // CMP_rr  and PL, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 588: {
        // CMP_rr  and PL
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) >= 0 ? 32 : 48;
        continue;
      }
      case 589: {
        // CMP_rr  and HI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          let l1: u32 = u32(flagNZ == 0);
          if ((l0 & u32(l1 == 0)) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 590: {
        // CMP_rr  and HI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 && flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 591: {
        // CMP_rr  and LS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          let l1: u32 = u32(flagNZ == 0);
          if (u32((l0 & u32(l1 == 0)) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 592: {
        // CMP_rr  and LS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 || flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 593: {
        // CMP_rr  and GE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          let l1: u32 = flagV;
          if (u32(l0 == l1) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 594: {
        // CMP_rr  and GE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ >>> 31 == flagV ? 32 : 48;
        continue;
      }
      case 595: {
        // CMP_rr  and LT, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          let l1: u32 = flagV;
          if (u32(u32(l0 == l1) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 596: {
        // CMP_rr  and LT
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ >>> 31 != flagV ? 32 : 48;
        continue;
      }
      case 597: {
        // CMP_rr  and GT, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          let l1: u32 = (flagNZ >>> 31);
          let l2: u32 = flagV;
          if ((u32(l0 == 0) & u32(l1 == l2)) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 598: {
        // CMP_rr  and GT
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 && flagNZ >>> 31 == flagV ? 32 : 48;
        continue;
      }
      case 599: {
        // CMP_rr  and LE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          let l1: u32 = (flagNZ >>> 31);
          let l2: u32 = flagV;
          if (u32((u32(l0 == 0) & u32(l1 == l2)) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 600: {
        // CMP_rr  and LE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 || flagNZ >>> 31 != flagV ? 32 : 48;
        continue;
      }
      case 601: {
        // SUB_ri 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 602: {
        // SUB_ri 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 603: {
        // SUB_ri 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 604: {
        // SUB_ri 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 605: {
        // SUB_ri 1 and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 606: {
        // SUB_ri 1 and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 607: {
        // SUB_ri 1 and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 608: {
        // SUB_ri 1 and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      case 609: {
        // SUB_ri 1 and MI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 610: {
        // SUB_ri 1 and MI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) < 0 ? 32 : 48;
        continue;
      }
      case 611: {
        // SUB_ri 1 and PL, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 612: {
        // SUB_ri 1 and PL
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) >= 0 ? 32 : 48;
        continue;
      }
      case 613: {
        // SUB_ri 1 and HI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          let l1: u32 = u32(flagNZ == 0);
          if ((l0 & u32(l1 == 0)) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 614: {
        // SUB_ri 1 and HI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 && flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 615: {
        // SUB_ri 1 and LS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          let l1: u32 = u32(flagNZ == 0);
          if (u32((l0 & u32(l1 == 0)) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 616: {
        // SUB_ri 1 and LS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 || flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 617: {
        // SUB_ri 1 and GE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          let l1: u32 = flagV;
          if (u32(l0 == l1) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 618: {
        // SUB_ri 1 and GE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ >>> 31 == flagV ? 32 : 48;
        continue;
      }
      case 619: {
        // SUB_ri 1 and LT, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          let l1: u32 = flagV;
          if (u32(u32(l0 == l1) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 620: {
        // SUB_ri 1 and LT
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ >>> 31 != flagV ? 32 : 48;
        continue;
      }
      case 621: {
        // SUB_ri 1 and GT, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          let l1: u32 = (flagNZ >>> 31);
          let l2: u32 = flagV;
          if ((u32(l0 == 0) & u32(l1 == l2)) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 622: {
        // SUB_ri 1 and GT
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 && flagNZ >>> 31 == flagV ? 32 : 48;
        continue;
      }
      case 623: {
        // SUB_ri 1 and LE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          let l1: u32 = (flagNZ >>> 31);
          let l2: u32 = flagV;
          if (u32((u32(l0 == 0) & u32(l1 == l2)) == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 624: {
        // SUB_ri 1 and LE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 - l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l1 < l2) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l2) & (l1 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 || flagNZ >>> 31 != flagV ? 32 : 48;
        continue;
      }
      case 625: {
        // SUB_rr 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 626: {
        // SUB_rr 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 627: {
        // SUB_rr 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 628: {
        // SUB_rr 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 629: {
        // SUB_rr 1 and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 630: {
        // SUB_rr 1 and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 631: {
        // SUB_rr 1 and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 632: {
        // SUB_rr 1 and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      case 633: {
        // SUB_rr 1 and MI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 634: {
        // SUB_rr 1 and MI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) < 0 ? 32 : 48;
        continue;
      }
      case 635: {
        // SUB_rr 1 and PL, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 636: {
        // SUB_rr 1 and PL
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = l0;
        let l3: u32 = l1;
        let l4: u32 = (l2 - l3);
        store<u32>(u32(load<u8>(ip, 2)), l4, CPU_R);
        let flagNZ: u32 = l4;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(u32(l2 < l3) == 0);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l2 ^ l3) & (l2 ^ l4)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) >= 0 ? 32 : 48;
        continue;
      }
      case 637: {
        // ADD_ri 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 638: {
        // ADD_ri 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 639: {
        // ADD_ri 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 640: {
        // ADD_ri 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 641: {
        // ADD_ri 1 and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 642: {
        // ADD_ri 1 and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 643: {
        // ADD_ri 1 and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 644: {
        // ADD_ri 1 and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      case 645: {
        // ADD_ri 1 and MI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 646: {
        // ADD_ri 1 and MI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) < 0 ? 32 : 48;
        continue;
      }
      case 647: {
        // ADD_ri 1 and PL, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 648: {
        // ADD_ri 1 and PL
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = l0;
        let l2: u32 = load<u32>(ip, 8);
        let l3: u32 = (l1 + l2);
        store<u32>(u32(load<u8>(ip, 2)), l3, CPU_R);
        let flagNZ: u32 = l3;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = u32(l3 < l1);
        store<u32>(CPU_FLAG_C, flagC);
        let flagV: u32 = (((l1 ^ l3) & (l2 ^ l3)) >>> 31);
        store<u32>(CPU_FLAG_V, flagV);
        ip += i32(flagNZ) >= 0 ? 32 : 48;
        continue;
      }
      case 649: {
        // TST_ri 0 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 650: {
        // TST_ri 0 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 651: {
        // TST_ri 0 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 652: {
        // TST_ri 0 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 653: {
        // TST_ri 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (load<u32>(ip, 8) >>> 31);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 654: {
        // TST_ri 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (load<u32>(ip, 8) >>> 31);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 655: {
        // TST_ri 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (load<u32>(ip, 8) >>> 31);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 656: {
        // TST_ri 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (load<u32>(ip, 8) >>> 31);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 657: {
        // TST_rr  and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 & l1);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 658: {
        // TST_rr  and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 & l1);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 659: {
        // TST_rr  and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 & l1);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 660: {
        // TST_rr  and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 2)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l2: u32 = (l0 & l1);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 661: {
        // AND_ri 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 662: {
        // AND_ri 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 663: {
        // AND_ri 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 664: {
        // AND_ri 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 & load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 665: {
        // AND_rr 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 666: {
        // AND_rr 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 667: {
        // AND_rr 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 668: {
        // AND_rr 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = load<u32>(u32(load<u8>(ip, 4)), CPU_R);
        let l2: u32 = (l0 & l1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 669: {
        // LSL_ri 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 670: {
        // LSL_ri 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 671: {
        // LSL_ri 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 672: {
        // LSL_ri 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 673: {
        // LSL_ri 1 and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 674: {
        // LSL_ri 1 and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 675: {
        // LSL_ri 1 and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 676: {
        // LSL_ri 1 and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      case 677: {
        // LSL_ri 1 and MI, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 678: {
        // LSL_ri 1 and MI
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += i32(flagNZ) < 0 ? 32 : 48;
        continue;
      }
      case 679: {
        // LSL_ri 1 and PL, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = (flagNZ >>> 31);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 680: {
        // LSL_ri 1 and PL
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 << load<u32>(ip, 8));
        store<u32>(u32(load<u8>(ip, 2)), l1, CPU_R);
        let flagNZ: u32 = l1;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = ((l0 >>> (32 - load<u32>(ip, 8))) & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += i32(flagNZ) >= 0 ? 32 : 48;
        continue;
      }
      case 681: {
        // LSR_ri 1 and EQ, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 682: {
        // LSR_ri 1 and EQ
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagNZ == 0 ? 32 : 48;
        continue;
      }
      case 683: {
        // LSR_ri 1 and NE, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = u32(flagNZ == 0);
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 684: {
        // LSR_ri 1 and NE
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagNZ != 0 ? 32 : 48;
        continue;
      }
      case 685: {
        // LSR_ri 1 and CS, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (l0 != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 686: {
        // LSR_ri 1 and CS
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagC != 0 ? 32 : 48;
        continue;
      }
      case 687: {
        // LSR_ri 1 and CC, branch
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += 16;
        {
          let l0: u32 = flagC;
          if (u32(l0 == 0) != 0) {
            let block = load<u32>(ip, 16 + 4);
            if (block != 0) {
              let rest = budget - load<i32>(block);
              if (rest >= 0) {
                budget = rest;
                ip = block + 16;
                continue;
              }
            }
            pc = load<u32>(ip, 8);
            link = ip + 16 + 4;
            exit = DISPATCH;
            break;
          }
          let block = load<u32>(ip, 16 + 8);
          if (block != 0) {
            let rest = budget - load<i32>(block);
            if (rest >= 0) {
              budget = rest;
              ip = block + 16;
              continue;
            }
          }
          pc = nextAddress(ip);
          link = ip + 16 + 8;
          exit = DISPATCH;
          break;
        }
      }
      case 688: {
        // LSR_ri 1 and CC
        let l0: u32 = load<u32>(u32(load<u8>(ip, 3)), CPU_R);
        let l1: u32 = (l0 >>> (load<u32>(ip, 8) - 1));
        let l2: u32 = (l1 >>> 1);
        store<u32>(u32(load<u8>(ip, 2)), l2, CPU_R);
        let flagNZ: u32 = l2;
        store<u32>(CPU_FLAG_N, flagNZ);
        store<u32>(CPU_FLAG_Z, flagNZ);
        let flagC: u32 = (l1 & 1);
        store<u32>(CPU_FLAG_C, flagC);
        ip += flagC == 0 ? 32 : 48;
        continue;
      }
      }
      break;
    }
    switch (exit) {
      case DISPATCH:
        continue;
      case NATIVE: {
        let way = load<u32>(ip, 8);
        exit = RECORD;
        if (!holds(way)) close(ip, way);
        else {
          let first = ip;
          let before = budget;
          let door = load<u32>(way, 12);
          if (load<u32>(way, 4) != 0) {
            floatChecked = floatChecked || isAtHand();
            door |= floatLevel(floatChecked) << 16;
          }
          store<u32>(SCRATCH_NATIVE_ENTRIES, load<u32>(SCRATCH_NATIVE_ENTRIES) + 1);
          budget = call_indirect<i32>(load<u32>(way), budget, table, door);
          ip = load<u32>(SCRATCH_NATIVE_RECORD);
          judge(first, way, before - budget, ip);
          if (ip == 0) {
            pc = load<u32>(SCRATCH_NATIVE_PC);
            link = 0;
            exit = DISPATCH;
          }
        }
        continue;
      }
      case RESYNC:
        // An access that only took the slow path, to memory, is no reason to leave.
        if (quiet()) {
          ip += 16;
          continue;
        }
        store<u32>(SCRATCH_RESYNC, 0);
        store<u32>(CPU_R + 60, nextAddress(ip));
        store<u32>(CPU_ITSTATE, advanceItstate(load<u8>(ip, 7)));
        return budget + i32(load<u8>(ip, 6)) - 1;
      case BRANCHED:
      case STOPPED:
        store<u32>(SCRATCH_RESYNC, 0);
        store<u32>(CPU_R + 60, pc);
        store<u32>(CPU_ITSTATE, exit == STOPPED ? load<u32>(ip, 8) : 0);
        return budget;
      case ENDED:
        budget += i32(load<u8>(ip, 6)) - 1;
        if (quiet()) {
          pc = load<u32>(CPU_R + 60);
          table = currentTable();
          exit = DISPATCH;
          floatChecked = false;
          continue;
        }
        store<u32>(SCRATCH_RESYNC, 0);
        if (load<u32>(SCRATCH_FAULT) == 0) return budget;
        store<u32>(CPU_R + 60, load<u32>(ip, 12) & ~1);
        store<u32>(CPU_ITSTATE, load<u8>(ip, 7));
        return settle(budget + 1);
      case AGAIN:
        store<u32>(SCRATCH_RESYNC, 0);
        return budget + i32(load<u8>(ip, 6));
      default:
        return settle(budget + i32(load<u8>(ip, 6)));
    }
  }
}
