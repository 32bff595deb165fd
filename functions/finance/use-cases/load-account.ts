import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { AccountStore, StoredAccount } from '../data/account-store.ts';
import { type AccountStatement, accountStatements, type Range } from '../domain/member-account/account-statement.ts';
import { type DisputedDeps, disputedLines } from './disputed-amounts.ts';

type Deps = DisputedDeps & { accounts: AccountStore };

/** Returns the same day a year earlier. */
const yearBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return iso(date.getTime()).slice(0, 10);
};

/** Loads a member's account for a range of days: by default the year until today. */
export const loadAccount = async (
  deps: Deps,
  {
    memberId,
    query,
    now,
  }: { memberId: string; query: { from?: string | undefined; to?: string | undefined }; now: number },
): Promise<{ range: Range; accounts: AccountStatement[]; stored: StoredAccount }> => {
  const to = query.to ?? iso(now).slice(0, 10);
  const range = { from: query.from ?? yearBefore(to), to };
  const [stored, disputes] = await Promise.all([deps.accounts.load(memberId), disputedLines(deps, memberId)]);
  return { range, accounts: accountStatements(stored.lines, range, disputes), stored };
};
