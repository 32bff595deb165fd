import type { Step } from './case-steps.ts';
import { cases } from './cases.ts';
import { everydayLoans } from './everyday.ts';
import { copies, type DemoCopy } from './holdings.ts';
import { demoSeed } from './past.ts';

const named = (step: Step): string[] => [
  ...('barcode' in step ? [step.barcode] : []),
  ...('workId' in step ? [step.workId] : []),
];

/** Returns the barcodes and the ids of works that a case or a loan of the demo uses. */
export const usedInDemo = (): ReadonlySet<string> =>
  new Set([...cases.flatMap(({ steps }) => steps), ...everydayLoans(demoSeed)].flatMap(named));

/** Returns a book at a branch whose only copy in the consortium no case and no loan of the demo uses. Throws when there is none. */
export const untouchedBookAt = (branch: string): DemoCopy => {
  const used = usedInDemo();
  const found = copies.findLast(
    ({ branch: place, category, barcode, workId }) =>
      place === branch &&
      category === 'book' &&
      !used.has(barcode) &&
      !used.has(workId) &&
      copies.filter((one) => one.workId === workId).length === 1,
  );
  if (!found) throw new Error(`The demo uses every book of ${branch}.`);
  return found;
};
