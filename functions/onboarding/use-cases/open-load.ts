import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { StoredLoad } from '../data/load-store.ts';
import type { LoadDeps } from '../deps.ts';
import { hasDecimalsOfCurrency } from '../domain/files/mapping.ts';
import { loadView } from './load-views.ts';

type Deps = Pick<LoadDeps, 'policiesAt' | 'loads' | 'members'> & { ids: Ids };

/** Opens a load of a member, in the currency of the loan rules in force. */
export const openLoad = async (
  { policiesAt, loads, members, ids }: Deps,
  wanted: Omit<StoredLoad, 'loadId' | 'createdAt'>,
  now: number,
) => {
  const { memberId, mapping } = wanted;
  if (!(await members.get(memberId))) return refuse('unknown-member', `There is no member ${memberId}.`);
  const policies = await policiesAt(now);
  if (!policies) return refuse('no-loan-rules', 'Adopt loan rules and block thresholds first.');
  const { currency } = policies.loanRules.body;
  if (mapping.currency !== currency)
    return refuse('currency-differs', `The loan rules are in ${currency}.`, '/body/mapping/currency');
  if (!hasDecimalsOfCurrency(mapping))
    return refuse('currency-differs', 'The currency has other decimals.', '/body/mapping/decimals');
  const load = { ...wanted, loadId: ids.next('load', now), createdAt: iso(now) };
  await loads.open(load);
  return answer(loadView(load));
};
