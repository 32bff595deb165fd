import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { loadDeps } from '../../deps.ts';
import { hasDecimalsOfCurrency } from '../../domain/files/mapping.ts';
import { loadView } from '../../use-cases/load-views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadDeps, async ({ path, body, now }, { policiesAt, loads, members, ids }) => {
  const { memberId } = path;
  if (!(await members.get(memberId))) return refuse('unknown-member', `There is no member ${memberId}.`);
  const policies = await policiesAt(now);
  if (!policies) return refuse('no-loan-rules', 'Adopt loan rules and block thresholds first.');
  const { currency } = policies.loanRules.body;
  if (body.mapping.currency !== currency)
    return refuse('currency-differs', `The loan rules are in ${currency}.`, '/body/mapping/currency');
  if (!hasDecimalsOfCurrency(body.mapping))
    return refuse('currency-differs', 'The currency has other decimals.', '/body/mapping/decimals');
  const load = { loadId: ids.next('load', now), memberId, createdAt: iso(now), ...body };
  await loads.open(load);
  return answer(loadView(load));
});
