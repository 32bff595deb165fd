import { divideHalfEven, type Exact, minorUnit, sumExact } from './exact.ts';
import { byId } from './split.ts';

/** Exact amounts by member and line. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, Exact>>;

/** The matrix in integer minor units: the lines of a member sum to its total, the members' totals to the whole. */
export type RoundedMatrix = { whole: number; members: Map<string, { total: number; lines: Map<string, number> }> };

const floorDivide = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
};

/**
 * Rounds amounts to whole units that sum to `target`, each up or down by less than one unit: the largest remainders are rounded up, ties
 * by id. The target must be the sum itself rounded up or down; when it is one unit lower, the smallest remainder is reduced by that
 * unit. Mixed signs are permitted.
 */
const roundTo = (target: bigint, amounts: ReadonlyMap<string, Exact>, unit: bigint): Map<string, bigint> => {
  const parts = [...amounts].map(([id, amount]) => {
    const floor = floorDivide(amount, unit);
    return { id, floor, remainder: amount - floor * unit };
  });
  const ordered = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? byId(a.id, b.id) : a.remainder > b.remainder ? -1 : 1,
  );
  const up = Number(target - parts.reduce((sum, part) => sum + part.floor, 0n));
  const moved = new Set((up < 0 ? ordered.slice(up) : ordered.slice(0, up)).map((part) => part.id));
  const by = up < 0 ? -1n : 1n;
  return new Map(parts.map(({ id, floor }) => [id, moved.has(id) ? floor + by : floor]));
};

/** Applies `roundTo` to the absolute value: a credited month mirrors the charged one. */
const roundMirrored = (target: bigint, amounts: ReadonlyMap<string, Exact>, unit: bigint): Map<string, bigint> => {
  if (sumExact(amounts.values()) >= 0n) return roundTo(target, amounts, unit);
  const negated = new Map([...amounts].map(([id, amount]) => [id, -amount]));
  return new Map([...roundTo(-target, negated, unit)].map(([id, rounded]) => [id, -rounded]));
};

/**
 * Rounds a member by line matrix of exact amounts once: the whole half to even, the members so that they sum to the whole, each member's
 * lines so that they sum to the member. The currency has `minorDigits` decimals (default 2). `sum` gives the whole when it was rounded
 * elsewhere.
 */
export const roundMatrix = (matrix: Matrix, minorDigits = 2, sum?: number): RoundedMatrix => {
  const unit = minorUnit(minorDigits);
  const totals = new Map([...matrix].map(([member, lines]) => [member, sumExact(lines.values())]));
  const whole = sum === undefined ? divideHalfEven(sumExact(totals.values()), unit) : BigInt(sum);
  const members: RoundedMatrix['members'] = new Map();
  for (const [member, total] of roundMirrored(whole, totals, unit)) {
    const lines = roundMirrored(total, matrix.get(member) ?? new Map(), unit);
    members.set(member, {
      total: Number(total),
      lines: new Map([...lines].map(([line, amount]) => [line, Number(amount)])),
    });
  }
  return { whole: Number(whole), members };
};
