import { useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Open, PatronLoan } from '../../circulation/desk/use-patron-view.ts';
import { useReadAgain } from './use-record.ts';

/** The result of a renewal at a desk; `asked`: the lending library was asked, and the due date stays until it agrees. */
export type Renewal =
  | { is: 'running' }
  | { is: 'renewed' | 'asked'; due: string }
  | { is: 'refused'; problem: Problem };

/** Renews loans of a patron at a desk, one after the other, with a result for each. */
export const useDeskRenewals = ({ patronId, branchId }: Open) => {
  const t = useTranslate();
  const again = useReadAgain(patronId);
  const [results, setResults] = useState<Record<string, Renewal>>({});
  const note = (loanId: string, result: Renewal): void => setResults((before) => ({ ...before, [loanId]: result }));
  const renew = async ({ loanId, barcode }: PatronLoan): Promise<void> => {
    note(loanId, { is: 'running' });
    await take(api.POST('/v1/circulation/renewals', { body: { branchId, item: barcode }, ...keyed(newKey()) }))
      .then(({ due, asked }) => note(loanId, { is: asked ? 'asked' : 'renewed', due }))
      .catch((thrown: unknown) => note(loanId, { is: 'refused', problem: asProblem(thrown) }));
  };
  const renewAll = async (loans: readonly PatronLoan[]): Promise<void> => {
    for (const loan of loans) if (loan.barcode !== '') await renew(loan);
    await again();
  };
  const all = Object.values(results);
  const isDone = all.length > 0 && all.every(({ is }) => is !== 'running');
  const renewed = all.filter(({ is }) => is === 'renewed').length;
  const refused = all.filter(({ is }) => is === 'refused').length;
  return { results, renewAll, message: isDone ? t('patron.renewal-news', { renewed, refused }) : '' };
};
