import { asked, notFound, returned, type Step } from './case-steps.ts';
import { cases, type DemoCase } from './cases.ts';
import { everydayLoans } from './everyday.ts';
import { copies } from './holdings.ts';
import { demoSeed } from './past.ts';

/** A branch with work of the day, whom its books wait for, and where one of them was returned. */
type Branch = { branch: string; elsewhere: string; patrons: readonly [string, string] };

const branches: readonly Branch[] = [
  { branch: 'riverton.eastside', elsewhere: 'harcourt.main', patrons: ['washington-denise', 'kaplan-isaac'] },
  { branch: 'lakeshore.main', elsewhere: 'riverton.main', patrons: ['jackson-monique', 'park-ji-woo'] },
  { branch: 'harcourt.main', elsewhere: 'riverton.main', patrons: ['greene-malcolm', 'mensah-abena'] },
  { branch: 'calder.main', elsewhere: 'harcourt.main', patrons: ['larsen-freja', 'nowak-zofia'] },
  { branch: 'ashgrove.reading', elsewhere: 'harcourt.main', patrons: ['macleod-iain', 'svensson-gustav'] },
];

/** Returns the barcodes and the ids of works that steps name. */
export const namedIn = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => [...('barcode' in step ? [step.barcode] : []), ...('workId' in step ? [step.workId] : [])]);

const caseSteps = cases.flatMap(({ steps }) => steps);
const inUse = new Set(namedIn([...caseSteps, ...everydayLoans(demoSeed)]));
/** How many lists of the day are about books. */
const LISTS = 4;
const copiesOf = Map.groupBy(copies, ({ workId }) => workId);

/** Works of ordinary books: those with an id of their own are for cases of the catalogue. */
const isOrdinary = (workId: string): boolean => workId.endsWith('-book') && !inUse.has(workId);

/**
 * Returns a branch's books that nothing else of the demo uses, one for each list of the day. Books without another copy are for tests that
 * lend them.
 */
const freeWorks = (branch: string): string[] => {
  const free = copies
    .filter((copy) => copy.branch === branch && ['book', 'child-book'].includes(copy.category))
    .filter(({ barcode, workId }) => !inUse.has(barcode) && isOrdinary(workId))
    .map(({ workId }) => workId);
  const found = [...new Set(free)].filter((workId) => (copiesOf.get(workId)?.length ?? 0) > 1).slice(0, LISTS);
  for (const workId of found) inUse.add(workId);
  return found;
};

const workOf = ({ branch, elsewhere, patrons: [one, other] }: Branch): DemoCase => {
  const [fetched = '', cleared = '', lost = '', sent = ''] = freeWorks(branch);
  return {
    id: `day-at-${branch}`,
    shows: 'Each list of the day of the branch has a book: to fetch, to clear from the hold shelf, coming in, missing.',
    patrons: [one, other],
    steps: [
      asked('place-hold', one, cleared, branch, 20),
      returned(cleared, branch, branch, 19),
      notFound(lost, branch, branch, 3),
      returned(sent, branch, elsewhere, 2),
      asked('place-hold', other, fetched, branch, 1),
    ],
  };
};

/** The work of a day at the branches where staff of the demo begin, besides that of the named cases. */
export const dayWork: readonly DemoCase[] = branches.map(workOf);
