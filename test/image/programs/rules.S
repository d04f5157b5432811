/* Every kind of frame rule that compilers and hand-written directives can state; never run. */
	.syntax unified
	.thumb
	.cfi_sections .debug_frame
	.text
	.global every_rule, reset
	.type every_rule, %function
	.thumb_func
reset:
every_rule:
	.cfi_startproc
	nop
	.cfi_def_cfa r7, 16
	.cfi_offset r4, -16
	.cfi_offset r14, -4
	nop
	.cfi_remember_state
	.cfi_undefined r4
	.cfi_same_value r5
	.cfi_register r14, r3
	.cfi_val_offset r6, -8
	nop
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset r8, 4
	.cfi_restore r4
	.space 300
	.cfi_escape 0x05, 9, 2
	.cfi_escape 0x06, 9
	.cfi_escape 0x11, 10, 0x7e
	.cfi_escape 0x12, 11, 0x7d
	.space 70000
	.cfi_escape 0x13, 0x7c
	.cfi_escape 0x15, 4, 0x02
	.cfi_escape 0x2f, 5, 3
	.cfi_escape 0x2e, 8
	nop
	.cfi_escape 0x0f, 3, 0x7d, 4, 0x06
	.cfi_escape 0x10, 4, 2, 0x23, 8
	.cfi_escape 0x16, 5, 2, 0x23, 12
	nop
	.cfi_restore_state
	nop
	.cfi_def_cfa_register r13
	nop
	.cfi_def_cfa_offset 0
	bx lr
	.cfi_endproc
	.size every_rule, . - every_rule
