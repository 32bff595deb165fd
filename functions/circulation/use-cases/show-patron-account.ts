import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logAccess } from '../../patrons/public/log-access.ts';
import { seesTitles } from '../../patrons/public/sees-titles.ts';
import type { CirculationDeps } from '../deps.ts';
import { policiesFor } from '../domain/decisions/policies.ts';
import { limitsOf } from '../domain/loans/limits-view.ts';
import { staffBillView } from '../schemas/views.ts';
import { deskMoneyAt } from './desk-money.ts';
import { accruedIn, billsOf, holdsOf, loansOf } from './patron-account.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';

type Input = {
  actor: Actor | undefined;
  patronId: string;
  branchId: string;
  settled?: boolean | undefined;
  now: number;
};

/** Shows a desk the loans, holds and bills of a patron, with titles as far as the desk may read them. */
export const showPatronAccount = async (deps: CirculationDeps, { actor, patronId, branchId, settled, now }: Input) => {
  const patron = await deps.status(patronId);
  if (!patron) return refuse('unknown-patron', 'There is no such patron.', '/path/patronId');
  const [here, at] = [memberOfBranch(branchId), iso(now)];
  const titles = seesTitles(patron, here);
  const closed = await refuseClosedRecord(deps, patron, branchId, now);
  if (closed) return closed;
  await logAccess(deps, { actor, patron, branchId, now });
  const mayRead = ({ itemMember, branch }: { itemMember?: string; branch: string }): boolean =>
    titles || itemMember === here || branch.startsWith(`${here}.`);
  // A debt that no longer exists concerns only the library that charged it and the patron's own.
  const concernsDesk = ({ member }: { member: string }): boolean => [member, patron.homeMember].includes(here);
  const [loans, holds, owed] = await Promise.all([
    loansOf(deps, patronId, now, at, mayRead),
    holdsOf(deps, patronId, now, mayRead),
    billsOf(deps, patronId, now, staffBillView, { shown: mayRead, settled: settled ? concernsDesk : undefined }),
  ]);
  const [accrued, policies] = [accruedIn(loans), await deps.policiesAt(now)];
  const limits = policies && limitsOf(patron, policiesFor(policies, patron), accrued);
  return answer({
    loans,
    holds,
    ...owed,
    accrued,
    desk: await deskMoneyAt(deps, { now, branchId }),
    ...(limits && { limits }),
  });
};
