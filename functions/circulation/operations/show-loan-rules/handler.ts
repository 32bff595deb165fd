import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { showLoanRules } from '../../use-cases/show-loan-rules.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ query, now }, deps) => {
  const outcome = await showLoanRules(deps, query, now);
  return 'refused' in outcome ? outcome : answer(outcome);
});
