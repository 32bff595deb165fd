import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { claims } from '../../items/public/hold-claims.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { costCentreOf } from '../../patrons/public/department-store.ts';
import { isStillMinor } from '../../patrons/public/is-still-minor.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { mayAct } from '../../patrons/public/proxy.ts';
import { proxyStands } from '../../patrons/public/proxy-stands.ts';
import { proxyStore } from '../../patrons/public/proxy-store.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { type CirculationPolicies, calendarBranch, policiesFor } from '../domain/decisions/policies.ts';
import type { CheckoutRequest } from '../domain/loans/checkout-request.ts';
import { couldServeOthers, lendingScan } from '../domain/loans/others-wait.ts';
import { loadItemHold, patronHoldOn } from './load-item-holds.ts';
import { loadOpenLoans } from './load-open-loans.ts';
import { refuseUnknownBranch } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';

/** The item and the patron of a checkout as read. */
type Pair = { item: ItemCirculation; patron: PatronStatus };

/** The branch, time (epoch ms) and policies of a checkout. */
type Lending = { branchId: string; policies: CirculationPolicies; now: number };

type ProxyRefusal = 'not-a-proxy' | 'unknown-patron' | 'card-replaced' | 'card-shared' | 'held-at';

/**
 * Resolves the proxy who borrows for the patron, with writes that check that the authorisation and the proxy's blocks are unchanged. An item on the
 * hold shelf is collected, any other is borrowed. Refuses a person without authorisation.
 */
export const resolveProxy = async (
  stores: CirculationStores,
  proxy: string | undefined,
  { item, patron, claim, at }: Pick<CheckoutRequest, 'item' | 'patron' | 'claim' | 'at'>,
  consistency: Consistency,
): Promise<{ acting: { proxy?: PatronStatus }; writes: Write[] } | { refused: RefusalOf<ProxyRefusal>[] }> => {
  if (proxy === undefined) return { acting: {}, writes: [] };
  const person = await resolvePatron(stores, { patron: proxy }, consistency);
  if ('refused' in person) return { refused: person.refused.map((one) => ({ ...one, pointer: '/body/proxy' })) };
  const leave = await proxyStore(stores.table).get(patron.patronId, person.patronId, consistency);
  const collects = claims(claim, item.itemId) && claim.patronId === patron.patronId;
  if (!leave || !mayAct(leave, collects ? 'collect' : 'borrow', at.slice(0, 10))) {
    return refuse('not-a-proxy', 'No leave, or it has ended.', '/body/proxy');
  }
  return { acting: { proxy: person }, writes: proxyStands(leave, person) };
};

/** Sums the debts of the minors for whom a patron is responsible, with their accrued fines, in minor units. Read only when the consortium limits it. */
const dependantsDebt = async (
  stores: CirculationStores,
  { patronId }: PatronStatus,
  { policies, now }: Pick<Lending, 'policies' | 'now'>,
): Promise<{ dependantsOwe?: number }> => {
  if (policies.blocks.body.dependantsOwedLimit === undefined) return {};
  const patrons = patronStore(stores.table);
  const dependants = await Promise.all(
    (await patrons.dependants(patronId)).map((dependantId) => patrons.get(dependantId)),
  );
  const minors = dependants.flatMap((dependant) => {
    if (dependant?.status.guarantorId !== patronId) return [];
    return isStillMinor(dependant.status, dependant.person.person, iso(now).slice(0, 10)) ? [dependant.status] : [];
  });
  const owed = minors.map(async (dependant) => {
    const { accrued = 0 } = await loadOpenLoans(stores, dependant, { policies, maxOverdue: null, now });
    return dependant.counters.owed + accrued;
  });
  return { dependantsOwe: (await Promise.all(owed)).reduce((sum, one) => sum + one, 0) };
};

/**
 * Loads the input of a checkout decision besides the item and the patron: calendar, holds, cost centre, open loans, debts of
 * dependants. A hold that is placed after this read counts as placed after the checkout: it waits for the next copy (ADR 91).
 */
export const loadCheckout = async (
  stores: CirculationStores,
  { item, patron }: Pair,
  { branchId, policies: adopted, now }: Lending,
  consistency: Consistency,
) => {
  const policies = policiesFor(adopted, patron);
  const at = iso(now);
  const place = calendarBranch(policies, item, branchId);
  const calendar = (await stores.calendars([place], now)).get(place);
  if (!calendar) return refuseUnknownBranch(place, '/body/branchId');
  const [claim, ownHold] = await Promise.all([
    loadItemHold(stores, item, consistency),
    patronHoldOn(stores, item, patron, consistency),
  ]);
  const { maxOverdue } = policies.blocks.body;
  const asked = { item, patron, branchId, at, policies, ...(claim && { claim }) };
  // Each is read only when a policy or the patron needs it; concurrently, because a patron waits at the desk.
  const [costCentre, open, debt, others] = await Promise.all([
    costCentreOf(stores.table, patron),
    loadOpenLoans(stores, patron, { policies, maxOverdue, now }),
    dependantsDebt(stores, patron, { policies, now }),
    couldServeOthers(asked) ? stores.unions.candidates(lendingScan(asked), consistency) : {},
  ]);
  const request: Omit<CheckoutRequest, 'loanId'> = {
    ...asked,
    calendar,
    ...(ownHold && { ownHold }),
    ...others,
    ...costCentre,
    ...open,
    ...debt,
  };
  return { request };
};
