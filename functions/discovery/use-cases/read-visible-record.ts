import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { isTemporarySource } from '../../catalogue/public/is-temporary-source.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import type { LeadsOf } from '../../catalogue/public/leading-members.ts';
import type { LocalField } from '../../catalogue/public/local-fields.ts';
import { maySee } from '../../catalogue/public/may-see.ts';
import { memberOfSource } from '../../catalogue/public/member-of-source.ts';
import { ownLocalFields } from '../../catalogue/public/own-local-fields.ts';
import { readItemDescription } from '../../catalogue/public/read-item-description.ts';
import { readSource } from '../../catalogue/public/read-source.ts';
import type { ShownSource } from '../../catalogue/public/record-view.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import { toDescription } from '../../catalogue/public/to-description.ts';
import type { ItemDescription } from '../../catalogue/public/views.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { type HeldCopies, visibleItems } from '../domain/holdings-view.ts';

type SourceWithCopies = ShownSource & HeldCopies;

/**
 * The parts of a union record that a viewer may see. Its id differs from the requested one after a merge. Both lists are filtered by the
 * same visibility.
 */
export type VisibleRecord = {
  recordId: string;
  sources: SourceWithCopies[];
  items: ItemDescription[];
  /** The fields of the viewer's own library. */
  local: LocalField[];
};

/**
 * Reads a source record and its items: one partition, one query. A page may be slightly out of date, so the read is eventually consistent.
 */
const readOne = async (
  table: Table,
  sources: SourceStore,
  sourceId: string,
  leads: LeadsOf,
): Promise<SourceWithCopies | undefined> => {
  const rows = await table.queryAll({ partition: catalogueKeys.key('source', { sourceId }).pk });
  const row = rows.find(({ entity }) => entity === 'source');
  if (!row) return undefined;
  const source = readSource(row);
  const items: ItemDescription[] = rows
    .filter(({ entity }) => entity === 'itemDescription')
    .map((item) => toDescription(readItemDescription(item)));
  const memberId = memberOfSource(sourceId);
  return { ...source, items, memberId, leads: leads(memberId), record: await sources.marc(source) };
};

/** Returns a record's sources and items as a viewer may see them at a time (epoch ms). Undefined when there is none for this viewer. */
export const readVisibleRecord = async (
  table: Table,
  sources: SourceStore,
  recordId: string,
  viewer: Viewer,
  now: number,
): Promise<VisibleRecord | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found || found.now.sources.some(isTemporarySource)) return undefined;
  const leads = await sources.leads(now);
  const read = await Promise.all(found.now.sources.map((sourceId) => readOne(table, sources, sourceId, leads)));
  const whole = read.filter((one) => one !== undefined);
  const visible = whole.filter(({ memberId, hiddenFrom }) => maySee(viewer, memberId, hiddenFrom));
  if (visible.length === 0) return undefined;
  const local = await ownLocalFields(table, visible, viewer);
  return { recordId: found.now.recordId, sources: visible, items: visibleItems(visible, viewer), local };
};
