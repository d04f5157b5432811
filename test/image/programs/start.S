/* Vector table and start code; the label after it has neither type nor size, as much hand-written assembly. */
	.syntax unified
	.thumb
	.section .vectors, "a"
	.word stack_top
	.word reset + 1

	.section .text.start, "ax"
	.global reset
	.thumb_func
reset:
	ldr r0, =stack_top
	mov sp, r0
	bl main
	b untyped_label
	.global untyped_label
untyped_label:
	push {r4, lr}
	nop
	pop {r4, pc}
	.type typed_without_size, %function
	.global typed_without_size
	.thumb_func
typed_without_size:
	nop
	bx lr
