@ Vectors of both worlds, one entry for all exceptions of each, the callable page, and calls across.
  .syntax unified
  .thumb
  .cpu cortex-m33

  .section .s_vectors, "a"
  .word 0x3800a000
  .word s_reset + 1
  .rept 14
  .word s_entry + 1
  .endr
  .rept 124
  .word s_entry + 1
  .endr

  .section .n_vectors, "a"
  .word 0x28207000
  .word 0
  .rept 14
  .word n_entry + 1
  .endr
  .rept 124
  .word n_entry + 1
  .endr

  .text
  .global s_reset, s_entry
  .type s_reset, %function
s_reset:
  bl s_main
1: b 1b

@ What an exception finds goes to seen(): R0-R12, LR, APSR, with the stack it was taken on.
  .macro entry name, seen
  .type \name, %function
\name:
  push {r0-r12, lr}
  mrs r1, apsr
  mov r0, sp
  bl \seen
  pop {r0-r12, pc}
  .endm
  entry s_entry, s_seen

@ call_ns(target, a0): a Secure function calls a Non-secure one with everything else clean.
  .global call_ns
  .type call_ns, %function
call_ns:
  push {r4-r11, lr}
  sub sp, #4
  bic r4, r0, #1
  mov r0, r1
  movs r1, #0
  movs r2, #0
  movs r3, #0
  msr apsr_nzcvq, r1
  blxns r4
  add sp, #4
  pop {r4-r11, pc}

@ marked(target): calls it with R4-R12 full of known values, so that what an exception scrubs or keeps is seen.
  .macro marked name
  .global \name
  .type \name, %function
\name:
  push {r4-r11, lr}
  sub sp, #4
  ldr r4, =0x44444444
  ldr r5, =0x55555555
  ldr r6, =0x66666666
  ldr r7, =0x77777777
  ldr r8, =0x88888888
  ldr r9, =0x99999999
  ldr r10, =0xaaaaaaaa
  ldr r11, =0xbbbbbbbb
  ldr r12, =0xcccccccc
  blx r0
  add sp, #4
  pop {r4-r11, pc}
  .ltorg
  .endm
  marked s_marked

  .section .nsc, "ax"
  .global veneer, no_gate, veneer_call
  .type veneer, %function
veneer:
  sg
  b.w gate
  .type no_gate, %function
no_gate:
  nop
  bx lr
  .type veneer_call, %function
veneer_call:
  sg
  b.w gate_call
  .text
  .type gate, %function
gate:
  push {r4, lr}
  bl s_service
  pop {r4, lr}
  bxns lr
  .type gate_call, %function
gate_call:
  push {r4, lr}
  blx r0
  pop {r4, lr}
  bxns lr

  .section .n_text, "ax"
  entry n_entry, n_seen
  marked n_marked
