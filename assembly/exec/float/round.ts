/** From an exact value to the nearest that fits, as FPSCR asks (DDI 0553, FPRound). */
import {
  ALTERNATIVE_HALF,
  DOWN,
  FLUSH_TO_ZERO,
  INEXACT,
  INVALID,
  NEAREST_AWAY,
  OVERFLOW,
  TO_NEAREST,
  UNDERFLOW,
  UP,
  fpscr,
  roundingMode,
  tell,
} from "./fpscr";
import { INFINITY_BITS, SIGN } from "./number";

const LEAST_EXPONENT: i32 = -126;
const HALF_INFINITY: u32 = 0x7c00;

/** `value` shifted right; whatever is lost stays known in bit 0. */
export function shiftRightSticky(value: u64, amount: u32): u64 {
  if (amount == 0) return value;
  if (amount > 63) return u64(value != 0);
  return (value >>> amount) | u64(value << (64 - amount) != 0);
}

/** Whether a magnitude, odd or even, of which `lost` lies beyond the last place, goes up; `half` is half a place. */
export function roundsUp(mode: u32, sign: u32, odd: u32, lost: u64, half: u64): bool {
  if (lost == 0) return false;
  switch (mode) {
    case TO_NEAREST:
      return lost > half || (lost == half && odd != 0);
    case UP:
      return sign == 0;
    case DOWN:
      return sign != 0;
    case NEAREST_AWAY:
      return lost >= half;
    default:
      return false;
  }
}

/** Overflow goes to infinity, or stops at the greatest number. */
function overflow(sign: u32, mode: u32, infinity: u32): u32 {
  tell(OVERFLOW | INEXACT);
  return mode == TO_NEAREST || mode == (sign ? DOWN : UP) ? infinity : infinity - 1;
}

/**
 * Magnitude of significand * 2^scale in a shape of so many fraction bits; a pattern from `limit` on where it does not
 * fit, which the caller tells. The significand is not 0. Its bit 0 may stand for any lost tail, which must be at least
 * two places below the last one of the result.
 */
function encode(sign: u32, scale: i32, significand: u64, fractionBits: u32, bias: i32, limit: u32, mode: u32): u32 {
  let leading = i32(clz<u64>(significand));
  let bits = significand << leading;
  let biased = 63 - leading + scale + bias;
  let tiny = biased < 1;
  if (tiny) bits = shiftRightSticky(bits, u32(1 - biased));
  let cut: u64 = 63 - fractionBits;
  let unit = (1 as u64) << cut;
  let lost = bits & (unit - 1);
  let fraction = u32(bits >>> cut);
  if (tiny && lost != 0) tell(UNDERFLOW);
  fraction += u32(roundsUp(mode, sign, fraction & 1, lost, unit >>> 1));
  // The fraction has its leading one, which counts as one in the exponent's field; so does a carry out of it.
  let result = tiny ? fraction : (u32(biased - 1) << fractionBits) + fraction;
  if (result < limit && lost != 0) tell(INEXACT);
  return result;
}

/** The single that significand * 2^scale rounds to. */
export function roundSingle(sign: u32, scale: i32, significand: u64, mode: u32): u32 {
  if ((fpscr() & FLUSH_TO_ZERO) != 0 && 63 - i32(clz<u64>(significand)) + scale < LEAST_EXPONENT) {
    tell(UNDERFLOW);
    return sign;
  }
  let result = encode(sign, scale, significand, 23, 127, INFINITY_BITS, mode);
  return sign | (result < INFINITY_BITS ? result : overflow(sign, mode, INFINITY_BITS));
}

/** The half that it rounds to, sign in bit 15. The alternative form has numbers in place of infinities and NaNs. */
export function roundHalf(sign: u32, scale: i32, significand: u64): u32 {
  let mode = roundingMode();
  let alternative = (fpscr() & ALTERNATIVE_HALF) != 0;
  let limit: u32 = alternative ? 0x8000 : HALF_INFINITY;
  let result = encode(sign, scale, significand, 10, 15, limit, mode);
  if (result >= limit) {
    if (alternative) tell(INVALID);
    result = alternative ? 0x7fff : overflow(sign, mode, HALF_INFINITY);
  }
  return (sign >>> 16) | result;
}

/** A sum that is exactly zero: negative only when rounding down. */
export function zeroSum(): u32 {
  return roundingMode() == DOWN ? SIGN : 0;
}
