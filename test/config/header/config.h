/*
 * What a configuration needs of the hypervisor's headers, in our own words, so that a host C compiler can compute the values
 * that test/config/oracle.test.ts compares with ours. Addresses have 32 bits, as on the target.
 * VMLIST_FORM: 0 pointers to VMs, 1 a pointer to VMs, 2 VMs in the struct itself, 3 pointers in the struct itself.
 */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t paddr_t, vaddr_t, colormap_t, cpumap_t, irqid_t, streamid_t, word_t;

#define mem_region vm_mem_region
#define dev_region vm_dev_region

struct vm_mem_region {
  paddr_t base;
  word_t size;
  colormap_t colors;
  bool place_phys;
  paddr_t phys;
};

struct vm_dev_region {
  paddr_t pa;
  vaddr_t va;
  word_t size;
  word_t interrupt_num;
  irqid_t *interrupts;
  streamid_t id;
};

struct ipc {
  paddr_t base;
  word_t size;
  word_t shmem_id;
  word_t interrupt_num;
  irqid_t *interrupts;
};

struct shmem {
  word_t size;
  colormap_t colors;
  bool place_phys;
  union {
    paddr_t base;
    paddr_t phys;
  };
  cpumap_t cpu_masters;
};

struct vm_image {
  vaddr_t base_addr;
  paddr_t load_addr;
  word_t size;
  bool separately_loaded;
  bool inplace;
};

struct vm_platform {
  word_t cpu_num;
  word_t region_num;
  struct vm_mem_region *regions;
  word_t ipc_num;
  struct ipc *ipcs;
  word_t dev_num;
  struct vm_dev_region *devs;
  bool mmu;
  struct {
    struct {
      paddr_t gicd_addr, gicr_addr;
    } gic;
  } arch;
};

struct vm_config {
  word_t vm_id;
  struct vm_image image;
  vaddr_t entry;
  bool cpu_exclusivity;
  cpumap_t cpu_affinity;
  colormap_t colors;
  word_t type;
  word_t children_num;
  struct vm_config **children;
  struct vm_platform platform;
};

struct config {
  struct {
    bool relocate;
    paddr_t base_addr;
    bool data_relocate;
    paddr_t data_addr;
    colormap_t colors;
  } hyp;
  word_t shmemlist_size;
  struct shmem *shmemlist;
  word_t vmlist_size;
#if VMLIST_FORM == 0
  struct vm_config **vmlist;
#elif VMLIST_FORM == 1
  struct vm_config *vmlist;
#elif VMLIST_FORM == 2
  struct vm_config vmlist[];
#else
  struct vm_config *vmlist[];
#endif
};

#define CONFIG_HEADER
/* The place and size of embedded bytes are the linker's business: 0 stands for them. */
#define VM_IMAGE(name, path) enum { embedded_##name }
#define VM_IMAGE_OFFSET(name) ((paddr_t)embedded_##name * 0)
#define VM_IMAGE_SIZE(name) ((word_t)embedded_##name * 0)
#define VM_IMAGE_LOADED(at, from, bytes) {.base_addr = at, .load_addr = from, .size = bytes, .separately_loaded = true}
#define VM_IMAGE_BUILTIN(name, at) \
  {.base_addr = at, .load_addr = VM_IMAGE_OFFSET(name), .size = VM_IMAGE_SIZE(name), .separately_loaded = false}
#define STR(text) #text
#define XSTR(text) STR(text)
#define static_assert _Static_assert
#define PLAT_TIMER_FREQ 12000000

#endif
