import * as z from 'zod';
import { type Exact, fromMinorUnits, sumExact } from '../money/exact.ts';
import { decimalsOf } from '../money/money.ts';
import { type Matrix, roundMatrix } from '../money/round-matrix.ts';
import { byId } from '../money/split.ts';
import type { MemberFigures } from './figures.ts';
import type { Formula } from './formula.ts';
import { guardEffects } from './guards.ts';
import { basisSchema, type FormulaRefusal, type PartLine, reckonPart, unusableFigures } from './parts.ts';

/** A line of a member's fee: a part of the formula or what a guard did to it; minor units, below zero where it lowers the fee. */
const feeLineSchema = z.strictObject({
  title: z.string(),
  of: z.enum(['part', 'guard']),
  amount: z.number().int(),
  basis: basisSchema.exactOptional(),
});
export type FeeLine = z.infer<typeof feeLineSchema>;

/** A member's fee of a year in minor units; its lines sum to it. */
export const feeSchema = z.strictObject({
  memberId: z.string(),
  fee: z.number().int(),
  lines: z.array(feeLineSchema),
});
export type Fee = z.infer<typeof feeSchema>;

/** What a formula comes to: fees by member, their sum, and what payers beside the members pay (minor units). */
export const feesSchema = z.strictObject({
  formula: z.string(),
  year: z.number().int(),
  currency: z.string(),
  fees: z.array(feeSchema),
  total: z.number().int(),
  payers: z.array(z.strictObject({ payer: z.string(), amount: z.number().int() })),
});
export type Fees = z.infer<typeof feesSchema>;

/** All that fees are reckoned from: costs are whole amounts by name, in minor units of the formula's currency. */
export type FeesInput = {
  formula: Formula;
  year: number;
  members: readonly MemberFigures[];
  costs: Readonly<Record<string, number>>;
};

type Line = { id: string; title: string; of: FeeLine['of']; payer?: string; lines: ReadonlyMap<string, PartLine> };

const refusedOf = <T extends object>(result: T | { refused: FormulaRefusal[] }): FormulaRefusal[] =>
  'refused' in result ? (result.refused as FormulaRefusal[]) : [];

/** Beyond this (minor units) sums of 500 members would not be whole numbers any more. */
const MOST = 1e13;

const tooLarge = (lines: readonly Line[], minorDigits: number): FormulaRefusal[] => {
  const most = fromMinorUnits(MOST, minorDigits);
  return lines.flatMap(({ title, lines: own }) =>
    [...own.values()].some(({ amount }) => amount > most || amount < -most)
      ? [
          {
            code: 'too-large' as const,
            detail: `${title}: an amount is beyond what is reckoned with.`,
            params: { title },
          },
        ]
      : [],
  );
};

const partsOf = ({ formula, year, members, costs }: FeesInput): Line[] | { refused: FormulaRefusal[] } => {
  const missing = formula.parts.flatMap((part) => unusableFigures(part, members, year));
  if (missing.length > 0) return { refused: missing };
  const given = { year, costs, minorDigits: decimalsOf(formula.currency) };
  const reckoned = formula.parts.map((part, at) => ({ part, at, lines: reckonPart(part, members, given) }));
  const refused = reckoned.flatMap(({ lines }) => refusedOf(lines));
  if (refused.length > 0) return { refused };
  const parts = reckoned.flatMap(({ part, at, lines }): Line[] =>
    'refused' in lines ? [] : [{ id: `part ${at}`, title: part.title, of: 'part', lines }],
  );
  const beyond = tooLarge(parts, given.minorDigits);
  return beyond.length > 0 ? { refused: beyond } : parts;
};

const feesOf = (lines: readonly Line[], members: readonly MemberFigures[]): Map<string, Exact> =>
  new Map(
    members.map(({ memberId }) => [memberId, sumExact(lines.map((line) => line.lines.get(memberId)?.amount ?? 0n))]),
  );

