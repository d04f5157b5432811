/** Entry of the Armv8-M build: what the host may call. */
export { currentTable, decodeWord, dropBlocks } from "./decode-cache";
export { chainPages, chainRange } from "./digest";
export { branchNonSecure } from "./exec/security";
export { busRead, busWrite } from "./mem/access";
export { bringCells, keepCells } from "./mem/cells";
export { codeWritten } from "./mem/code";
export { cleanPages, touchRange } from "./mem/marks";
export { dropTables } from "./mem/tables";
export { busReadWords, busUpdateWords, busWriteWords } from "./mem/word-list";
export { readStackPointer, writeStackPointer } from "./profile/m/banks";
export { exceptionReturn } from "./profile/m/exception-return";
export { setLine, wakeup } from "./profile/m/interrupts";
export { attributionOf, rightsOf } from "./profile/m/protection";
export { reset, startAtVector } from "./profile/m/reset";
export { passCyclesBefore } from "./profile/m/timer";
export { passCycles, run, timerCycle } from "./run";
