import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { machineDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineDeps, async ({ query: { memberId, after } }, { machines }) => {
  const page = await machines.list(memberId, { limit: 50, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ machines: page.rows, ...(page.next ? { next: page.next } : {}) });
});
