import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { partnerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerDeps, async ({ path }, { partners }) => {
  const found = await partners.show(path.partnerId);
  return found ? answer(found) : refuse('unknown-partner', 'There is no such partner.');
});
