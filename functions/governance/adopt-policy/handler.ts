import { policyStore } from '../../../layers/data/policy-store.ts';
import { openTable } from '../../../layers/data/table.ts';
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
    const adoptedBy = actorName(actor);
    const { decisionReference } = body;
    const adopted = await policies.adopt({ ...body, effectiveFrom: iso(begins), adoptedBy }, (version) => ({
      subject: `policy:${body.kind}`,
      at: iso(now),
      auditId: ids.next('audit', now),
      by: adoptedBy,
      did: 'adopt-policy',
      detail: { version, effectiveFrom: iso(begins), decisionReference },
    }));
    return answer(adopted);
  },
);
