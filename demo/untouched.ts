import { cases } from './cases.ts';
import { dayWork, namedIn } from './day-work.ts';
import { everydayLoans } from './everyday.ts';
import { copies, type DemoCopy } from './holdings.ts';
import { demoSeed } from './past.ts';

/** Returns the barcodes and the ids of works that a case or a loan of the demo uses. */
export const usedInDemo = (): ReadonlySet<string> =>
  new Set(namedIn([...[...cases, ...dayWork].flatMap(({ steps }) => steps), ...everydayLoans(demoSeed)]));

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
