import { localDay } from '../../../layers/kernel/calendar/days.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { patronEdits } from '../data/patron-edits.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import { renewedCard } from '../domain/cards/card-term.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { loadDesk } from './load-desk.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'branches' | 'patronsPolicy'> & { edits: ReturnType<typeof patronEdits> };
type Input = {
  patronId: string;
  branchId: string;
  /** The last day that the desk requests; the whole term without it. */
  expiresOn?: string | undefined;
  now: number;
  change: (detail: PatronChange['detail']) => PatronChange;
  keep: Keep<{ patronId: string; expiresOn: string }>;
};

/** Renews the card of a patron of the home library by the term of its category. */
export const renewCard = async (
  { patrons, branches, patronsPolicy, edits }: Deps,
  { patronId, branchId, expiresOn: until, now, change, keep }: Input,
) => {
  const desk = await loadDesk(branches, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/body/branchId');
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library renews a card.');
  const { category, expiresOn, counters } = status;
  const policy = await patronsPolicy(now);
  const today = localDay(desk.calendar, desk.at);
  const renewed = renewedCard({ policy, category, expiresOn, owed: counters.owed, today, until });
  if ('refused' in renewed) return renewed;
  const done = { patronId, expiresOn: renewed.expiresOn };
  const noted = change({ from: expiresOn, to: renewed.expiresOn });
  return (await edits.saveExpiry(status, renewed.expiresOn, noted, keep(done)))
    ? answer(done)
    : refuse('changed-meanwhile', 'Look the patron up again.');
};
