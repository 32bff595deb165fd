import { iso } from '../../../layers/platform/runtime/clock.ts';
import { retentionAt } from '../../../layers/records/policies/data/retention-at.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { PastLoanStore } from '../data/past-loan-store.ts';
import { applyRetention } from './apply-retention.ts';

/** Turns a patron's reading history on or off. Turned off, it deletes the past loans that nothing else keeps. */
export const setReadingHistory = async (
  { past, policies, status }: Pick<CirculationStores, 'policies' | 'status'> & { past: PastLoanStore },
  patronId: string,
  on: boolean,
  now: number,
): Promise<'set' | 'gone' | 'changed-meanwhile'> => {
  // The choice is written first: loans that end from now on follow it. Repeating an interrupted call continues it.
  if (!(await past.setHistory(patronId, on))) return 'gone';
  if (on) return 'set';
  const patron = await status(patronId, { strong: true });
  if (!patron) return 'gone';
  const rules = await retentionAt(policies, patron.homeMember, now);
  for (const loan of await past.all(patronId))
    if (!(await applyRetention(past, rules, { patronId }, loan, iso(now)))) return 'changed-meanwhile';
  return 'set';
};
