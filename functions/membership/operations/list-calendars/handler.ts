import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ path: { branchId }, query }, { branches }) => {
  const page = await branches.calendars(branchId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows: calendars, next } = page;
  return answer({ calendars, ...(next !== undefined && { next }) });
});
