import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { gainsItem, newItemWrites } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import type { templateDeps } from '../deps.ts';
import { type StoredItem, toDescription } from '../domain/items/stored-item.ts';
import { isTemporarySource, memberOfSource } from '../domain/source-id.ts';

type Deps = ReturnType<typeof templateDeps> & { ids: Ids };
type Given = Pick<StoredItem, 'branchId' | 'location' | 'callNumber' | 'category'>;
type Input = Omit<StoredItem, keyof Given | 'itemId' | 'hiddenFrom'> &
  Partial<Given> & {
    /** A template of the member: it supplies the values that are not given. */
    template?: string;
    now: number;
  };

const defaults = { location: '', callNumber: '', category: 'general' };

/** Stores one item on a source record in one transaction and claims its barcode for the consortium. Returns the reason when it cannot. */
export const storeItem = async (
  table: Table,
  item: StoredItem,
): Promise<'added' | 'unknown-record' | 'barcode-taken'> => {
  if (isTemporarySource(item.sourceId)) return 'unknown-record';
  const row = await table.get(key('source', item));
  const source = row && readSource(row);
  // A record that its member deleted accepts no copies.
  if (!source || source.withdrawn) return 'unknown-record';
  const found = await findRecord(table, source.recordId);
  if (!found) return 'unknown-record';
  const conflict = await table.write([gainsItem(item), ...newItemWrites(item, found.now.recordId)]);
  if (!conflict) return 'added';
  return conflict.conflict.some(({ index }) => index === 0) ? 'unknown-record' : 'barcode-taken';
};

/** Creates one item of a member on one of its records, from a template of the member when one is named. */
export const addItem = async (
  { table, mappings, templates, ids }: Deps,
  { memberId, template, now, ...given }: Input,
) => {
  const { barcode, sourceId } = given;
  const named = template === undefined ? undefined : await templates.get(memberId, template);
  if (template !== undefined && !named)
    return refuse('unknown-template', `${memberId} has no template “${template}”.`, '/body/template');
  const { branchId, ...values } = { ...defaults, ...named?.defaults, ...given };
  if (branchId === undefined) return refuse('no-branch', 'Say at which branch the item belongs.', '/body/branchId');
  if (!(await mappings.branches(memberId)).has(branchId))
    return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
  const unknown = refuse('unknown-record', `${memberId} contributed no record ${sourceId}.`, '/body/sourceId');
  if (memberOfSource(sourceId) !== memberId) return unknown;
  const item = { ...values, branchId, itemId: ids.next('item', now), memberId, hiddenFrom: [] };
  const stored = await storeItem(table, item);
  if (stored === 'unknown-record') return unknown;
  if (stored === 'barcode-taken')
    return refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode');
  return answer(toDescription(item));
};
