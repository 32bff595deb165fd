import { lookStore } from '../../../layers/data/look-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import { seesTitles } from '../../../layers/domain/patrons/openness.ts';
import { staffOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import type { Runtime } from '../../../layers/runtime/runtime.ts';
import { deskMoneyAt } from '../desk-money.ts';
import { circulationHouse } from '../house.ts';
import { refuseClosed } from '../opened.ts';
import { billsOf, holdsOf, loansOf, staffBillView } from '../views.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => ({ ...circulationHouse(runtime), looks: lookStore(openTable(runtime)) });

export const handler = handle(
  contract,
  compose,
  async ({ actor, path: { patronId }, body: { branchId }, now }, { ids, looks, ...house }) => {
    const patron = await house.standing(patronId);
    if (!patron) return refuse('unknown-patron', 'There is no such patron.', '/path/patronId');
    const [here, at] = [memberOfBranch(branchId), iso(now)];
    const atHome = patron.homeMember === here;
    const titles = seesTitles(patron, here);
    const closed = await refuseClosed(house, patron, branchId, now);
    if (closed) return closed;
    if (!atHome) await looks.note(patronId, { at, lookId: ids.next('look', now), branchId, by: staffOf(actor).id });
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
