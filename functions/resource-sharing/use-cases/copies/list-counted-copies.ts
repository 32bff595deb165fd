import type { PageRequest } from '../../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { CopyRecord } from '../../data/copyright-rows.ts';
import type { PeriodicalYear } from '../../data/copyright-years.ts';
import type { copyrightDeps } from '../../deps.ts';
import { copyrightRulesOf } from '../../domain/copyright/copyright-policy.ts';

const copyView = ({ requestId, requestedOn, article, compliance, state, endedAt, decided }: CopyRecord) => {
  const { title: _title, issn: _issn, ...part } = article;
  const ended = { ...(endedAt && { endedAt }), ...(decided && { decided }) };
  return { requestId, requestedOn, ...part, compliance, state, ...ended };
};

const periodicalView = ({ copies, ...periodical }: PeriodicalYear) => ({
  ...periodical,
  copies: copies.map(copyView),
});

type Input = { memberId: string; query: PageRequest & { year: string }; now: number };

/**
 * Lists a page of the periodicals of which a member asked for copies in a year, with the copies and the rules by which they are counted.
 * `now` in epoch ms.
 */
export const listCountedCopies = async (
  { copies, sharing }: ReturnType<typeof copyrightDeps>,
  { memberId, query: { year, ...wanted }, now }: Input,
) => {
  const [page, policy] = await Promise.all([copies.list(memberId, year, wanted), sharing(now)]);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { country, rules, perYear } = copyrightRulesOf(policy.copyright, memberId);
  const periodicals = page.rows.map(periodicalView);
  return answer({ year, country, rules, perYear, periodicals, ...(page.next && { next: page.next }) });
};
