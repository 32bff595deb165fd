import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { planOf, type Scanned } from '../../use-cases/check-in-plan.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { overrideBy } from '../../use-cases/overriding.ts';
import { sharingHouse } from '../../use-cases/sharing-house.ts';
import { shipByScan } from '../../use-cases/ship-by-scan.ts';
import { newKey } from '../../use-cases/used-key.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingHouse,
  async ({ actor, body, now, idempotency }, { ids, sharing, ...house }) => {
    const policies = await house.policiesAt(now);
    if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
    const word = overrideBy(actor, body.branchId, body.override);
    if ('refused' in word) return word;
    const bySelfCheck = actor?.kind === 'machine';
    // At a machine the patron would date their own fine away.
    if (bySelfCheck && (body.returnedAt !== undefined || body.claimEnds !== undefined)) {
      return refuse('staff-only', contract.refusals['staff-only'].meaning);
    }
    const key = newKey(actor, contract.id, idempotency);
    const scanned: Scanned = {
      ...{ body, policies, now, ids, key },
      bySelfCheck,
      override: word.override,
      by: actorName(actor),
      ...(!bySelfCheck && { ship: (item) => shipByScan(sharing, { actor, branchId: body.branchId, now, key }, item) }),
    };
    const outcome = await decideAndSave(house.table, (reading) => planOf(house, scanned, reading));
    return 'refused' in outcome ? outcome : answer(outcome.ok);
  },
);
