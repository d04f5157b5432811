/*
 * Vector table of a guest: 16 system vectors and 64 lines. Handlers that a guest does not define end in
 * unexpected_exception().
 */
#ifndef VECTORS_H
#define VECTORS_H

void nmi_handler(void);
void hard_fault_handler(void);
void mem_manage_handler(void);
void bus_fault_handler(void);
void usage_fault_handler(void);
void svcall_handler(void);
void pendsv_handler(void);
void systick_handler(void);
void flexcomm2_handler(void);
void flexcomm3_handler(void);
void ipc0_handler(void);
void ipc1_handler(void);

#endif
