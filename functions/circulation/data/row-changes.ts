import { type RowChange, textOf } from '../../../layers/platform/dynamodb/row-change.ts';
import { readOnce } from '../../../layers/platform/queues/outbox.ts';
import { readItem } from '../../items/public/item-codec.ts';
import type { HoldChange, ItemChange } from '../domain/relay.ts';
import { readHold } from './hold-codec.ts';

/** Reads a change of an item's row, with the facts that rode on the write. Throws when the row cannot be read. */
export const itemChangeOf = readOnce(
  ({ before, after }: RowChange): ItemChange => ({
    before: before && readItem(before),
    after: readItem(after),
    encodedFacts: textOf(after, 'facts'),
  }),
);

/** Reads a change of a hold's row in the same way. */
export const holdChangeOf = readOnce(
  ({ before, after }: RowChange): HoldChange => ({
    before: before && readHold(before),
    after: readHold(after),
    encodedFacts: textOf(after, 'facts'),
  }),
);
