import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { reckonFees } from '../cost-sharing/fees.ts';
import type { MemberFigures } from '../cost-sharing/figures.ts';
import { type Formula, formulaSchema } from '../cost-sharing/formula.ts';

/** A library and its loans in a year. */
const librarySchema = z.strictObject({ name: oneLine(60), loans: z.int().min(0).max(1_000_000_000) });
type Library = z.infer<typeof librarySchema>;

const MOST_LIBRARIES = 200;

/** Parses `Alder:120000;Birch:40000`: libraries and their loans in a year, in one text of an address. */
const parsed = (text: string): unknown[] =>
  text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.lastIndexOf(':');
      const loans = part.slice(at + 1).trim();
      return { name: part.slice(0, Math.max(at, 0)), loans: /^\d{1,10}$/.test(loans) ? Number(loans) : Number.NaN };
    });

/** The libraries of an estimate as the text of an address: each name with its loans in a year. */
export const librariesSchema = z
  .string()
  .max(16_000)
  .transform(parsed)
  .pipe(z.array(librarySchema).min(1).max(MOST_LIBRARIES))
  .refine((libraries) => libraries.some(({ loans }) => loans > 0), 'At least one library has loans.');

/** The formulas by which an estimate divides the cost: alike, by loans, and half by each. */
export const shareNames = ['equal', 'loans', 'half'] as const;
export type ShareName = (typeof shareNames)[number];

const LOANS = { by: 'figure', figure: 'loans' } as const;
const EQUAL = { by: 'equal' } as const;
const partsOf: Record<ShareName, readonly { percent: string; key: typeof LOANS | typeof EQUAL }[]> = {
  equal: [{ percent: '100', key: EQUAL }],
  loans: [{ percent: '100', key: LOANS }],
  half: [
    { percent: '50', key: EQUAL },
    { percent: '50', key: LOANS },
  ],
};

const formulaOf = (name: ShareName, currency: string): Formula =>
  formulaSchema.parse({
    ...{ name, title: name, source: 'estimate', currency },
    parts: partsOf[name].map((part) => ({ kind: 'share', title: part.key.by, cost: 'whole', ...part })),
  });

/** A row of an estimate: a named library, or several of one size, with what each pays in a year by each formula (minor units). */
export type LibraryShare = {
  name?: string;
  size?: 'large' | 'middle' | 'small';
  count: number;
  loans: number;
  fees: Record<ShareName, number>;
};

/** Assumed sizes: a tenth of the libraries are large, three tenths middle; a large one lends twelve times as much as a small one. */
const WEIGHTS = { large: 12, middle: 4, small: 1 } as const;
type Group = { size: keyof typeof WEIGHTS; count: number; loans: number };

const groupsOf = (members: number, loans: number): Group[] => {
  const large = Math.max(1, Math.round(members / 10));
  const middle = Math.min(members - large, Math.round((members * 3) / 10));
  const counts = { large, middle, small: members - large - middle };
  const sizes = (Object.keys(WEIGHTS) as Group['size'][]).filter((size) => counts[size] > 0);
  const whole = sizes.reduce((sum, size) => sum + counts[size] * WEIGHTS[size], 0);
  return sizes.map((size) => ({ size, count: counts[size], loans: Math.round((loans * WEIGHTS[size]) / whole) }));
};

const YEAR = 2000;
const idOf = (at: number): string => String(at).padStart(5, '0');
const memberOf = (loans: number, at: number): MemberFigures => ({
  ...{ memberId: idOf(at), flags: [], optedInto: [] },
  figures: { loans: { [YEAR]: loans } },
});

/** Returns the fee of each library, in their order, by a formula. */
const feesBy = (name: ShareName, loans: readonly number[], whole: number, currency: string): number[] => {
  const made = reckonFees({
    ...{ formula: formulaOf(name, currency), year: YEAR, costs: { whole } },
    members: loans.map(memberOf),
  });
  return 'refused' in made ? [] : made.fees.map(({ fee }) => fee);
};

type Shared = { libraries?: readonly Library[] | undefined; members: number; checkoutsAYear: number };

/**
 * Divides a cost of a year (minor units) among libraries by three formulas. Without named libraries it assumes large, middle and small
 * ones; a row of several has the fee of the first of them, from which the others differ by at most one minor unit.
 */
export const libraryShares = (
  { libraries, members, checkoutsAYear }: Shared,
  whole: number,
  currency: string,
): LibraryShare[] => {
  const rows: Omit<LibraryShare, 'fees'>[] = libraries
    ? libraries.map((library) => ({ ...library, count: 1 }))
    : groupsOf(members, checkoutsAYear);
  const loans = rows.flatMap((row) => Array.from({ length: row.count }, () => row.loans));
  // Without any loan there is nothing to divide by.
  const counted = loans.some((count) => count > 0) ? loans : loans.map(() => 1);
  const fees = new Map(shareNames.map((name) => [name, feesBy(name, counted, whole, currency)]));
  let first = 0;
  return rows.map((row) => {
    const at = first;
    first += row.count;
    const own = Object.fromEntries(shareNames.map((name) => [name, fees.get(name)?.[at] ?? 0]));
    return { ...row, fees: own as Record<ShareName, number> };
  });
};
