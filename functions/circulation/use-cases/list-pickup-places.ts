import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import type { CirculationDeps } from '../deps.ts';
import { decidePlaceHold } from '../domain/place-hold.ts';
import { holdsPolicyOf } from '../domain/policies.ts';
import type { RequestedTitle } from '../schemas/hold-requests.ts';
import { countOverdue } from './count-overdue.ts';
import { loadHoldRequest } from './load-hold-request.ts';
import { patronHoldsOn } from './load-item-holds.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';
import { requestedPatron, resolvePatron } from './resolve-patron.ts';

type Body = RequestedTitle & {
  patron?: string | undefined;
  member?: string | undefined;
  branchId?: string | undefined;
};

const eventually = { strong: false };

/** Lists the branches where a hold could be picked up, by the decision that places it. */
export const listPickupPlaces = async (
  deps: CirculationDeps,
  { actor, body, now }: { actor: Actor | undefined; body: Body; now: number },
) => {
  const who = requestedPatron(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const at = iso(now);
  const [patron, directory] = await Promise.all([resolvePatron(deps, who, eventually), readDirectory(deps.table)]);
  if ('refused' in patron) return patron;
  const loaded = await loadHoldRequest(deps, body, patron.homeMember, eventually);
  if ('refused' in loaded) return loaded;
  const closed = body.branchId !== undefined && (await refuseClosedRecord(deps, patron, body.branchId, now));
  if (closed) return closed;
  const { recordIds, ...wanted } = loaded;
  const ownHolds = await patronHoldsOn(deps, patron, recordIds, eventually);
  const overdue = await countOverdue(deps, patron, holdsPolicyOf(policies).maxOverdue, at);
  const request = { holdId: '', patron, at, policies, ownHolds, ...wanted, ...overdue };
  const accepted = directory
    .flatMap((member) => member.branches)
    .filter(({ branchId, pickup: allowsPickup, calendar }) => {
      const pickup = { branchId, allowsPickup, calendar };
      return !('refused' in decidePlaceHold({ ...request, pickup }));
    });
  const places = accepted.map(({ branchId, name }) => ({ branchId, name, memberId: memberOfBranch(branchId) }));
  return answer({ places });
};
