import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { loadView } from '../../data/load-store.ts';
import { policiesAt } from '../../use-cases/run-part.ts';
import { loadStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadStores, async ({ path, body, now }, { table, loads, members, ids }) => {
  const { memberId } = path;
  if (!(await members.get(memberId))) return refuse('unknown-member', `There is no member ${memberId}.`);
  const policies = await policiesAt(table, now);
  if (!policies) return refuse('no-loan-rules', 'Adopt loan rules and block thresholds first.');
  const { currency } = policies.loanRules.body;
  if (body.mapping.currency !== currency)
    return refuse('currency-differs', `The loan rules are in ${currency}.`, '/body/mapping/currency');
  const load = { loadId: ids.next('load', now), memberId, createdAt: iso(now), ...body };
  await loads.open(load);
  return answer(loadView(load));
});
