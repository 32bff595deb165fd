import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { readDirectory } from '../../../membership/public/directory-store.ts';
import { circulationDeps } from '../../deps.ts';
import { decidePlaceHold } from '../../domain/place-hold.ts';
import { holdsPolicyOf } from '../../domain/policies.ts';
import { findPatron, ownHoldsOn } from '../../use-cases/find.ts';
import { forWhom } from '../../use-cases/for-whom.ts';
import { readWish } from '../../use-cases/hold-wish.ts';
import { refuseClosed } from '../../use-cases/opened.ts';
import { overdueOf } from '../../use-cases/overdue-of.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now }, house) => {
  const who = forWhom(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const [at, reading] = [iso(now), { strong: false }];
  const [patron, directory] = await Promise.all([findPatron(house, who, reading), readDirectory(house.table)]);
  if ('refused' in patron) return patron;
  const wish = await readWish(house, body, patron.homeMember, reading);
  if ('refused' in wish) return wish;
  const closed = body.branchId !== undefined && (await refuseClosed(house, patron, body.branchId, now));
  if (closed) return closed;
  const { recordIds, ...wanted } = wish;
  const ownHolds = await ownHoldsOn(house, patron, recordIds, reading);
  const overdue = await overdueOf(house, patron, holdsPolicyOf(policies).maxOverdue, at);
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
