import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { valueDeps } from '../../deps.ts';
import { showValue } from '../../use-cases/show-value.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, valueDeps, async ({ query }, deps) => {
  const shown = await showValue(deps, query);
  return 'refused' in shown ? shown : answer(shown);
});
