import type { MemberFigures } from '../functions/finance/domain/cost-sharing/figures.ts';

/** The annual figures of a member: population served, branches, items, and spending (in minor units). */
type Reported = { population: number; branches: number; items: number; 'operating-expenditure': number };

const reported: Readonly<Record<string, Reported>> = {
  ashgrove: { population: 4200, branches: 1, items: 18_400, 'operating-expenditure': 21_000_000 },
  calder: { population: 9800, branches: 2, items: 52_000, 'operating-expenditure': 64_000_000 },
  harcourt: { population: 21_500, branches: 3, items: 148_000, 'operating-expenditure': 190_000_000 },
  lakeshore: { population: 38_000, branches: 5, items: 176_500, 'operating-expenditure': 275_000_000 },
  northfield: { population: 1500, branches: 1, items: 9100, 'operating-expenditure': 9_600_000 },
  riverton: { population: 52_300, branches: 7, items: 240_100, 'operating-expenditure': 410_000_000 },
};

/** Returns the figures of each member for the given years, the latest last. Each earlier year is a fiftieth lower. */
export const memberFigures = (years: readonly number[]): Pick<MemberFigures, 'memberId' | 'figures'>[] =>
  Object.entries(reported).map(([memberId, last]) => {
    const figures = Object.fromEntries(
      Object.entries(last).map(([name, value]) => {
        const back = (at: number): number => years.length - 1 - at;
        return [name, Object.fromEntries(years.map((year, at) => [year, Math.round(value * (1 - back(at) / 50))]))];
      }),
    );
    return { memberId, figures };
  });
