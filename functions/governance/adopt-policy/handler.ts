import { periodStore } from '../../../layers/data/period-store.ts';
import { policyStore } from '../../../layers/data/policy-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { otherCurrency, sharesCurrencyWith } from '../../../layers/domain/policy/one-currency.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { judgedPriceChange } from '../price-changes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return {
      policies: policyStore(table),
      periods: periodStore(table),
      region: runtime.environment.need('AWS_REGION'),
    };
  },
  async ({ actor, body, now }, { policies, periods, region, ids }) => {
    const begins = body.effectiveFrom === undefined ? now : Date.parse(body.effectiveFrom);
    // What a price is becomes known by a bill, later than it holds: a price change may reach back, other policies may not.
    const isPrices = body.kind === 'price-book';
    if (!isPrices && begins < now) return refuse('in-the-past', 'Choose now or later.', '/body/effectiveFrom');
    const judged = isPrices && (await judgedPriceChange({ periods, region }, body.body, { begins, now }));
    if (judged && 'refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
    const others = await Promise.all(sharesCurrencyWith(body.kind).map((kind) => policies.list(kind)));
    const other = otherCurrency({ ...body, effectiveFrom: iso(begins) }, others.flat());
    if (other) return refuse('other-currency', `Patrons' bills are counted in ${other}.`, '/body/body/currency');
    const adoptedBy = actorName(actor);
    const { decisionReference } = body;
    const line = (version: number) => ({
      subject: `policy:${body.kind}`,
      at: iso(now),
      auditId: ids.next('audit', now),
      by: adoptedBy,
      did: 'adopt-policy',
      detail: { version, effectiveFrom: iso(begins), decisionReference },
    });
    const checks = judged ? judged.checks : [];
    const adopted = await policies.adoptWhile({ ...body, effectiveFrom: iso(begins), adoptedBy }, line, checks);
    if (adopted) return answer(adopted);
    return refuse('period-written', 'The statements of such a month were written just now.', '/body/effectiveFrom');
  },
);
