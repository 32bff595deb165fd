import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { localText } from '../../catalogue/public/local-fields.ts';
import { recordView } from '../../catalogue/public/record-view.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { holdingsView } from '../domain/holdings-view.ts';
import type { RecordPage } from '../domain/views.ts';
import { readVisibleRecord } from './read-visible-record.ts';

/**
 * Returns a record with all copies that a viewer may see, in their state at a time (epoch ms). Undefined when there is none for this
 * viewer.
 */
export const readRecordPage = async (
  table: Table,
  sources: SourceStore,
  recordId: string,
  viewer: Viewer,
  now: number,
): Promise<Pick<RecordPage, 'recordId' | 'description' | 'ownNotes' | 'holdings'> | undefined> => {
  const visible = await readVisibleRecord(table, sources, recordId, viewer, now);
  const [rules, show] = await Promise.all([sources.rulesAt(now), sources.headingsAt(now)]);
  const view = visible && recordView(visible.recordId, visible.sources, viewer, { rules, show });
  if (!visible || !view?.description) return undefined;
  const circulation = await itemStore(table).getMany(visible.items.map(({ itemId }) => itemId));
  const byId = new Map(circulation.map((item) => [item.itemId, item]));
  return {
    recordId: view.recordId,
    description: view.description,
    ownNotes: visible.local.flatMap(({ memberId, field }) => {
      const text = localText(field);
      return text === '' ? [] : [{ memberId, tag: field.tag, text }];
    }),
    holdings: holdingsView(visible.items, (itemId) => byId.get(itemId)),
  };
};
