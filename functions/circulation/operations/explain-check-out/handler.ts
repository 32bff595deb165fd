import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { noteLook } from '../../../patrons/public/note-look.ts';
import { circulationDeps } from '../../deps.ts';
import { decideCheckout } from '../../domain/checkout.ts';
import { calendarBranch } from '../../domain/policies.ts';
import { explained } from '../../schemas/explanations.ts';
import { countOverdue } from '../../use-cases/count-overdue.ts';
import { dependantsDebt } from '../../use-cases/dependants-debt.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { loadItemHold, patronHoldOn } from '../../use-cases/load-item-holds.ts';
import { refuseClosedRecord } from '../../use-cases/refuse-closed-record.ts';
import { resolvePatron } from '../../use-cases/resolve-patron.ts';
import { contract } from './contract.ts';

const reading = { strong: false };

export const handler = handle(contract, circulationDeps, async ({ actor, body, now }, { ids, ...house }) => {
  const { branchId } = body;
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const [item, patron] = await Promise.all([findItem(house, body.item, reading), resolvePatron(house, body, reading)]);
  if ('refused' in item) return item;
  if ('refused' in patron) return patron;
  const closed = await refuseClosedRecord(house, patron, branchId, now);
  if (closed) return closed;
  await noteLook({ ...house, ids }, { actor, patron, branchId, now });
  const place = calendarBranch(policies, item, branchId);
  const calendar = (await house.calendars([place], now)).get(place);
  if (!calendar) return refuse('unknown-branch', `${place} is no branch.`, '/body/branchId');
  const [claim, ownHold] = await Promise.all([
    loadItemHold(house, item, reading),
    patronHoldOn(house, item, patron, reading),
  ]);
  const decision = decideCheckout({
    ...{ item, patron, branchId, at: iso(now), loanId: ids.next('loan', now), policies, calendar },
    ...(claim && { claim }),
    ...(ownHold && { ownHold }),
    ...(await countOverdue(house, patron, policies.blocks.body.maxOverdue, iso(now))),
    ...(await dependantsDebt(house, patron, policies.blocks.body.wardsOwedLimit, iso(now))),
  });
  return answer(explained(decision));
});
