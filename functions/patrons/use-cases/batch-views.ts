import type * as z from 'zod';
import type { Batch, BatchLine } from '../data/batch-store.ts';
import type { StoredPerson } from '../data/patron-schemas.ts';
import { shownName } from '../domain/person.ts';
import type { patronBatchLineSchema, patronBatchSchema } from '../schemas.ts';

/** Returns a batch as the API shows it. */
export const batchView = (batch: Batch): z.input<typeof patronBatchSchema> => {
  const { batchId, state, at, by, reason, filter, change, counts } = batch;
  return { batchId, state, at, by, reason, change, counts, ...(filter && { filter }) };
};

/** Returns a line as the API shows it, with the name and the card of the patron who is still there. */
export const lineView = (line: BatchLine, person: StoredPerson | undefined): z.input<typeof patronBatchLineSchema> => ({
  ...line,
  ...(person && { name: shownName(person.person), card: person.card }),
});
