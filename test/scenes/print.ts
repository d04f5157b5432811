/** Secure routines that print: what has changed of the words, and where in its acts a scene is. */
import { nonSecureWorld, secureWorld, shared, sharedWords, uart, variables } from "./layout.ts";
import { nameWords, offsetOf, wordNames } from "./observe.ts";

const basicText = `
  put:
  set r1, ${uart(0)}
  full:
  ldr r2, [r1, #4]
  lsls r2, r2, #31
  beq freed
  movs r2, #50
  patience:
  subs r2, #1
  bne patience
  b full
  freed:
  str r0, [r1]
  bx lr
  say:
  push {r4, lr}
  mov r4, r0
  saynext:
  ldrb r0, [r4]
  cbz r0, said
  bl put
  adds r4, #1
  b saynext
  said:
  pop {r4, pc}
  hex:
  push {r4, r5, r6, lr}
  mov r4, r0
  movs r5, #28
  movs r6, #0
  digit:
  lsr.w r0, r4, r5
  and.w r0, r0, #15
  orrs r6, r0
  bne shown
  cmp r5, #0
  bne skipped
  shown:
  adds r0, #48
  cmp r0, #58
  bcc plain
  adds r0, #39
  plain:
  bl put
  skipped:
  subs r5, #4
  bpl digit
  pop {r4, r5, r6, pc}`;

/** The act that holds address R4 goes to R5 as offset and R6 as number; R6 is -1 where none does. */
const placeText = `
  place:
  set r0, ${shared}
  ldr r6, [r0, #${sharedWords.count}]
  nextplace:
  subs r6, #1
  bmi placed
  lsls r1, r6, #3
  adds r1, r1, r0
  ldr r2, [r1, #${sharedWords.acts}]
  ldr r3, [r1, #${sharedWords.acts + 4}]
  subs r3, r3, r2
  adds r3, #2
  set r5, ${secureWorld.acts}
  adds r5, r5, r2
  subs r5, r4, r5
  cmp r5, r3
  bls placed
  set r5, ${nonSecureWorld.acts}
  adds r5, r5, r2
  subs r5, r4, r5
  cmp r5, r3
  bls placed
  b nextplace
  placed:
  bx lr`;

/** Prints the words that have changed. */
const changesText = `
  changes:
  push {r4, r5, r6, r7, lr}
  movs r7, #0
  change:
  set r1, ${variables.now}
  ldr.w r4, [r1, r7]
  set r2, ${variables.before}
  ldr.w r0, [r2, r7]
  cmp r0, r4
  beq same
  str.w r4, [r2, r7]
  movs r0, #32
  bl put
  set r0, names
  lsls r1, r7, #1
  adds r0, r0, r1
  bl say
  movs r0, #61
  bl put
  movs r6, #0
  mvns r6, r6
  cmp r7, #${offsetOf("lr")}
  bhi absolute
  bl place
  absolute:
  adds r0, r6, #1
  beq number
  mov r0, r6
  bl hex
  movs r0, #43
  bl put
  mov r4, r5
  number:
  mov r0, r4
  bl hex
  same:
  adds r7, #4
  cmp r7, #${4 * wordNames.length}
  bne.w change
  movs r0, #10
  bl put
  pop {r4, r5, r6, r7, pc}`;

const namesText = `
  names:
  ${nameWords.map((value) => `.word ${value}`).join("\n")}`;

/** Jumped to as `put`, `say`, `hex` and `changes`. */
export const printing = [basicText, placeText, changesText, namesText].join("\n");
