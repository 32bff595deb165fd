import type { AccountStore } from '../../layers/data/account-store.ts';
import {
  type AccountStatement,
  accountStatements,
  type Range,
} from '../../layers/domain/member-account/account-statement.ts';
import { iso } from '../../layers/runtime/clock.ts';

/** The day a year before. */
const yearBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return iso(date.getTime()).slice(0, 10);
};

/** A member's statement of account between the days that are asked for: until today, from a year before, unless said. */
export const accountAsked = async (
  accounts: AccountStore,
  {
    memberId,
    query,
    now,
  }: { memberId: string; query: { from?: string | undefined; to?: string | undefined }; now: number },
): Promise<{ range: Range; accounts: AccountStatement[] }> => {
  const to = query.to ?? iso(now).slice(0, 10);
  const range = { from: query.from ?? yearBefore(to), to };
  return { range, accounts: accountStatements((await accounts.load(memberId)).lines, range) };
};
