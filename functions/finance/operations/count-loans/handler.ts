import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { loanCountDeps } from '../../deps.ts';
import { countLoans } from '../../domain/usage-report/loan-counts.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  loanCountDeps,
  async ({ path: { month }, query: { member } }, { countedLoans }) => {
    const counts = countLoans(await countedLoans(member, month));
    const sum = (what: 'loans' | 'renewals' | 'persons'): number => counts.reduce((all, one) => all + one[what], 0);
    return answer({ loans: sum('loans'), renewals: sum('renewals'), persons: sum('persons'), counts });
  },
);
