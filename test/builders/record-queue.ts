import { unionsOf } from '../../functions/circulation/data/union-queues.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { holdsIn } from './stored-holds.ts';

/** Returns the ids of the holds in the queue of the record to which an id leads, in their order. */
export const queueOfRecord = async (table: Table, recordId: string): Promise<string[]> => {
  const union = await unionsOf(table).find(recordId, { strong: true });
  const holds = await holdsIn(table).queue(union?.recordIds ?? [], { strong: true });
  return holds.map(({ holdId }) => holdId);
};
