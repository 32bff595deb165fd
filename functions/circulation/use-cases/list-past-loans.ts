import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PastLoanDeps } from '../deps.ts';

const PAGE = 50;

type Input = { patronId: string; after: string | undefined; now: number };

/** Lists the past loans of a patron, the latest first, and whether the history is on. */
export const listPastLoans = async (
  { past, patrons, titles }: Pick<PastLoanDeps, 'past' | 'patrons' | 'titles'>,
  { patronId, after, now }: Input,
) => {
  const status = await patrons.status(patronId);
  if (!status) return refuse('gone', 'This patron is no longer here.');
  const page = await past.list(patronId, { limit: PAGE, after }, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const loans = await Promise.all(
    page.rows.map(async ({ loanId, recordId, sourceId, checkoutBranch, checkedOutAt, endedAt, expiresAt, ...loan }) => {
      const title = loan.title ?? (await titles.ofSource(sourceId, now));
      return {
        ...{ loanId, checkoutBranch, checkedOutAt, endedAt },
        ...(recordId !== undefined && { recordId }),
        ...(title !== undefined && { title }),
        ...(expiresAt !== undefined && { until: iso(expiresAt * 1000) }),
      };
    }),
  );
  return answer({ on: status.keepsHistory === true, loans, ...(page.next ? { next: page.next } : {}) });
};
