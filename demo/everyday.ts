import type { Step } from './case-steps.ts';
import { cases } from './cases.ts';
import { copies, type DemoCopy } from './holdings.ts';
import { loanDays } from './loan-days.ts';
import { type DemoPatron, patrons } from './patrons.ts';
import { randomFrom } from './random.ts';

const wholeDays = (random: () => number, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

/**
 * Returns one ordinary loan for each patron who is in no case: a book of the patron's own branch or member, borrowed within the
 * last fortnight and not yet due. The same seed gives the same loans; no copy is lent twice.
 */
export function everydayLoans(seed: number): Step[] {
  const random = randomFrom(seed);
  const busy = new Set(cases.flatMap(({ patrons: keys }) => keys));
  const works = new Set(
    cases.flatMap(({ steps }) => steps.flatMap((step) => ('barcode' in step ? [step.barcode] : []))),
  );
  const free = copies.filter(({ category, barcode, copy }) => category === 'book' && copy === 1 && !works.has(barcode));
  const shelves = new Map<string, DemoCopy[]>();
  for (const copy of free) shelves.set(copy.member, [...(shelves.get(copy.member) ?? []), copy]);
  const lend = (patron: DemoPatron): Step[] => {
    const shelf = shelves.get(patron.member) ?? [];
    const [copy] = shelf.splice(Math.floor(random() * shelf.length), 1);
    const daysAgo = wholeDays(random, 1, 13);
    if (copy === undefined) return [];
    return [
      {
        do: 'checkout',
        card: patron.card,
        barcode: copy.barcode,
        branch: copy.branch,
        daysAgo,
        dueDaysAgo: daysAgo - loanDays(patron, copy),
      },
    ];
  };
  return patrons.filter(({ key }) => !busy.has(key)).flatMap(lend);
}
