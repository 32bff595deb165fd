import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { partnerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerDeps, async ({ query }, { partners }) => {
  const page = await partners.list(query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { rows, next } = page;
  return answer({ partners: rows, ...(next && { next }) });
});
