import { recordView, type ShownSource } from '../domain/catalogue/record-view.ts';
import { isTemporarySource, memberOfSource } from '../domain/catalogue/source-id.ts';
import type { DescriptionView, ItemDescription } from '../domain/catalogue/views.ts';
import type { Viewer } from '../domain/catalogue/visibility.ts';
import { type HeldCopies, holdingsView, visibleItems } from '../domain/discovery/holdings-view.ts';
import type { MemberHoldings } from '../domain/discovery/views.ts';
import { readItemDescription, toDescription } from './catalogue/item-writes.ts';
import { readSource } from './catalogue/source-record.ts';
import type { SourceStore } from './catalogue/source-store.ts';
import { findRecord } from './catalogue/union-record.ts';
import { itemStore } from './item-store.ts';
import { key } from './keys.ts';
import type { Table } from './table.ts';

/** A record as a reader opens it. `recordId` is another than was asked for when it was merged. */
export type RecordPage = { recordId: string; description: DescriptionView; holdings: MemberHoldings[] };

type SourceOnPage = ShownSource & HeldCopies;

/** A source record and its items: one partition, one query. A page may be a moment old, so it is read eventually. */
const readOne = async (table: Table, sources: SourceStore, sourceId: string): Promise<SourceOnPage | undefined> => {
  const rows = await table.queryAll({ partition: key('source', { sourceId }).pk });
  const row = rows.find(({ entity }) => entity === 'source');
  if (!row) return undefined;
  const source = readSource(row);
  const items: ItemDescription[] = rows
    .filter(({ entity }) => entity === 'itemDescription')
    .map((item) => toDescription(readItemDescription(item)));
  return { ...source, items, memberId: memberOfSource(sourceId), record: await sources.marc(source) };
};

/** A record with all copies that a viewer may see, as they stand now. Undefined when there is none, or none for this viewer. */
export const readRecordPage = async (
  table: Table,
  sources: SourceStore,
  recordId: string,
  viewer: Viewer,
): Promise<RecordPage | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found || found.now.sources.some(isTemporarySource)) return undefined;
  const read = await Promise.all(found.now.sources.map((sourceId) => readOne(table, sources, sourceId)));
  const whole = read.filter((one) => one !== undefined);
  const view = recordView(found.now.recordId, whole, viewer);
  if (!view?.description) return undefined;
  const items = visibleItems(whole, viewer);
  const circulation = await itemStore(table).getMany(items.map(({ itemId }) => itemId));
  const byId = new Map(circulation.map((item) => [item.itemId, item]));
  return {
    recordId: view.recordId,
    description: view.description,
    holdings: holdingsView(items, (itemId) => byId.get(itemId)),
  };
};
