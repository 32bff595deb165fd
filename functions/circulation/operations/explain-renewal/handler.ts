import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { calendarBranch } from '../../domain/policies.ts';
import { decideRenewal, saysEnoughToRenew } from '../../domain/renewal.ts';
import { explained } from '../../schemas/explanations.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { contract } from './contract.ts';

const reading = { strong: false };

export const handler = handle(contract, circulationDeps, async ({ body, now }, { ids, ...house }) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const item = await findItem(house, body.item, reading);
  if ('refused' in item) return item;
  if (!item.loan) return refuse('not-on-loan', 'The item is not lent.', '/body/item');
  const place = calendarBranch(policies, item, item.loan.checkoutBranch);
  const [calendars, patron, waiting] = await Promise.all([
    house.calendars([place], now),
    house.status(item.loan.patronId, reading),
    house.unions.waitingFor(item, saysEnoughToRenew({ item, policies, patronId: item.loan.patronId }), reading),
  ]);
  const calendar = calendars.get(place);
  if (!calendar || !patron) return refuse('unknown-branch', `${place} is no branch.`, '/body/item');
  const entries = { bill: ids.next('bill', now), entry: ids.next('entry', now) };
  const request = { item, patron, at: iso(now), policies, calendar, waiting, branchId: body.branchId, ids: entries };
  return answer(explained(decideRenewal(request)));
});
