/** What the hypervisor's own headers give to a configuration, as far as the preprocessor is concerned (fact sheet
 * crosscon-armv8m sections 1 and 1.2). Structs and type names are in types.ts. */

/** Headers that may be included with <angle> brackets; their contents are always there. */
export const knownHeaders: readonly string[] = [
  "config.h",
  "bao.h",
  "crossconhyp.h",
  "vm.h",
  "ipc.h",
  "shmem.h",
  "mem.h",
  "types.h",
  "util.h",
  "platform.h",
  "plat/platform.h",
  "arch/platform.h",
  "stdint.h",
  "stdbool.h",
  "stddef.h",
  "limits.h",
  "inttypes.h",
  "assert.h",
];

/** The headers of which one must be there for the structs to be known to a C compiler. */
export const configHeaders: readonly string[] = ["config.h", "bao.h", "crossconhyp.h"];

/** Macros that every configuration sees, as C text. PLAT_TIMER_FREQ: fact sheet section 3. */
export const builtInMacros = `
#define CONFIG_HEADER
#define VM_IMAGE_LOADED(base, load, length) \\
  { .base_addr = (base), .load_addr = (load), .size = (length), .separately_loaded = true }
#define VM_IMAGE_BUILTIN(name, base) \\
  { .base_addr = (base), .load_addr = VM_IMAGE_OFFSET(name), .size = VM_IMAGE_SIZE(name), .separately_loaded = false }
#define STR(text) #text
#define XSTR(text) STR(text)
#define PLAT_TIMER_FREQ 12000000
#define UINT8_MAX 255
#define UINT16_MAX 65535
#define UINT32_MAX 4294967295U
#define UINT64_MAX 18446744073709551615ULL
#define INT32_MAX 2147483647
#define UINT_MAX 4294967295U
#define INT_MAX 2147483647
#define UINT32_C(number) number ## U
#define UINT64_C(number) number ## ULL
#define INT32_C(number) number
#define INT64_C(number) number ## LL
#define static_assert _Static_assert
#define __STDC__ 1
`;
