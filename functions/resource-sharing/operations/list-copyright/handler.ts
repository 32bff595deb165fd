import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import type { CopyRecord } from '../../data/copyright-rows.ts';
import { copyrightStore } from '../../data/copyright-store.ts';
import type { PeriodicalYear } from '../../data/copyright-years.ts';
import { sharingPolicy } from '../../data/sharing-policy.ts';
import { copyrightRulesOf } from '../../domain/copyright/copyright-policy.ts';
import { contract } from './contract.ts';

const copyView = ({ requestId, requestedOn, article, compliance, state, endedAt, decided }: CopyRecord) => {
  const { title: _title, issn: _issn, ...part } = article;
  const ended = { ...(endedAt && { endedAt }), ...(decided && { decided }) };
  return { requestId, requestedOn, ...part, compliance, state, ...ended };
};

const periodicalView = ({ copies, ...periodical }: PeriodicalYear) => ({
  ...periodical,
  copies: copies.map(copyView),
});

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { copies: copyrightStore(table), sharing: sharingPolicy(policyStore(table)) };
  },
  async ({ path: { memberId }, query: { year, ...wish }, now }, { copies, sharing }) => {
    const [page, policy] = await Promise.all([copies.list(memberId, year, wish), sharing(now)]);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    const { country, rules, perYear } = copyrightRulesOf(policy.copyright, memberId);
    const { rows, next } = page;
    return answer({ year, country, rules, perYear, periodicals: rows.map(periodicalView), ...(next && { next }) });
  },
);
