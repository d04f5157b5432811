/** The DWARF numbers that this reader acts upon (DWARF 5 sections 7.5 to 7.25; Arm registers: IHI 0040). */

export const tag = {
  arrayType: 0x01,
  classType: 0x02,
  enumerationType: 0x04,
  formalParameter: 0x05,
  lexicalBlock: 0x0b,
  member: 0x0d,
  pointerType: 0x0f,
  referenceType: 0x10,
  compileUnit: 0x11,
  structureType: 0x13,
  subroutineType: 0x15,
  typedef: 0x16,
  unionType: 0x17,
  inheritance: 0x1c,
  inlinedSubroutine: 0x1d,
  subrangeType: 0x21,
  baseType: 0x24,
  constType: 0x26,
  enumerator: 0x28,
  subprogram: 0x2e,
  variable: 0x34,
  volatileType: 0x35,
  restrictType: 0x37,
  namespace: 0x39,
  rvalueReferenceType: 0x42,
  atomicType: 0x47,
  callSite: 0x48,
  callSiteParameter: 0x49,
  skeletonUnit: 0x4a,
  gnuCallSite: 0x4109,
  gnuCallSiteParameter: 0x410a,
} as const;

/** A class of C++ is a structure of which some members are private. */
export const recordTags: readonly number[] = [tag.structureType, tag.classType, tag.unionType];

/** References of C++ are kept as pointers are. */
export const pointerTags: readonly number[] = [tag.pointerType, tag.referenceType, tag.rvalueReferenceType];

/** Tags that say something about a type and leave its bytes as they are. */
export const qualifierTags: readonly number[] = [
  tag.typedef,
  tag.constType,
  tag.volatileType,
  tag.restrictType,
  tag.atomicType,
];

export const attribute = {
  sibling: 0x01,
  location: 0x02,
  name: 0x03,
  byteSize: 0x0b,
  bitOffset: 0x0c,
  bitSize: 0x0d,
  statementList: 0x10,
  lowPc: 0x11,
  highPc: 0x12,
  language: 0x13,
  compilationDirectory: 0x1b,
  constValue: 0x1c,
  upperBound: 0x2f,
  abstractOrigin: 0x31,
  count: 0x37,
  dataMemberLocation: 0x38,
  declaration: 0x3c,
  encoding: 0x3e,
  external: 0x3f,
  frameBase: 0x40,
  specification: 0x47,
  type: 0x49,
  ranges: 0x55,
  callColumn: 0x57,
  callFile: 0x58,
  callLine: 0x59,
  dataBitOffset: 0x6b,
  linkageName: 0x6e,
  stringOffsetsBase: 0x72,
  addressBase: 0x73,
  rangeListsBase: 0x74,
  callReturnPc: 0x7d,
  callValue: 0x7e,
  callOrigin: 0x7f,
  locationListsBase: 0x8c,
  gnuCallSiteValue: 0x2111,
} as const;

export const form = {
  addr: 0x01,
  block2: 0x03,
  block4: 0x04,
  data2: 0x05,
  data4: 0x06,
  data8: 0x07,
  string: 0x08,
  block: 0x09,
  block1: 0x0a,
  data1: 0x0b,
  flag: 0x0c,
  sdata: 0x0d,
  strp: 0x0e,
  udata: 0x0f,
  refAddr: 0x10,
  ref1: 0x11,
  ref2: 0x12,
  ref4: 0x13,
  ref8: 0x14,
  refUdata: 0x15,
  indirect: 0x16,
  secOffset: 0x17,
  exprloc: 0x18,
  flagPresent: 0x19,
  strx: 0x1a,
  addrx: 0x1b,
  refSup4: 0x1c,
  strpSup: 0x1d,
  data16: 0x1e,
  lineStrp: 0x1f,
  refSig8: 0x20,
  implicitConst: 0x21,
  loclistx: 0x22,
  rnglistx: 0x23,
  refSup8: 0x24,
  strx1: 0x25,
  strx2: 0x26,
  strx3: 0x27,
  strx4: 0x28,
  addrx1: 0x29,
  addrx2: 0x2a,
  addrx3: 0x2b,
  addrx4: 0x2c,
  gnuRefAlt: 0x1f20,
  gnuStrpAlt: 0x1f21,
} as const;

/** How the bits of a base type are to be understood (DWARF 5 section 7.8). */
export const baseEncoding = { boolean: 2, float: 4, signed: 5, signedChar: 6, unsigned: 7, unsignedChar: 8 } as const;

export const unitType = { compile: 1, type: 2, partial: 3, skeleton: 4, splitCompile: 5, splitType: 6 } as const;

export const rangeListEntry = {
  end: 0,
  baseAddressx: 1,
  startxEndx: 2,
  startxLength: 3,
  offsetPair: 4,
  baseAddress: 5,
  startEnd: 6,
  startLength: 7,
} as const;

/** DWARF 5 section 7.7.3; the last is GCC's, a pair of view numbers that goes in front of an entry. */
export const locationListEntry = {
  end: 0,
  baseAddressx: 1,
  startxEndx: 2,
  startxLength: 3,
  offsetPair: 4,
  defaultLocation: 5,
  baseAddress: 6,
  startEnd: 7,
  startLength: 8,
  viewPair: 9,
} as const;

export const lineOpcode = {
  copy: 1,
  advancePc: 2,
  advanceLine: 3,
  setFile: 4,
  setColumn: 5,
  negateStatement: 6,
  setBasicBlock: 7,
  constantAddPc: 8,
  fixedAdvancePc: 9,
  setPrologueEnd: 10,
  setEpilogueBegin: 11,
  setIsa: 12,
} as const;

export const extendedLineOpcode = { endSequence: 1, setAddress: 2, defineFile: 3 } as const;

/** DW_LANG_Mips_Assembler, which all assemblers use; and DW_LANG_Assembly of DWARF 6. */
export const assemblyLanguages: readonly number[] = [0x8001, 0x31];

export const lineContent = { path: 1, directoryIndex: 2 } as const;

/** Numbers of the core registers in DWARF for Arm; R0 to R12 are 0 to 12. */
export const armRegister = {
  stackPointer: 13,
  link: 14,
  programCounter: 15,
  /** S0 to S31 by their old numbers, D0 to D31. */
  firstSingle: 64,
  firstDouble: 256,
} as const;
