import { type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';

/** A bound as figures are held. */
export const bound = (upTo: number): Exact => parseExact(String(upTo));

/** The band that a value falls into, and its place. Throws a RangeError beyond the last: that is refused before. */
export const bandOf = <B extends { upTo?: number }>(bands: readonly B[], value: Exact): { band: B; at: number } => {
  const at = bands.findIndex(({ upTo }) => upTo === undefined || value <= bound(upTo));
  const band = bands[at];
  if (!band) throw new RangeError(`${value} is beyond the bands`);
  return { band, at };
};
