import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { fastAddedOf } from '../../data/fast-added-store.ts';
import { tableDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tableDeps, async ({ path: { memberId }, query }, { table }) => {
  const page = await fastAddedOf(table, memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = page;
  return answer({ records: rows, ...(next === undefined ? {} : { next }) });
});
