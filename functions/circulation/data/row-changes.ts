import { type RowChange, textOf } from '../../../layers/platform/dynamodb/row-change.ts';
import { readOnce } from '../../../layers/platform/queues/outbox.ts';
import { readItem } from '../../items/public/item-codec.ts';
import type { HoldChange, ItemChange } from '../domain/decisions/relay.ts';
import { readHold } from './hold-codec.ts';

/** Parses a change of an item's row, with the facts of the same write. Throws when the row cannot be parsed. */
export const itemChangeOf = readOnce(
  ({ before, after }: RowChange): ItemChange => ({
    before: before && readItem(before),
    after: readItem(after),
    encodedFacts: textOf(after, 'facts'),
  }),
);

/** Parses a change of a hold's row in the same way. */
export const holdChangeOf = readOnce(
  ({ before, after }: RowChange): HoldChange => ({
    before: before && readHold(before),
    after: readHold(after),
    encodedFacts: textOf(after, 'facts'),
  }),
);
