import type * as z from 'zod';
import type { ItemBatch, ItemBatchLine } from '../data/item-batch-store.ts';
import type { itemBatchLineSchema, itemBatchSchema } from '../schemas/item-batches.ts';

/** Returns a batch as the API shows it. */
export const batchView = ({
  batchId,
  state,
  at,
  by,
  choice,
  change,
  counts,
  reason,
}: ItemBatch): z.input<typeof itemBatchSchema> => ({
  ...{ batchId, state, at, by, change, counts },
  ...(reason !== undefined && { reason }),
  ...('barcodes' in choice ? {} : { query: choice }),
});

/** Returns a line as the API shows it. */
export const lineView = ({ about, sourceId, ...line }: ItemBatchLine): z.input<typeof itemBatchLineSchema> => ({
  ...(sourceId === undefined ? {} : { itemId: about }),
  ...line,
});
