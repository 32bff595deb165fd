import {
  divideHalfEven,
  type Exact,
  fromMinorUnits,
  parseExact,
  sumExact,
} from '../../../../layers/kernel/money/exact.ts';
import { bound } from './bands.ts';
import { concerned } from './concerned.ts';
import { type MemberFigures, readFigure } from './figures.ts';
import type { Formula } from './formula.ts';
import type { Guard } from './guard-schema.ts';
import { guardedFee } from './guards.ts';
import { ofOne } from './of-one.ts';
import type { Part, SimplePart } from './part-schema.ts';
import type { Reckoning } from './reckoning.ts';
import { weightOf, wholeOf } from './share.ts';

/** Returns what one member pays; undefined when it has no line. */
export type AmountOf = (member: MemberFigures) => Exact | undefined;

/**
 * A part of a tariff: what a member pays, the parts within it, and the pairs of amounts of which the greater or the lesser counts. Where
 * two of a pair are equal, the amount changes its slope.
 */
export type Piece = {
  amountOf: AmountOf;
  inner: readonly Piece[];
  rivals: readonly (readonly [AmountOf, AmountOf])[];
};

type Share = Extract<SimplePart, { kind: 'share' }>;
type Prorated = Extract<SimplePart, { kind: 'prorated' }>;

const ONE = parseExact('1');

const pairsOf = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

/** Returns a share at the price that a unit of weight has among the current members, or at 1 while nobody has a weight. */
const shareAtPrice = (part: Share, members: readonly MemberFigures[], given: Reckoning): AmountOf => {
  const of = concerned(part, members, given);
  const weights = sumExact(of.map((member) => weightOf(part.key, member, given).weight));
  const whole = wholeOf(part, given) ?? 0n;
  const [price, unit] = weights > 0n ? [whole, weights] : [part.takenOff ? -ONE : ONE, ONE];
  return (member) => divideHalfEven(weightOf(part.key, member, given).weight * price, unit);
};

const limitRivals = ({ limits }: Prorated, { year }: Reckoning): Piece['rivals'] => {
  const ratios = limits.map(
    (limit): AmountOf =>
      (member) =>
        divideHalfEven((readFigure(member, limit, year) ?? 0n) * ONE, bound(limit.full)),
  );
  return pairsOf([...ratios, () => ONE]);
};

const simplePiece = (part: SimplePart, members: readonly MemberFigures[], given: Reckoning): Piece => {
  const rivals = part.kind === 'prorated' ? limitRivals(part, given) : [];
  if (part.kind === 'share') return { amountOf: shareAtPrice(part, members, given), inner: [], rivals };
  return { amountOf: (member) => ofOne(part, member, given).amount, inner: [], rivals };
};

const combine = (kind: 'sum-of' | 'max-of' | 'min-of', amounts: readonly Exact[]): Exact | undefined => {
  if (amounts.length === 0) return undefined;
  if (kind === 'sum-of') return sumExact(amounts);
  return amounts.reduce((best, one) => ((kind === 'max-of' ? one > best : one < best) ? one : best));
};

const guardedPiece = (piece: Piece, guards: readonly Guard[], given: Reckoning): Piece =>
  guards.reduce<Piece>((inner, guard) => {
    const { amountOf } = inner;
    const limit =
      guard.kind === 'minimum' || guard.kind === 'maximum' || guard.kind === 'discount' ? [guard.amount] : [];
    return {
      amountOf: (member) => {
        const fee = amountOf(member);
        return fee === undefined ? undefined : guardedFee(guard, fee, member, given);
      },
      inner: [inner],
      rivals: limit.map((amount) => [amountOf, () => fromMinorUnits(amount, given.minorDigits)]),
    };
  }, piece);

const sumOf = (kind: 'sum-of' | 'max-of' | 'min-of', inner: readonly Piece[]): Piece => ({
  amountOf: (member) =>
    combine(
      kind,
      inner.flatMap((piece) => piece.amountOf(member) ?? []),
    ),
  inner,
  rivals: kind === 'sum-of' ? [] : pairsOf(inner.map(({ amountOf }) => amountOf)),
});

const pieceOf = (part: Part, members: readonly MemberFigures[], given: Reckoning): Piece => {
  const isCombined = part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of';
  const own = isCombined
    ? sumOf(
        part.kind,
        part.parts.map((one) => pieceOf(one, concerned(part, members, given), given)),
      )
    : simplePiece(part, members, given);
  const guarded = guardedPiece(own, part.guards ?? [], given);
  const amountOf: AmountOf = (member) =>
    concerned(part, [member], given).length > 0 ? guarded.amountOf(member) : undefined;
  return { ...guarded, amountOf };
};

/**
 * Returns a formula as a tariff: what any one member would pay, exact and not rounded. A shared whole has the price for each weight that
 * the current members give it. What a member bears for a guard of others is left out.
 */
export const tariffOf = ({ parts, guards }: Formula, members: readonly MemberFigures[], given: Reckoning): Piece =>
  guardedPiece(
    sumOf(
      'sum-of',
      parts.map((part) => pieceOf(part, members, given)),
    ),
    guards,
    given,
  );
