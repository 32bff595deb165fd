import type * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Batch, BatchLine } from '../data/batch-store.ts';
import { peopleOf } from '../data/people.ts';
import { shownName } from '../domain/identity/person.ts';
import type { patronBatchLineSchema, patronBatchSchema } from '../schemas.ts';

/** Returns a batch as the API shows it. */
export const batchView = (batch: Batch): z.input<typeof patronBatchSchema> => {
  const { batchId, state, at, by, reason, filter, change, counts } = batch;
  return { batchId, state, at, by, reason, change, counts, ...(filter && { filter }) };
};

/** Returns lines as the API shows them, with the name and the card of each patron who is still there. */
export const lineViews = async (
  { table }: { table: Table },
  lines: readonly BatchLine[],
): Promise<z.input<typeof patronBatchLineSchema>[]> => {
  const ids = lines.map(({ patronId }) => patronId);
  const people = await peopleOf(table, ids);
  return lines.map((line) => {
    const person = people.get(line.patronId);
    return { ...line, ...(person && { name: shownName(person.person), card: person.card }) };
  });
};
