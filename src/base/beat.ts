/**
 * Virtual time. One beat is 1/7,200,000,000 s: a whole number of beats fits one period of every processor clock the
 * LPC55S69 can be given from its oscillators and usual PLL settings (1, 12, 96, 100, 144, 150 MHz), so changing the
 * clock loses nothing. Beats are whole numbers below 2^53: 14 days.
 */
export type Beat = number;

export const beatsPerSecond = 7_200_000_000;

/** No moment: later than every other. */
export const never: Beat = Number.POSITIVE_INFINITY;

export const nanosecondsOf = (beat: Beat): number => Math.floor((beat / 72) * 10);

/** Beats that `count` periods of a clock of `hertz` take, rounded up; never when the clock stands still. */
export function beatsOf(count: number, hertz: number): Beat {
  if (hertz <= 0) return never;
  const whole = Math.floor(count / hertz);
  return whole * beatsPerSecond + Math.ceil(((count - whole * hertz) * beatsPerSecond) / hertz);
}
