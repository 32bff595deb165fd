import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { peopleOf } from '../../../patrons/public/people.ts';
import { shownName } from '../../../patrons/public/shown-name.ts';
import { temporaryPatronsOf } from '../../../patrons/public/temporary-patron-store.ts';
import { undecidedPairs } from '../../../patrons/public/undecided-pairs.ts';
import type { TodayDeps } from '../../deps.ts';
import { type Counted, counted } from './counted.ts';

/** How many persons of each list are counted: a pair's row is large. */
const COUNTED = { signUps: 20, pairs: 12 };
/** How many entries of a list have a name: each costs a read, and the list itself shows all. */
const NAMED = { signUps: 3, pairs: 2 };

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
export const signUpsToVerify = async (deps: TodayDeps, branchId: string, isNamed: boolean) => {
  const page = await temporaryPatronsOf(deps.table, memberOfBranch(branchId), { limit: COUNTED.signUps });
  if (page === 'bad-cursor') return undefined;
  return named(
    deps,
    isNamed ? NAMED.signUps : 0,
    counted(page, ({ patronId, until }): Person & { until: string } => ({ patronId, until })),
  );
};

/** Reads the pairs of patrons on which a branch's library is to decide; `isNamed`: the first with their names. */
export const pairsToDecide = async (deps: TodayDeps, branchId: string, isNamed: boolean) => {
  const page = await undecidedPairs(deps.table, memberOfBranch(branchId), { limit: COUNTED.pairs });
  if (page === 'bad-cursor') return undefined;
  return named(
    deps,
    isNamed ? NAMED.pairs : 0,
    counted(page, ({ patronId, otherId, at: since }) => ({ patronId, otherId, since })),
  );
};
