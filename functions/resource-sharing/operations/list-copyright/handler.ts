import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { copyrightDeps } from '../../deps.ts';
import { copyrightRulesOf } from '../../domain/copyright/copyright-policy.ts';
import { listCountedCopies } from '../../use-cases/copies/list-counted-copies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyrightDeps, async ({ path: { memberId }, query, now }, deps) => {
  const [page, policy] = await Promise.all([listCountedCopies(deps, memberId, query), deps.sharing(now)]);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { country, rules, perYear } = copyrightRulesOf(policy.copyright, memberId);
  const { rows: periodicals, next } = page;
  return answer({ year: query.year, country, rules, perYear, periodicals, ...(next && { next }) });
});
