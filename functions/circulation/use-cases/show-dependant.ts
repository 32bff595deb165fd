import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { defaultPatrons, patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { guardianSees } from '../../patrons/public/guardian-sees.ts';
import type { PatronStore } from '../../patrons/public/patron-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { accruedFines } from './accrued-fines.ts';

type Deps = Pick<CirculationStores, 'items' | 'bills' | 'titles' | 'policies' | 'policiesAt' | 'calendars'> & {
  patrons: PatronStore;
};

/** Lists the loans and bills of a dependant, with titles when the policy permits a guardian to see them. */
export const showDependant = async (deps: Deps, patronId: string, guardianId: string, now: number) => {
  const dependant = await deps.patrons.get(patronId);
  const policy = (await deps.policies.inForce(patronsKind, now))?.body ?? defaultPatrons;
  const today = iso(now).slice(0, 10);
  const sight = dependant && guardianSees(dependant.status, dependant.person.person, guardianId, policy, today);
  if (!sight || sight === 'nothing')
    return refuse('dependant-unknown', 'You answer for no such patron.', '/path/patronId');
  const [items, bills] = await Promise.all([deps.items.lentTo(patronId), deps.bills.open(patronId)]);
  const titleOf = async (sourceId: string | undefined) => {
    const title = sight === 'titles' && sourceId !== undefined ? await deps.titles.ofSource(sourceId, now) : undefined;
    return title === undefined ? {} : { title };
  };
  const billed = await deps.items.getMany(bills.flatMap(({ itemId }) => itemId ?? []));
  const sourceOf = (itemId: string | undefined) => billed.find((item) => item.itemId === itemId)?.sourceId;
  const fineOf = await accruedFines(deps, items, now);
  const loans = items.flatMap((item) => (item.loan ? [{ ...item, loan: item.loan, accrued: fineOf(item) }] : []));
  const loanViews = loans.map(async ({ loan: { due, checkoutBranch }, sourceId, accrued }) => ({
    ...{ due, checkoutBranch },
    ...(accrued && { accrued }),
    ...(await titleOf(sourceId)),
  }));
  const billViews = bills.map(async ({ billId, kind, at, amount, open, currency, itemId }) => ({
    ...{ billId, kind, at, amount, open, currency },
    ...(await titleOf(sourceOf(itemId))),
  }));
  return { patronId, sight, loans: await Promise.all(loanViews), bills: await Promise.all(billViews) };
};
