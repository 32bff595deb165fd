import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { deskDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskDeps, async ({ query: { memberId, after } }, { desks }) => {
  const page = await desks.list(memberId, { limit: 50, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ desks: page.rows, ...(page.next ? { next: page.next } : {}) });
});
