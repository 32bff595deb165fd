import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { calendarBranch, policiesFor } from '../domain/decisions/policies.ts';
import { lateSince } from '../domain/loans/late-since.ts';
import { decideRenewal, saysEnoughToRenew } from '../domain/loans/renewal.ts';
import { explained } from '../schemas/explanations.ts';
import { findItem } from './find-item.ts';
import { loadOpenLoans } from './load-open-loans.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';

const eventually = { strong: false };

/** Explains how a renewal would be decided now, by the decision of the renewal itself, without writing it. */
export const explainRenewal = async (
  deps: CirculationDeps,
  { body, now }: { body: { branchId: string; item: string }; now: number },
) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const item = await findItem(deps, body.item, eventually);
  if ('refused' in item) return item;
  const { loan } = item;
  if (!loan) return refuse('not-on-loan', 'The item is not lent.', '/body/item');
  const place = calendarBranch(policies, item, loan.checkoutBranch);
  const [calendars, patron, waiting] = await Promise.all([
    deps.calendars([place], now, lateSince(loan, now)),
    deps.status(loan.patronId, eventually),
    deps.unions.waitingFor(item, saysEnoughToRenew({ item, policies, patronId: loan.patronId }), eventually),
  ]);
  const calendar = calendars.get(place);
  if (!calendar || !patron) return refuseUnknownBranch(place, '/body/item');
  const { accrued } = await loadOpenLoans(deps, patron, { policies, maxOverdue: null, now });
  const ids = { bill: deps.ids.next('bill', now), entry: deps.ids.next('entry', now) };
  const fines = accrued === undefined ? {} : { accrued };
  const request = {
    item,
    patron,
    at: iso(now),
    policies: policiesFor(policies, patron),
    calendar,
    waiting,
    branchId: body.branchId,
    ids,
    ...fines,
  };
  return answer(explained(decideRenewal(request)));
};
