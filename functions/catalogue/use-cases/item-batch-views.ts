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
  steps,
  limited,
  counts,
  reason,
}: ItemBatch): z.input<typeof itemBatchSchema> => ({
  ...{ batchId, state, at, by, counts },
  ...(change && { change }),
  ...(steps && { steps }),
  ...(limited && { limited }),
  ...(reason !== undefined && { reason }),
  ...('branchId' in choice && { query: choice }),
  ...('where' in choice && { where: choice.where }),
  ...('all' in choice && { all: choice.all }),
});

const recordLine = ({ about, state, title, fields, reason, finding }: ItemBatchLine) => ({
  ...{ sourceId: about, state },
  ...(title !== undefined && { title }),
  ...(fields && { fields }),
  ...(reason !== undefined && { reason }),
  ...(finding && { finding }),
});

/** Returns a line of a batch as the API shows it. */
export const lineView =
  ({ steps }: Pick<ItemBatch, 'steps'>) =>
  (line: ItemBatchLine): z.input<typeof itemBatchLineSchema> => {
    if (steps) return recordLine(line);
    const { about, sourceId, barcode, state, from, to, reason } = line;
    return {
      ...(sourceId !== undefined && { itemId: about }),
      ...(barcode !== undefined && { barcode }),
      state,
      ...(from && { from }),
      ...(to && { to }),
      ...(reason !== undefined && { reason }),
    };
  };
