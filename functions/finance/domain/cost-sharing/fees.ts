import * as z from 'zod';
import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { type Exact, fromMinorUnits, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { type Matrix, roundMatrix } from '../../../../layers/kernel/money/round-matrix.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { unusableFigures, unusableOfGuards } from './concerned.ts';
import type { MemberFigures } from './figures.ts';
import type { Formula } from './formula.ts';
import type { Guard } from './guard-schema.ts';
import { guardEffects } from './guards.ts';
import { isMemberIn } from './membership.ts';
import { reckonPart } from './reckon-parts.ts';
import { basisSchema, type FormulaRefusal, type PartLine, type Reckoning } from './reckoning.ts';

/** A line of a member's fee: a part of the formula or the effect of a guard; minor units, negative when it lowers the fee. */
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

/** The result of a formula: fees by member, their sum, and the payments of non-members (minor units). */
export const feesSchema = z.strictObject({
  formula: z.string(),
  year: z.number().int(),
  currency: z.string(),
  fees: z.array(feeSchema),
  total: z.number().int(),
  payers: z.array(z.strictObject({ payer: z.string(), amount: z.number().int() })),
});
export type Fees = z.infer<typeof feesSchema>;

/** The input of fees: costs are whole amounts by name, in minor units of the formula's currency. */
export type FeesInput = {
  formula: Formula;
  year: number;
  members: readonly MemberFigures[];
  costs: Readonly<Record<string, number>>;
};

type Line = { id: string; title: string; of: FeeLine['of']; payer?: string; lines: ReadonlyMap<string, PartLine> };

const refusedOf = <T extends object>(result: T | { refused: FormulaRefusal[] }): FormulaRefusal[] =>
  'refused' in result ? (result.refused as FormulaRefusal[]) : [];

/** Beyond this (minor units) sums of 500 members would exceed safe integers. */
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

/** Returns the input common to all parts of a formula. */
export const givenOf = ({ formula, year, costs }: Omit<FeesInput, 'members'>): Reckoning => {
  const { currency, yearStartsIn } = formula;
  return { year, costs, minorDigits: decimalsOf(currency), ...(yearStartsIn !== undefined && { yearStartsIn }) };
};

const payerOf = ({ borne }: Guard): { payer?: string } => (borne.bornBy === 'payer' ? { payer: borne.payer } : {});

const partsOf = (input: FeesInput): Line[] | { refused: FormulaRefusal[] } => {
  const { formula, members } = input;
  const given = givenOf(input);
  const missing = formula.parts.flatMap((part) => unusableFigures(part, members, given));
  missing.push(...unusableOfGuards(formula.guards, members, given));
  if (missing.length > 0) return { refused: missing };
  const reckoned = formula.parts.map((part, at) => ({ part, at, made: reckonPart(part, members, given) }));
  const refused = reckoned.flatMap(({ made }) => refusedOf(made));
  if (refused.length > 0) return { refused };
  const parts = reckoned.flatMap(({ part: { title }, at, made }): Line[] => {
    if ('refused' in made) return [];
    const id = `part ${at}`;
    const guards = made.guards.map(
      ({ guard, lines }, place): Line => ({
        ...{ id: `${id} guard ${place}`, title: guard.title, of: 'guard', lines },
        ...payerOf(guard),
      }),
    );
    return [{ id, title, of: 'part', lines: made.lines }, ...guards];
  });
  const beyond = tooLarge(parts, given.minorDigits);
  return beyond.length > 0 ? { refused: beyond } : parts;
};

const belowNothing = (member: string): FormulaRefusal => ({
  code: 'below-nothing',
  detail: `The fee of ${member} is below nothing: a minimum of 0 leaves it at nothing.`,
  params: { member },
});

const feesOf = (lines: readonly Line[], members: readonly MemberFigures[]): Map<string, Exact> =>
  new Map(
    members.map(({ memberId }) => [memberId, sumExact(lines.map((line) => line.lines.get(memberId)?.amount ?? 0n))]),
  );

const withGuards = (input: FeesInput, parts: Line[]): Line[] | { refused: FormulaRefusal[] } => {
  const { formula, members } = input;
  const given = givenOf(input);
  const byMember = new Map(members.map((member) => [member.memberId, member]));
  const lines = [...parts];
  for (const [at, guard] of formula.guards.entries()) {
    const effects = guardEffects(guard, feesOf(lines, members), byMember, given);
    if ('refused' in effects) return effects as { refused: FormulaRefusal[] };
    const amounts = new Map([...effects].map(([id, amount]) => [id, { amount }]));
    lines.push({ id: `guard ${at}`, title: guard.title, of: 'guard', ...payerOf(guard), lines: amounts });
  }
  const below = [...feesOf(lines, members)].filter(([, fee]) => fee < 0n);
  return below.length > 0 ? { refused: below.map(([member]) => belowNothing(member)) } : lines;
};

// A shared whole is rounded as a whole, so that it sums; independent fees are rounded individually.
const sharesAWhole = ({ parts, guards }: Formula): boolean =>
  parts.some((part) => (part.kind === 'sum-of' ? part.parts : [part]).some(({ kind }) => kind === 'share')) ||
  guards.some(({ borne }) => borne.bornBy === 'others');

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
 * Returns the fees of all members by a formula for a year. Each is exact to 1e-12 until it is rounded once, half to even; a shared whole by
 * largest remainder so that the fees sum to it. A member that joins in a later year owes and pays nothing, and need not report yet. The
 * result does not depend on the order of the members. Refuses, naming all at once, figures that were not reported, are too old or exceed
 * the bands; a missing cost; a key without any weight; a negative fee; amounts too large to be exact; and a guard that the others cannot
 * bear.
 */
export const reckonFees = (input: FeesInput): Fees | { refused: FormulaRefusal[] } => {
  const all = input.members.toSorted((one, other) => byId(one.memberId, other.memberId));
  const members = all.filter((member) => isMemberIn(member, givenOf(input)));
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
  const fees = all.map(({ memberId }): Fee => {
    const own = amounts.get(memberId);
    return own ? feeOf(memberId, lines, own) : { memberId, fee: 0, lines: [] };
  });
  const { name: formula, currency } = input.formula;
  const total = fees.reduce((sum, { fee }) => sum + fee, 0);
  return { formula, year: input.year, currency, fees, total, payers: payersOf(lines, amounts) };
};
