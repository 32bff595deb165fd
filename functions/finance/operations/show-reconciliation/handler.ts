import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { reconciliationHouse, reconciliationView } from '../../use-cases/reconciliations.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reconciliationHouse, async ({ path, now }, { reconciled }) => {
  const month = await reconciled(path.month, now);
  if ('refused' in month) return refuse('no-report', month.refused[0]?.detail ?? 'There is no report.', '/path/month');
  return answer(reconciliationView(month));
});
