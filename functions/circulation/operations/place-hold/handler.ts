import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { isOver } from '../../../items/public/hold.ts';
import { circulationDeps } from '../../deps.ts';
import type { decidePlaceHold } from '../../domain/place-hold.ts';
import { holdView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { queueTo } from '../../use-cases/hold-candidates.ts';
import { withHold } from '../../use-cases/load-hold.ts';
import { planHold } from '../../use-cases/plan-hold.ts';
import { requestedPatron } from '../../use-cases/requested-patron.ts';
import { contract } from './contract.ts';

type Looked = ReturnType<typeof decidePlaceHold>;

/** Whether the way to a copy is a consortium loan: owners lend on request only, or all copies are lent and nobody said to wait. */
const goesElsewhere = (decision: Looked, wait: boolean): boolean => {
  if (decision.fillability !== 'consortium-loan') return false;
  if ('refused' in decision) return decision.refused.every(({ code }) => code === 'only-on-request');
  return !wait;
};

const placedBy = ({ changes }: Extract<Looked, { changes: unknown }>) => {
  const hold = changes.holds.map(({ after }) => after).find((after) => !isOver(after));
  if (!hold) throw new Error('A hold was decided and is not there.');
  return hold;
};

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const who = requestedPatron(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const branch = await house.branches.known(body.pickupBranch, now);
  if (!branch) return refuse('unknown-branch', `${body.pickupBranch} is no branch.`, '/body/pickupBranch');
  const asked = { holdId: ids.next('hold', now), who, body, branch, policies, now };
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const looked = await planHold(house, asked, reading);
      if ('refused' in looked) return looked;
      const { decision, patron, recordIds } = looked;
      if (goesElsewhere(decision, body.wait)) {
        const { later, onRequest } = decision.outlook;
        return refuse('consortium-loan', `No copy now: ${later} lent or spoken for, ${onRequest} on request only.`);
      }
      if ('refused' in decision) return decision;
      const hold = placedBy(decision);
      const ahead = await queueTo(house.table, recordIds, hold);
      const shown = { hold: holdView(hold, withHold(hold, ahead)), warnings: decision.alerts };
      return { decided: decision, read: { patrons: [patron] }, answer: shown };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
