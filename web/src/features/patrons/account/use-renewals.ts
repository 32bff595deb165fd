import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';

export type Loan = Answered<'circulation-list-my-loans'>['loans'][number];
/** The result of a renewal; `asked`: the lending library was asked, and the due date stays until it agrees. */
export type Renewal =
  | { is: 'running' }
  | { is: 'renewed' | 'asked'; due: string }
  | { is: 'refused'; problem: Problem };

/** Renews one loan or all, one after the other, and returns the result for each. */
export const useRenewals = () => {
  const client = useQueryClient();
  const [results, setResults] = useState<Record<string, Renewal>>({});
  const note = (loanId: string, result: Renewal): void => setResults((before) => ({ ...before, [loanId]: result }));
  const renew = async ({ loanId, barcode, itemId }: Loan): Promise<void> => {
    note(loanId, { is: 'running' });
    const body = { item: barcode || itemId };
    await take(api.POST('/v1/circulation/renewals', { body, ...keyed(newKey()) }))
      .then(({ due, asked }) => note(loanId, { is: asked ? 'asked' : 'renewed', due }))
      .catch((thrown: unknown) => note(loanId, { is: 'refused', problem: asProblem(thrown) }));
  };
  const renewAll = async (loans: readonly Loan[]): Promise<void> => {
    for (const loan of loans) await renew(loan);
    await client.invalidateQueries({ queryKey: ['loans'] });
  };
  return { results, renewAll };
};
