import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { gainsItem } from '../../catalogue/public/gains-item.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { newItemWrites } from '../../catalogue/public/new-item-writes.ts';
import { readSource } from '../../catalogue/public/read-source.ts';
import type { SerialDeps } from '../deps.ts';
import type { Issue } from '../domain/serials/issue.ts';
import type { Subscription } from '../domain/serials/subscription.ts';

type Deps = Pick<SerialDeps, 'table' | 'ids'>;

/** Returns the writes that make items of copies of an issue, one for each barcode, on the record that the subscription names. */
export const itemsOfIssue = async (
  { table, ids }: Deps,
  { item: values, branchId, memberId }: Subscription,
  { label: volume, received }: Issue,
  barcodes: readonly string[],
  now: number,
) => {
  if (barcodes.length === 0) return { writes: [] as Write[], itemIds: [] as string[] };
  if (!values) return refuse('no-items', 'The subscription names no record for its items.', '/body/step/barcodes');
  const row = await table.get(catalogueKeys.key('source', values));
  const source = row && readSource(row);
  const record = source && !source.withdrawn ? await findRecord(table, source.recordId) : undefined;
  if (!record) return refuse('unknown-record', `${memberId} contributed no record ${values.sourceId}.`);
  const made = barcodes.map((barcode, at) => ({
    ...{ ...values, itemId: ids.next('item', now), memberId, branchId, barcode, hiddenFrom: [] },
    ...{ copyNumber: String(received.length + at + 1), volume },
  }));
  const writes = [gainsItem(values), ...made.flatMap((item) => newItemWrites(item, record.now.recordId))];
  return { writes, itemIds: made.map(({ itemId }) => itemId) };
};
