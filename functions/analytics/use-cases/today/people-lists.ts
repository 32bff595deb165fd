import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { peopleOf } from '../../../patrons/public/people.ts';
import { shownName } from '../../../patrons/public/shown-name.ts';
import { temporaryPatronsOf } from '../../../patrons/public/temporary-patron-store.ts';
import { undecidedPairs } from '../../../patrons/public/undecided-pairs.ts';
import type { TodayDeps } from '../../deps.ts';
import { type Counted, counted, type Reach, SHOWN } from './counted.ts';

/** How many persons of each list are counted: a pair's row is large. */
const COUNTED = { signUps: 20, pairs: 12 };
/** How many entries of a list have a name on the first page: each costs a read. All have one where whole lists are read. */
const NAMED = { signUps: 3, pairs: 2 };

/** Whether the first page has names at all, and how far lists are read. */
type Names = { isNamed: boolean; reach: Reach };

const namesOf = (few: number, { isNamed, reach }: Names): number => Math.min(SHOWN, isNamed ? reach(few) : reach(0));

type Person = { patronId: string; name?: string };

const named = async <E extends Person>({ table }: TodayDeps, most: number, list: Counted<E>): Promise<Counted<E>> => {
  const people = await peopleOf(
    table,
    list.entries.slice(0, most).map(({ patronId }) => patronId),
  );
  const entries = list.entries.map((entry) => {
    const found = people.get(entry.patronId);
    if (found === undefined) return entry;
    const { given, family } = shownName(found.person);
    return { ...entry, name: given === undefined ? family : `${family}, ${given}` };
  });
  return { ...list, entries };
};

/** Reads the sign-ups that a branch's library is to verify; `isNamed`: the first with their names. */
export const signUpsToVerify = async (deps: TodayDeps, branchId: string, { isNamed, reach }: Names) => {
  const page = await temporaryPatronsOf(deps.table, memberOfBranch(branchId), { limit: reach(COUNTED.signUps) });
  if (page === 'bad-cursor') return undefined;
  return named(
    deps,
    namesOf(NAMED.signUps, { isNamed, reach }),
    counted(page, ({ patronId, until }): Person & { until: string } => ({ patronId, until })),
  );
};

/** Reads the pairs of patrons on which a branch's library is to decide; `isNamed`: the first with their names. */
export const pairsToDecide = async (deps: TodayDeps, branchId: string, { isNamed, reach }: Names) => {
  const page = await undecidedPairs(deps.table, memberOfBranch(branchId), { limit: reach(COUNTED.pairs) });
  if (page === 'bad-cursor') return undefined;
  return named(
    deps,
    namesOf(NAMED.pairs, { isNamed, reach }),
    counted(page, ({ patronId, otherId, at: since }) => ({ patronId, otherId, since })),
  );
};
