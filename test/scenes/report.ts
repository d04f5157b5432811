/** The Secure routines behind a line: they find the frame, tell what is there, and say how it goes on. */
import {
  endCall,
  entry,
  nonSecureWorld,
  pattern,
  secureWorld,
  shared,
  sharedWords,
  system,
  uart,
  variables,
} from "./layout.ts";
import { gatherText, offsetOf, put } from "./observe.ts";
import { printing } from "./print.ts";

/** Where the frame is, in R4: R5 is EXC_RETURN, R8 the entry, R9 whether the handler is Secure. R0: it can be read. */
const frameText = `
  frame:
  lsls r1, r5, #25
  bmi background
  mov r4, r11
  mrs r1, PSP_NS
  mrs r2, CONTROL_NS
  mov r0, r9
  cmp r0, #1
  beq picks
  b linked
  background:
  mov r4, r10
  mrs r1, PSP
  mrs r2, CONTROL
  mov r0, r9
  cmp r0, #0
  beq picks
  linked:
  lsrs r2, r5, #1
  picks:
  lsls r3, r5, #28
  bpl found
  lsls r2, r2, #30
  bpl found
  mov r4, r1
  found:
  movs r0, #0
  ${put("sign")}
  lsls r1, r5, #25
  bpl simple
  mov r0, r9
  cmp r0, #0
  beq called
  lsls r1, r5, #26
  bmi simple
  called:
  mov r6, lr
  bl readable
  mov lr, r6
  beq unsigned
  ldr r0, [r4]
  ${put("sign")}
  unsigned:
  adds r4, #40
  simple:
  mov r0, r4
  ${put("at")}
  readable:
  lsrs r0, r4, #18
  set r1, ${secureWorld.mainStack >>> 18}
  cmp r0, r1
  beq within
  set r1, ${nonSecureWorld.mainStack >>> 18}
  cmp r0, r1
  beq within
  movs r0, #0
  bx lr
  within:
  movs r0, #1
  bx lr`;

/** Whether R4 to R10 of the entry are as the scene began: 1, all zero: 0, else something else. */
const highText = `
  high:
  set r1, 0
  movs r2, #0
  ${pattern
    .map((value, index) => `ldr.w r0, [r8, #${4 * index}]\norrs r2, r0\nset r3, ${value}\neors r0, r3\norrs r1, r0`)
    .join("\n")}
  mov r0, r2
  cmp r0, #0
  beq uniform
  movs r0, #1
  cmp r1, #0
  beq uniform
  mov r0, r1
  uniform:
  ${put("high")}
  bx lr`;

/** Whether the frame at R4 is that of the call that ends a scene. */
const endText = `
  ended:
  ldr r0, [r4, #24]
  lsrs r1, r0, #18
  set r2, ${secureWorld.acts >>> 18}
  cmp r1, r2
  beq code
  cmp r1, #${nonSecureWorld.acts >>> 18}
  bne elsewhere
  code:
  ldrh r1, [r0]
  set r2, ${0xdf00 + endCall}
  cmp r1, r2
  beq elsewhere
  subs r0, #2
  ldrh r1, [r0]
  cmp r1, r2
  elsewhere:
  bx lr`;

/** R4 the frame, which is readable. What a fault interrupted goes on behind its act. */
const resumeText = `
  resume:
  mrs r0, IPSR
  cmp r0, #3
  bcc resumed
  cmp r0, #7
  bhi resumed
  mov r2, r8
  sub.w r2, r2, #${entry.bytes - entry.act}
  ldr r1, [r2]
  adds r0, r1, #1
  beq.w finish
  lsls r1, r1, #3
  set r0, ${shared + sharedWords.acts + 4}
  ldr.w r1, [r0, r1]
  set r0, ${nonSecureWorld.acts}
  lsls r3, r5, #25
  bpl whose
  set r0, ${secureWorld.acts}
  whose:
  adds r0, r0, r1
  str r0, [r4, #24]
  ldr r0, [r4, #28]
  set r1, 0x0600fc00
  bics r0, r1
  set r1, 0x01000000
  orrs r0, r1
  str r0, [r4, #28]
  resumed:
  bx lr
  finish:
  set r0, 600
  drain:
  subs r0, #1
  bne drain
  set r0, ${system + 0xd0c}
  set r1, 0x05fa0004
  str r1, [r0]
  dsb sy
  forever:
  b forever`;

/** R0 whether the handler is Secure, R1 the Secure main stack pointer, R2 whether it was entered or comes back. */
const reportText = `
  report:
  push {r4, r5, r6, lr}
  mov r9, r0
  mov r10, r1
  mov r4, r2
  set r6, ${system + 0xd94}
  ldr r3, [r6]
  push {r3, r4}
  movs r3, #0
  str r3, [r6]
  dsb sy
  isb sy
  set r1, ${shared}
  ldr r1, [r1, #${sharedWords.top}]
  sub.w r1, r1, #${entry.bytes}
  mov r8, r1
  ldr r5, [r1, #${entry.link}]
  cmp r0, #0
  beq.w theirs
  ldr r0, [r1, #${entry.sp}]
  mov r10, r0
  mrs r0, MSP_NS
  b both
  theirs:
  ldr r0, [r1, #${entry.sp}]
  both:
  mov r11, r0
  bl gather
  ${[1, 2, 3].map((index) => `set r0, ${uart(index) + 12}\nmovs r1, #15\nstr r1, [r0]`).join("\n")}
  cmp r4, #0
  bne entered
  movs r0, #126
  bl put
  b head
  entered:
  bl frame
  mov r6, r0
  cmp r0, #0
  beq unreadable
  bl ended
  bne going
  movs r6, #0
  set r2, ${variables.before}
  ldr.w r0, [r2, #${offsetOf("at")}]
  ${put("at")}
  movs r0, #46
  bl put
  b head
  going:
  ldr r0, [r4, #24]
  ${put("pc")}
  ldr r0, [r4, #20]
  ${put("lr")}
  ldr r0, [r4, #28]
  ${put("psr")}
  unreadable:
  bl high
  head:
  movs r0, #78
  mov r1, r9
  cmp r1, #0
  beq letter
  movs r0, #83
  letter:
  bl put
  movs r0, #32
  bl put
  mrs r0, IPSR
  bl hex
  ldr r0, [sp, #4]
  cmp r0, #0
  beq coming
  movs r0, #32
  bl put
  mov r0, r5
  bl hex
  coming:
  bl changes
  set r7, ${variables.now}
  bl cleared
  ldr r0, [sp, #4]
  cmp r0, #0
  beq reported
  set r1, ${shared}
  ldr r0, [r1, #${sharedWords.entered}]
  adds r0, #1
  str r0, [r1, #${sharedWords.entered}]
  ldr r2, [r1, #${sharedWords.last}]
  cmp r0, r2
  beq.w finish
  cmp r0, #20
  beq.w finish
  cmp r6, #0
  beq.w finish
  bl resume
  reported:
  pop {r3, r4}
  set r0, ${system + 0xd94}
  str r3, [r0]
  dsb sy
  isb sy
  pop {r4, r5, r6, pc}`;

/** All of it; jumped to as `report`, `baseline`, `say` and `put`. */
export const report = [printing, gatherText, frameText, highText, endText, resumeText, reportText].join("\n");
