import { policyStore } from '../../../layers/data/policy-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { otherCurrency, sharesCurrencyWith } from '../../../layers/domain/policy/one-currency.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ policies: policyStore(openTable(runtime)) }),
  async ({ actor, body, now }, { policies, ids }) => {
    const begins = body.effectiveFrom === undefined ? now : Date.parse(body.effectiveFrom);
    if (begins < now) return refuse('in-the-past', 'Choose now or later.', '/body/effectiveFrom');
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
    return answer(await policies.adopt({ ...body, effectiveFrom: iso(begins), adoptedBy }, line));
  },
);
