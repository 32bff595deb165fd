import { refuse } from '../../../layers/platform/http/outcome.ts';
import { isOver } from '../../items/public/hold.ts';
import { queueTo } from '../data/hold-candidates.ts';
import type { CirculationDeps } from '../deps.ts';
import type { decidePlaceHold } from '../domain/place-hold.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { withHold } from './load-hold.ts';
import type { HoldRequest } from './load-hold-request.ts';
import type { OperationInput } from './operation-input.ts';
import { planHold } from './plan-hold.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';
import { requestedPatron } from './resolve-patron.ts';

type HoldDecision = ReturnType<typeof decidePlaceHold>;
type Body = HoldRequest & {
  pickupBranch: string;
  wait: boolean;
  branchId?: string | undefined;
  patron?: string | undefined;
  member?: string | undefined;
};
type Placed = { hold: HoldView; warnings: 'local-copy-available'[] };

/**
 * Returns whether only a consortium loan gets the patron a copy: owners lend on request only, or all copies are on loan and waiting is
 * not accepted.
 */
const needsConsortiumLoan = (decision: HoldDecision, wait: boolean): boolean => {
  if (decision.fillability !== 'consortium-loan') return false;
  if ('refused' in decision) return decision.refused.every(({ code }) => code === 'only-on-request');
  return !wait;
};

const placedBy = ({ changes }: Extract<HoldDecision, { changes: unknown }>) => {
  const hold = changes.holds.map(({ after }) => after).find((after) => !isOver(after));
  if (!hold) throw new Error('A hold was decided and is not there.');
  return hold;
};

/** Places a hold for a patron: patrons for themselves, a desk for the patron it names. */
export const placeHold = async (deps: CirculationDeps, { actor, body, now, keep }: OperationInput<Body, Placed>) => {
  const who = requestedPatron(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const branch = await deps.branches.known(body.pickupBranch, now);
  if (!branch) return refuseUnknownBranch(body.pickupBranch, '/body/pickupBranch');
  const toPlan = { holdId: deps.ids.next('hold', now), who, body, branch, policies, now };
  const plan = async (consistency: { strong: boolean }) => {
    const planned = await planHold(deps, toPlan, consistency);
    if ('refused' in planned) return planned;
    const { decision, patron, recordIds } = planned;
    if (needsConsortiumLoan(decision, body.wait)) {
      const { later, onRequest } = decision.outlook;
      return refuse('consortium-loan', `No copy now: ${later} lent or spoken for, ${onRequest} on request only.`);
    }
    if ('refused' in decision) return decision;
    const hold = placedBy(decision);
    const ahead = await queueTo(deps.table, recordIds, hold);
    const answer: Placed = { hold: holdView(hold, withHold(hold, ahead)), warnings: decision.alerts };
    return { decided: decision, read: { patrons: [patron] }, answer };
  };
  return decideAndSave(deps.table, plan, keep);
};
