/* Prints every value of the configuration CONFIG_FILE, one `path value` a line; test/config/oracle.test.ts prints ours alike. */
#include CONFIG_FILE

#ifdef FREESTANDING_I386
static void put(const char *text, int length) {
  int result;
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(4), "b"(1), "c"(text), "d"(length) : "memory");
}
#else
#include <stdio.h>
static void put(const char *text, int length) { fwrite(text, 1, length, stdout); }
#endif

static void text(const char *words) {
  int length = 0;
  while (words[length]) length++;
  put(words, length);
}

static void hex(uint32_t value) {
  char digits[8];
  for (int i = 0; i < 8; i++) digits[i] = "0123456789abcdef"[(value >> (28 - 4 * i)) & 15];
  put(digits, 8);
}

static void line(uint32_t vm, const char *list, uint32_t index, const char *field, uint32_t value) {
  text("vm ");
  hex(vm);
  text(" ");
  text(list);
  text(" ");
  hex(index);
  text(" ");
  text(field);
  text(" ");
  hex(value);
  text("\n");
}

static void interrupts(uint32_t vm, const char *list, uint32_t index, uint32_t count, const irqid_t *ids) {
  line(vm, list, index, "interrupt_num", count);
  for (uint32_t i = 0; i < count; i++) line(vm, list, index, "interrupt", ids[i]);
}

static void dump_vm(uint32_t n, const struct vm_config *vm) {
  const struct vm_platform *p = &vm->platform;
  line(n, "vm", 0, "entry", vm->entry);
  line(n, "vm", 0, "type", vm->type);
  line(n, "image", 0, "base_addr", vm->image.base_addr);
  line(n, "image", 0, "load_addr", vm->image.load_addr);
  line(n, "image", 0, "size", vm->image.size);
  line(n, "image", 0, "separately_loaded", vm->image.separately_loaded);
  line(n, "vm", 0, "cpu_num", p->cpu_num);
  line(n, "vm", 0, "region_num", p->region_num);
  for (uint32_t i = 0; i < p->region_num; i++) {
    line(n, "region", i, "base", p->regions[i].base);
    line(n, "region", i, "size", p->regions[i].size);
  }
  line(n, "vm", 0, "dev_num", p->dev_num);
  for (uint32_t i = 0; i < p->dev_num; i++) {
    line(n, "dev", i, "pa", p->devs[i].pa);
    line(n, "dev", i, "va", p->devs[i].va);
    line(n, "dev", i, "size", p->devs[i].size);
    interrupts(n, "dev", i, p->devs[i].interrupt_num, p->devs[i].interrupts);
  }
  line(n, "vm", 0, "ipc_num", p->ipc_num);
  for (uint32_t i = 0; i < p->ipc_num; i++) {
    line(n, "ipc", i, "base", p->ipcs[i].base);
    line(n, "ipc", i, "size", p->ipcs[i].size);
    line(n, "ipc", i, "shmem_id", p->ipcs[i].shmem_id);
    interrupts(n, "ipc", i, p->ipcs[i].interrupt_num, p->ipcs[i].interrupts);
  }
}

static void dump(void) {
  for (uint32_t i = 0; i < config.shmemlist_size; i++) {
    line(0, "shmem", i, "base", config.shmemlist[i].base);
    line(0, "shmem", i, "size", config.shmemlist[i].size);
  }
  for (uint32_t i = 0; i < config.vmlist_size; i++) {
#if VMLIST_FORM == 0 || VMLIST_FORM == 3
    dump_vm(i, config.vmlist[i]);
#else
    dump_vm(i, &config.vmlist[i]);
#endif
  }
}

#ifdef FREESTANDING_I386
void _start(void) {
  dump();
  __asm__ volatile("int $0x80" : : "a"(1), "b"(0));
}
#else
int main(void) {
  dump();
  return 0;
}
#endif
