import type { MemberFigures } from './figures.ts';
import type { AmountOf, Piece } from './tariff.ts';

/** The values of one figure, in steps of it, everything else being equal. */
export type Line = { memberAt: (at: number) => MemberFigures };

const distance = (one: AmountOf, other: AmountOf, member: MemberFigures): bigint | undefined => {
  const [a, b] = [one(member), other(member)];
  return a === undefined || b === undefined ? undefined : a - b;
};

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Returns the steps on both sides of where two amounts, straight between two steps, are equal; none when they do not cross. */
const crossingOf = ([one, other]: Piece['rivals'][number], { memberAt }: Line, from: number, to: number): number[] => {
  const before = distance(one, other, memberAt(from));
  const after = distance(one, other, memberAt(to));
  if (before === undefined || after === undefined || before * after >= 0n) return [];
  const passed = (BigInt(to - from) * absolute(before)) / (absolute(before) + absolute(after));
  return [from + Number(passed), from + Number(passed) + 1];
};

const ascending = (points: Iterable<number>): number[] => [...new Set(points)].toSorted((a, b) => a - b);

/**
 * Adds to the steps at which a formula changes by a bound those at which an alternative or a limit begins to count. Between two of the
 * result the tariff is straight, so that its ends show whether it falls.
 */
export const withKinks = (piece: Piece, line: Line, points: readonly number[]): number[] => {
  const within = piece.inner.reduce((all, inner) => withKinks(inner, line, all), [...points]);
  const kinks = within.flatMap((to, at) => {
    const from = within[at - 1] ?? to;
    return to - from < 2 ? [] : piece.rivals.flatMap((pair) => crossingOf(pair, line, from, to));
  });
  return ascending([...within, ...kinks]);
};
