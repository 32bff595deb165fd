import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { pastLoanDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pastLoanDeps, async ({ actor, query, now }, { past, patrons, titles }) => {
  const { id } = patronOf(actor);
  const status = await patrons.status(id);
  if (!status) return refuse('gone', 'This patron is no longer here.');
  const page = await past.list(id, { limit: 50, after: query.after }, now);
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
});
