import { endedLoans } from '../../../layers/data/loan-statistic-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { countLoans } from '../../../layers/domain/report/loan-counts.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ path: { month }, query: { member } }, { table }) => {
    const counts = countLoans(await endedLoans(table, member, month));
    const sum = (what: 'loans' | 'renewals'): number => counts.reduce((all, one) => all + one[what], 0);
    return answer({ loans: sum('loans'), renewals: sum('renewals'), counts });
  },
);
