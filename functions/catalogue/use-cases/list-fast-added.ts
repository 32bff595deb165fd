import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { fastAddedOf } from '../data/fast-added-store.ts';

/** Lists a page of the brief records of a member that wait for its cataloguers. */
export const listFastAdded = async (table: Table, memberId: string, page: PageRequest) => {
  const found = await fastAddedOf(table, memberId, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = found;
  return answer({ records: rows, ...(next === undefined ? {} : { next }) });
};
