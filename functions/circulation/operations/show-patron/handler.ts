import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { noteLook } from '../../../patrons/public/note-look.ts';
import { seesTitles } from '../../../patrons/public/openness.ts';
import { circulationDeps } from '../../deps.ts';
import { staffBillView } from '../../schemas/views.ts';
import { deskMoneyAt } from '../../use-cases/desk-money.ts';
import { billsOf, holdsOf, loansOf } from '../../use-cases/patron-account.ts';
import { refuseClosedRecord } from '../../use-cases/refuse-closed-record.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  circulationDeps,
  async ({ actor, path: { patronId }, body: { branchId }, now }, { ids, ...house }) => {
    const patron = await house.status(patronId);
    if (!patron) return refuse('unknown-patron', 'There is no such patron.', '/path/patronId');
    const [here, at] = [memberOfBranch(branchId), iso(now)];
    const titles = seesTitles(patron, here);
    const closed = await refuseClosedRecord(house, patron, branchId, now);
    if (closed) return closed;
    await noteLook({ ...house, ids }, { actor, patron, branchId, now });
    const shown = ({ itemMember, branch }: { itemMember?: string; branch: string }): boolean =>
      titles || itemMember === here || branch.startsWith(`${here}.`);
    const [loans, holds, owed] = await Promise.all([
      loansOf(house, patronId, now, at, shown),
      holdsOf(house, patronId, now, shown),
      billsOf(house, patronId, now, staffBillView, shown),
    ]);
    return answer({ loans, holds, ...owed, desk: await deskMoneyAt(house, now) });
  },
);
