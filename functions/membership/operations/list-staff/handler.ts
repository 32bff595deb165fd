import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { staffDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, staffDeps, async ({ query: { memberId, after } }, { staff }) => {
  const page = await staff.list(memberId, { limit: 50, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { rows, next } = page;
  return answer({ staff: rows, ...(next ? { next } : {}) });
});
