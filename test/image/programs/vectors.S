/* Vectors for QEMU, and a handler in assembly. */
	.syntax unified
	.thumb
	.section .vectors, "a"
	.word stack_top
	.word reset + 1
	.rept 9
	.word stopped + 1
	.endr
	.word supervisor_entry + 1
	.rept 2
	.word stopped + 1
	.endr
	.word pended + 1
	.word stopped + 1

	.cfi_sections .debug_frame
	.text
	.global reset
	.type reset, %function
	.thumb_func
reset:
	bl main
	.size reset, . - reset
	/* The assembler leaves the Thumb bit in DWARF addresses; without a gap GDB would count the next function's start to this. */
	nop
	.type supervisor_entry, %function
	.thumb_func
supervisor_entry:
	.cfi_startproc
	push {r4, lr}
	.cfi_def_cfa_offset 8
	.cfi_offset r4, -8
	.cfi_offset r14, -4
	sub sp, #8
	.cfi_def_cfa_offset 16
	bl supervisor_call
	add sp, #8
	.cfi_def_cfa_offset 8
	pop {r4, pc}
	.cfi_endproc
	.size supervisor_entry, . - supervisor_entry
	nop
	.type stopped, %function
	.thumb_func
stopped:
	b stopped
	.size stopped, . - stopped
