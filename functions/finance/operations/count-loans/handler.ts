import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { endedLoans } from '../../data/loan-statistic-store.ts';
import { countLoans } from '../../domain/usage-report/loan-counts.ts';
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
