import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { branchAt } from '../../membership/public/branch-at.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import type { CirculationDeps } from '../deps.ts';
import { holdsPolicyOf, policiesFor } from '../domain/decisions/policies.ts';
import { decidePlaceHold } from '../domain/holds/place-hold.ts';
import type { RequestedTitle } from '../schemas/hold-requests.ts';
import { choosingFor } from './choose-copies.ts';
import { type ChooseCopies, loadHoldRequest } from './load-hold-request.ts';
import { patronHoldsOn } from './load-item-holds.ts';
import { loadOpenLoans } from './load-open-loans.ts';
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
  const adopted = await deps.policiesAt(now);
  if (!adopted) return refuseWithoutPolicies();
  const at = iso(now);
  const [patron, directory] = await Promise.all([resolvePatron(deps, who, eventually), readDirectory(deps.table)]);
  if ('refused' in patron) return patron;
  const policies = policiesFor(adopted, patron);
  const load = (choose?: ChooseCopies) =>
    loadHoldRequest(deps, { input: body, member: patron.homeMember, choose }, eventually);
  const loaded = await load(choosingFor(deps, { patron, pickupBranch: patron.homeBranch }, policies, eventually));
  if ('refused' in loaded) return loaded;
  const closed = body.branchId !== undefined && (await refuseClosedRecord(deps, patron, body.branchId, now));
  if (closed) return closed;
  const { recordIds, ...wanted } = loaded;
  const ownHolds = await patronHoldsOn(deps, patron, recordIds, eventually);
  const { maxOverdue } = holdsPolicyOf(policies);
  const open = await loadOpenLoans(deps, patron, { policies, maxOverdue, now });
  const request = { holdId: '', patron, at, policies, ownHolds, ...open };
  const offered = directory
    .flatMap((member) => member.branches)
    .filter(({ pickup }) => pickup)
    .map((branch) => branchAt(branch, now));
  const acceptedWith = (found: typeof wanted) =>
    offered.filter(({ branchId, calendar }) => {
      const pickup = { branchId, allowsPickup: true, calendar };
      return !('refused' in decidePlaceHold({ ...request, ...found, pickup }));
    });
  let accepted = acceptedWith(wanted);
  // What some copies permit, all permit; whether another copy permits the other branches, all of them must say.
  if (wanted.sampled && accepted.length < offered.length) {
    const all = await load();
    if ('refused' in all) return all;
    accepted = acceptedWith(all);
  }
  const places = accepted.map(({ branchId, name }) => ({ branchId, name, memberId: memberOfBranch(branchId) }));
  return answer({ places });
};
