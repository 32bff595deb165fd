import { divideHalfEven, type Exact, fromMinorUnits, parseExact } from '../../../../layers/kernel/money/exact.ts';
import { bandOf, bound } from './bands.ts';
import { basisOf, figureOf } from './concerned.ts';
import { least, type MemberFigures, product } from './figures.ts';
import type { SimplePart } from './part-schema.ts';
import type { PartLine, Reckoning } from './reckoning.ts';

type Of<K extends SimplePart['kind']> = Extract<SimplePart, { kind: K }>;
type Tier = Of<'tiers'>['tiers'][number];

const ONE = parseExact('1');
const HUNDRED = parseExact('100');
const money = (amount: number, { minorDigits }: Reckoning): Exact => fromMinorUnits(amount, minorDigits);

const rateOf = ({ percent, price }: Tier): Exact => parseExact(price ?? percent ?? '0');

/** Multiplies the figure in its tiers by their rates; the result is still to be divided by the unit of a rate. */
const inTiers = ({ tiers, method }: Of<'tiers'>, value: Exact): { rated: bigint; reached: Tier } => {
  const { band: reached, at } = bandOf(tiers, value);
  if (method === 'flat') return { rated: value * rateOf(reached), reached };
  let [rated, below] = [0n, 0n];
  for (const tier of tiers.slice(0, at + 1)) {
    const top = tier.upTo === undefined || bound(tier.upTo) > value ? value : bound(tier.upTo);
    rated += (top - below) * rateOf(tier);
    below = top;
  }
  return { rated, reached };
};

const tiered = (part: Of<'tiers'>, member: MemberFigures, given: Reckoning): PartLine => {
  const { rated, reached } = inTiers(part, figureOf(member, part, given));
  const { method } = part;
  // A price is in units of the currency for each unit of the figure. A percentage is of a figure that is money, in minor units. The whole
  // is divided once, so that no intermediate result is rounded.
  const divisor = reached.price === undefined ? HUNDRED * 10n ** BigInt(given.minorDigits) : ONE;
  const rule = reached.price === undefined ? `${method} ${reached.percent} %` : `${method} × ${reached.price}`;
  return { amount: divideHalfEven(rated, divisor), basis: basisOf(member, part, given, rule) };
};

const prorated = (part: Of<'prorated'>, member: MemberFigures, given: Reckoning): PartLine => {
  const whole = money(part.amount, given);
  const ratios = part.limits.map((limit) => {
    const value = figureOf(member, limit, given);
    const ratio = divideHalfEven(value * ONE, bound(limit.full));
    return {
      ratio: least(ratio, ONE),
      basis: basisOf(member, limit, given, `of ${limit.full}`),
    };
  });
  const [largest] = ratios.toSorted((one, other) => (one.ratio > other.ratio ? -1 : 1));
  return largest ? { amount: product(whole, largest.ratio), basis: largest.basis } : { amount: whole };
};

/** Returns a member's fee for a part that depends on no other member, exact in units of the currency. */
export const ofOne = (
  part: Exclude<SimplePart, { kind: 'share' }>,
  member: MemberFigures,
  given: Reckoning,
): PartLine => {
  if (part.kind === 'fixed') return { amount: money(part.amount, given) };
  if (part.kind === 'flag')
    return { amount: member.flags.includes(part.flag) === part.is ? money(part.amount, given) : 0n };
  if (part.kind === 'prorated') return prorated(part, member, given);
  if (part.kind === 'tiers') return tiered(part, member, given);
  const value = figureOf(member, part, given);
  if (part.kind === 'per-unit')
    return {
      amount: product(value, parseExact(part.price)),
      basis: basisOf(member, part, given, `× ${part.price}`),
    };
  const { band, at } = bandOf(part.bands, value);
  return { amount: money(band.amount, given), basis: basisOf(member, part, given, `band ${at + 1}`) };
};
