/** Arithmetic that WebAssembly has no single word for. Pure. */

@inline
export function divideUnsigned(a: u32, b: u32): u32 {
  return b == 0 ? 0 : a / b;
}

/** Rounds toward zero; the one overflow, 0x80000000 / -1, gives 0x80000000 (DDI 0553, SDIV). */
@inline
export function divideSigned(a: u32, b: u32): u32 {
  if (b == 0) return 0;
  if (b == 0xffffffff) return 0 - a;
  return u32(i32(a) / i32(b));
}


@inline
export function extend8(a: u32): u32 {
  return u32(i32(i8(a)));
}


@inline
export function extend16(a: u32): u32 {
  return u32(i32(i16(a)));
}


@inline
export function lessSigned(a: u32, b: u32): u32 {
  return u32(i32(a) < i32(b));
}


@inline
export function multiplyHighUnsigned(a: u32, b: u32): u32 {
  return u32((u64(a) * u64(b)) >>> 32);
}


@inline
export function multiplyHighSigned(a: u32, b: u32): u32 {
  return u32((i64(i32(a)) * i64(i32(b))) >> 32);
}


@inline
export function shiftRightSigned(a: u32, amount: u32): u32 {
  return u32(i32(a) >> i32(amount));
}

export function reverseBits(a: u32): u32 {
  let x = ((a >>> 1) & 0x55555555) | ((a & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  return bswap<u32>(x);
}