const withGuards = (
  { formula, year, members, costs }: FeesInput,
  parts: Line[],
): Line[] | { refused: FormulaRefusal[] } => {
  const given = { year, costs, minorDigits: decimalsOf(formula.currency) };
  const byMember = new Map(members.map((member) => [member.memberId, member]));
  const lines = [...parts];
  for (const [at, guard] of formula.guards.entries()) {
    const effects = guardEffects(guard, feesOf(lines, members), byMember, given);
    if ('refused' in effects) return effects as { refused: FormulaRefusal[] };
    const payer = guard.borne.bornBy === 'payer' ? { payer: guard.borne.payer } : {};
    const amounts = new Map([...effects].map(([id, amount]) => [id, { amount }]));
    lines.push({ id: `guard ${at}`, title: guard.title, of: 'guard', ...payer, lines: amounts });
  }
  return lines;
};

// What is shared is rounded as a whole, so that it sums; fees that each stand for themselves are rounded each.
const sharesAWhole = ({ parts, guards }: Formula): boolean =>
  parts.some(({ kind }) => kind === 'share') || guards.some(({ borne }) => borne.bornBy === 'others');

const rounded = (matrix: Matrix, formula: Formula): ReturnType<typeof roundMatrix>['members'] => {
  const digits = decimalsOf(formula.currency);
  if (sharesAWhole(formula)) return roundMatrix(matrix, digits).members;
  return new Map([...matrix].flatMap((one) => [...roundMatrix(new Map([one]), digits).members]));
};

const feeOf = (
  memberId: string,
  lines: readonly Line[],
  amounts: { total: number; lines: Map<string, number> },
): Fee => ({
  memberId,
  fee: amounts.total,
  lines: lines.flatMap(({ id, title, of, lines: own }) => {
    const line = own.get(memberId);
    return line ? [{ title, of, amount: amounts.lines.get(id) ?? 0, ...(line.basis && { basis: line.basis }) }] : [];
  }),
});

const payersOf = (lines: readonly Line[], members: ReturnType<typeof rounded>): Fees['payers'] => {
  const paid = new Map<string, number>();
  for (const { id, payer } of lines) {
    if (payer === undefined) continue;
    const sum = [...members.values()].reduce((all, one) => all - (one.lines.get(id) ?? 0), 0);
    paid.set(payer, (paid.get(payer) ?? 0) + sum);
  }
  return [...paid].map(([payer, amount]) => ({ payer, amount }));
};

/**
 * The fees of all members by a formula for a year. Each is exact to 1e-12 until it is rounded once, half to even; where a whole is
 * shared, by largest remainder so that the fees sum to it. Whatever the order of the members, the fees are the same.
 * Refuses, naming all of them at once, figures that were not reported or lie beyond the bands; a cost that was not given; a key by which nobody has a
 * weight; amounts too large to be exact; and a guard that the others cannot bear.
 */
export const reckonFees = (input: FeesInput): Fees | { refused: FormulaRefusal[] } => {
  const members = input.members.toSorted((one, other) => byId(one.memberId, other.memberId));
  const parts = partsOf({ ...input, members });
  if ('refused' in parts) return parts;
  const lines = withGuards({ ...input, members }, parts);
  if ('refused' in lines) return lines;
  const matrix: Matrix = new Map(
    members.map(({ memberId }) => [
      memberId,
      new Map(
        lines.flatMap(({ id, lines: own }) => {
          const line = own.get(memberId);
          return line ? [[id, line.amount] as const] : [];
        }),
      ),
    ]),
  );
  const amounts = rounded(matrix, input.formula);
  const fees = [...amounts].map(([memberId, own]) => feeOf(memberId, lines, own));
  const { name: formula, currency } = input.formula;
  const total = fees.reduce((sum, { fee }) => sum + fee, 0);
  return { formula, year: input.year, currency, fees, total, payers: payersOf(lines, amounts) };
};
