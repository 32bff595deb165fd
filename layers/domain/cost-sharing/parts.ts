import * as z from 'zod';
import { divideHalfEven, type Exact, fromMinorUnits, parseExact } from '../money/exact.ts';
import { splitExactly } from '../money/split.ts';
import { type FigureReading, figureText, least, type MemberFigures, product, readFigure } from './figures.ts';
import type { Part, ShareKey } from './formula.ts';

/** On what figure a line rests, so that whoever reads the fee can reckon it again. */
export const basisSchema = z.strictObject({ figure: z.string(), value: z.string(), rule: z.string().exactOptional() });
export type Basis = z.infer<typeof basisSchema>;
/** A member's amount of a part, exact in units of the currency. */
export type PartLine = { amount: Exact; basis?: Basis };
/** Why a fee cannot be reckoned: a figure that a member has not reported or that no band reaches, a cost that was not given, nothing to share by, or an amount too large to be held to the minor unit. */
export const formulaRefusalSchema = z.strictObject({
  code: z.enum([
    'figure-missing',
    'beyond-bands',
    'cost-missing',
    'nothing-to-share-by',
    'cannot-balance',
    'too-large',
  ]),
  detail: z.string(),
  /** Of whom, which figure, cost or title it is said, so that it can be said in any language. */
  params: z.record(z.string(), z.string()),
});
export type FormulaRefusal = z.infer<typeof formulaRefusalSchema>;
/** What all parts are reckoned with: the year, decimals of the currency, and the whole costs by name (minor units). */
export type Reckoning = { year: number; minorDigits: number; costs: Readonly<Record<string, number>> };

type Reckoned = ReadonlyMap<string, PartLine> | { refused: FormulaRefusal[] };
type Of<K extends Part['kind']> = Extract<Part, { kind: K }>;

const HUNDRED = parseExact('100');
const ONE = parseExact('1');
const money = (amount: number, { minorDigits }: Reckoning): Exact => fromMinorUnits(amount, minorDigits);
const bound = (upTo: number): Exact => parseExact(String(upTo));

const readingsOf = (part: Part): FigureReading[] => {
  if (part.kind === 'fixed' || part.kind === 'flag') return [];
  if (part.kind === 'prorated') return part.limits;
  if (part.kind === 'share') return part.key.by === 'equal' ? [] : [part.key];
  return [part];
};

const concerned = ({ onlyOptedInto }: Part, all: readonly MemberFigures[]): readonly MemberFigures[] =>
  onlyOptedInto === undefined ? all : all.filter(({ optedInto }) => optedInto.includes(onlyOptedInto));

/** The bound that no figure of a part may lie beyond; undefined where its last band, or the part, has none. */
const lastBound = (part: Part): number | undefined => {
  if (part.kind === 'tiers') return part.tiers.at(-1)?.upTo;
  if (part.kind === 'bands') return part.bands.at(-1)?.upTo;
  return part.kind === 'share' && part.key.by === 'bands' ? part.key.bands.at(-1)?.upTo : undefined;
};

const unusable = (
  member: MemberFigures,
  reading: FigureReading,
  last: number | undefined,
  year: number,
): FormulaRefusal[] => {
  const [value, { memberId }, { figure }] = [readFigure(member, reading, year), member, reading];
  const params = { member: memberId, figure };
  if (value === undefined)
    return [{ code: 'figure-missing', detail: `${memberId} has reported no ${figure}.`, params }];
  if (last === undefined || value <= bound(last)) return [];
  return [{ code: 'beyond-bands', detail: `${figure} of ${memberId} is beyond the last band, ${last}.`, params }];
};

/** Every figure that a part needs and cannot use: not reported by the year (nobody is taken for zero), or beyond its bands. */
export const unusableFigures = (part: Part, all: readonly MemberFigures[], year: number): FormulaRefusal[] =>
  concerned(part, all).flatMap((member) =>
    readingsOf(part).flatMap((reading) => unusable(member, reading, lastBound(part), year)),
  );

// What cannot be used was refused before anything is reckoned.
const figureOf = (member: MemberFigures, reading: FigureReading, { year }: Reckoning): Exact => {
  const value = readFigure(member, reading, year);
  if (value === undefined) throw new RangeError(`${member.memberId} has reported no ${reading.figure}`);
  return value;
};

const bandOf = <B extends { upTo?: number }>(bands: readonly B[], value: Exact): { band: B; at: number } => {
  const at = bands.findIndex(({ upTo }) => upTo === undefined || value <= bound(upTo));
  const band = bands[at];
  if (!band) throw new RangeError(`${value} is beyond the bands`);
  return { band, at };
};

