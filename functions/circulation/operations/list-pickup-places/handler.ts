import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { readDirectory } from '../../../membership/public/directory-store.ts';
import { circulationDeps } from '../../deps.ts';
import { decidePlaceHold } from '../../domain/place-hold.ts';
import { holdsPolicyOf } from '../../domain/policies.ts';
import { countOverdue } from '../../use-cases/count-overdue.ts';
import { loadHoldRequest } from '../../use-cases/load-hold-request.ts';
import { patronHoldsOn } from '../../use-cases/load-item-holds.ts';
import { refuseClosedRecord } from '../../use-cases/refuse-closed-record.ts';
import { requestedPatron } from '../../use-cases/requested-patron.ts';
import { resolvePatron } from '../../use-cases/resolve-patron.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now }, house) => {
  const who = requestedPatron(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const [at, reading] = [iso(now), { strong: false }];
  const [patron, directory] = await Promise.all([resolvePatron(house, who, reading), readDirectory(house.table)]);
  if ('refused' in patron) return patron;
  const wish = await loadHoldRequest(house, body, patron.homeMember, reading);
  if ('refused' in wish) return wish;
  const closed = body.branchId !== undefined && (await refuseClosedRecord(house, patron, body.branchId, now));
  if (closed) return closed;
  const { recordIds, ...wanted } = wish;
  const ownHolds = await patronHoldsOn(house, patron, recordIds, reading);
  const overdue = await countOverdue(house, patron, holdsPolicyOf(policies).maxOverdue, at);
  const branches = directory.flatMap((member) => member.branches);
  // The very decision that placing it is: so the two cannot come apart.
  const accepted = branches.filter(({ branchId, pickup: allowsPickup, calendar }) => {
    const pickup = { branchId, allowsPickup, calendar };
    return !(
      'refused' in decidePlaceHold({ holdId: '', patron, pickup, at, policies, ownHolds, ...wanted, ...overdue })
    );
  });
  const places = accepted.map(({ branchId, name }) => ({ branchId, name, memberId: memberOfBranch(branchId) }));
  return answer({ places });
});
