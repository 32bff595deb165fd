import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { billDeps } from '../../deps.ts';
import { billView } from '../../domain/cloud-bills/stored-bill.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, billDeps, async ({ path: { month } }, deps) => {
  const { bills } = await deps.bills.ofMonth(month);
  return answer({ bills: bills.toReversed().map(billView) });
});