const inTiers = ({ tiers, method, figure }: Of<'tiers'>, value: Exact, { minorDigits }: Reckoning): PartLine => {
  const reached = bandOf(tiers, value);
  const flat = value * parseExact(reached.band.percent);
  let [marginal, below] = [0n, 0n];
  for (const { upTo, percent } of tiers.slice(0, reached.at + 1)) {
    const top = upTo === undefined || bound(upTo) > value ? value : bound(upTo);
    marginal += (top - below) * parseExact(percent);
    below = top;
  }
  // The figure is money in minor units; the whole is divided once, so that nothing is rounded on the way.
  const divisor = HUNDRED * 10n ** BigInt(minorDigits);
  const amount = divideHalfEven(method === 'flat' ? flat : marginal, divisor);
  return { amount, basis: { figure, value: figureText(value), rule: `${method} ${reached.band.percent} %` } };
};

const prorated = (part: Of<'prorated'>, member: MemberFigures, given: Reckoning): PartLine => {
  const whole = money(part.amount, given);
  const ratios = part.limits.map((limit) => {
    const value = figureOf(member, limit, given);
    const ratio = divideHalfEven(value * ONE, bound(limit.full));
    return {
      ratio: least(ratio, ONE),
      basis: { figure: limit.figure, value: figureText(value), rule: `of ${limit.full}` },
    };
  });
  const [largest] = ratios.toSorted((one, other) => (one.ratio > other.ratio ? -1 : 1));
  return largest ? { amount: product(whole, largest.ratio), basis: largest.basis } : { amount: whole };
};

/** What one member pays by a part that looks at nobody else. */
const ofOne = (part: Exclude<Part, { kind: 'share' }>, member: MemberFigures, given: Reckoning): PartLine => {
  if (part.kind === 'fixed') return { amount: money(part.amount, given) };
  if (part.kind === 'flag')
    return { amount: member.flags.includes(part.flag) === part.is ? money(part.amount, given) : 0n };
  if (part.kind === 'prorated') return prorated(part, member, given);
  const value = figureOf(member, part, given);
  const basis = { figure: part.figure, value: figureText(value) };
  if (part.kind === 'per-unit')
    return { amount: product(value, parseExact(part.price)), basis: { ...basis, rule: `× ${part.price}` } };
  if (part.kind === 'tiers') return inTiers(part, value, given);
  const { band, at } = bandOf(part.bands, value);
  return { amount: money(band.amount, given), basis: { ...basis, rule: `band ${at + 1}` } };
};

const weightOf = (key: ShareKey, member: MemberFigures, given: Reckoning): { weight: bigint; basis?: Basis } => {
  if (key.by === 'equal') return { weight: 1n };
  const value = figureOf(member, key, given);
  const basis = { figure: key.figure, value: figureText(value) };
  if (key.by === 'figure') return { weight: value, basis };
  const { band, at } = bandOf(key.bands, value);
  return { weight: BigInt(band.weight), basis: { ...basis, rule: `band ${at + 1}, weight ${band.weight}` } };
};

const shared = (part: Of<'share'>, members: readonly MemberFigures[], given: Reckoning): Reckoned => {
  // A cost may have the name of what every object has: `constructor`.
  const cost = Object.hasOwn(given.costs, part.cost) ? given.costs[part.cost] : undefined;
  if (cost === undefined)
    return {
      refused: [{ code: 'cost-missing', detail: `The cost ${part.cost} was not given.`, params: { cost: part.cost } }],
    };
  const raised = divideHalfEven(money(cost, given) * (HUNDRED + parseExact(part.addPercent)), HUNDRED);
  const whole = divideHalfEven(raised * parseExact(part.percent), HUNDRED);
  const weights = new Map(members.map((member) => [member.memberId, weightOf(part.key, member, given)]));
  if (whole > 0n && ![...weights.values()].some(({ weight }) => weight > 0n)) {
    const { title } = part;
    return {
      refused: [{ code: 'nothing-to-share-by', detail: `Nobody has a weight for ${title}.`, params: { title } }],
    };
  }
  const parts = splitExactly(whole, new Map([...weights].map(([id, { weight }]) => [id, weight])));
  return new Map([...weights].map(([id, { basis }]) => [id, { amount: parts.get(id) ?? 0n, ...(basis && { basis }) }]));
};

/**
 * A part of a formula for all whom it concerns, exact to 1e-12: shares of a whole sum to it. Those who did not opt in have no
 * line. Refuses a cost that was not given, and a key by which nobody has a weight; `unusableFigures` is asked before.
 */
export const reckonPart = (part: Part, all: readonly MemberFigures[], given: Reckoning): Reckoned => {
  const members = concerned(part, all);
  if (part.kind !== 'share') return new Map(members.map((member) => [member.memberId, ofOne(part, member, given)]));
  return members.length === 0 ? new Map() : shared(part, members, given);
};
