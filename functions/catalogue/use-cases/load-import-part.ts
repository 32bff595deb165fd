import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { FieldProtectionStore } from '../data/field-protection-store.ts';
import { fileKey, type ImportStore, rejectsKey } from '../data/import-store.ts';
import type { ItemMappingStore } from '../data/item-mapping-store.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import { defaultItemMapping } from '../domain/items/item-mapping.ts';
import { loadAuthorities } from './load-authorities.ts';
import type { Loaded } from './load-group.ts';
import { loadedBy, loadPart } from './load-part.ts';

/** The dependencies of loading a part. */
export type PartLoading = {
  table: Table;
  imports: ImportStore;
  mappings: ItemMappingStore;
  fieldProtection: FieldProtectionStore;
  rulesAt: RulesAt;
  bucket: Bucket;
  ids: Ids;
};

/** Loads one part of a file, bibliographic or authority records, and stores its counts and rejects. Skips a part that is done. */
export const loadImportPart = async (
  { table, imports, mappings, fieldProtection, rulesAt, bucket, ids }: PartLoading,
  importId: string,
  name: string,
  now: number,
): Promise<void> => {
  const [load, part] = await Promise.all([imports.get(importId), imports.part(importId, name)]);
  if (!load || !part) throw new Error(`There is no part ${name} of the load ${importId}.`);
  const { memberId } = load;
  attributeUsage({ cause: memberId });
  if (part.done) return;
  const piece = {
    chunks: bucket.range(fileKey(importId), part.start, part.end),
    ...{ form: part.form, offset: part.start },
  };
  const loadRecords = async (): Promise<Loaded> => {
    const mapping = (await mappings.get(memberId)) ?? defaultItemMapping;
    const branches = await mappings.branches(memberId);
    const protects = await fieldProtection.get(memberId);
    const itemsBy = loadedBy({ mapping, branches });
    const loading = { table, bucket, ids, now, importId, itemsBy, protects, rules: await rulesAt(now) };
    return loadPart(loading, { memberId, mapping, branches }, piece);
  };
  const loaded =
    load.kind === 'authorities' ? await loadAuthorities(table, { memberId, importId }, piece) : await loadRecords();
  if (loaded.rejects.length > 0) await bucket.put(rejectsKey(importId, name), JSON.stringify(loaded.rejects));
  await imports.partDone(importId, name, loaded.counts, loaded.rejects.length);
};
