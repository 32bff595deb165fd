import { type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';

/** Returns a bound in the format of figures. */
export const bound = (upTo: number): Exact => parseExact(String(upTo));

/** Returns the band of a value, and its index. Throws a RangeError above the last: that is refused before. */
export const bandOf = <B extends { upTo?: number }>(bands: readonly B[], value: Exact): { band: B; at: number } => {
  const at = bands.findIndex(({ upTo }) => upTo === undefined || value <= bound(upTo));
  const band = bands[at];
  if (!band) throw new RangeError(`${value} is beyond the bands`);
  return { band, at };
};
