import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { reconciliationDeps } from '../../deps.ts';
import { reconcileMonth, reconciliationView } from '../../use-cases/reconcile-month.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reconciliationDeps, async ({ path, now }, deps) => {
  const month = await reconcileMonth(deps, path.month, now);
  if ('refused' in month) return refuse('no-report', month.refused[0]?.detail ?? 'There is no report.', '/path/month');
  return answer(reconciliationView(month));
});
