import { accountStore } from '../../../layers/data/account-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { accountStatements } from '../../../layers/domain/statements/account.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { contract } from './contract.ts';

/** The day a year before. */
const yearBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return iso(date.getTime()).slice(0, 10);
};

export const handler = handle(
  contract,
  (runtime) => ({ accounts: accountStore(openTable(runtime)) }),
  async ({ path: { memberId }, query, now }, { accounts }) => {
    const to = query.to ?? iso(now).slice(0, 10);
    const range = { from: query.from ?? yearBefore(to), to };
    return answer({ memberId, ...range, accounts: accountStatements(await accounts.ofMember(memberId), range) });
  },
);
