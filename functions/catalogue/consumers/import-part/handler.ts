import * as z from 'zod';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { protectedFields } from '../../data/field-protection-store.ts';
import { fileKey, importStore, rejectsKey } from '../../data/import-store.ts';
import { itemMappingStore } from '../../data/item-mapping-store.ts';
import { loadedBy, loadPart } from '../../data/load-part.ts';
import { defaultItemMapping } from '../../domain/item-mapping-schema.ts';
import { loadAuthorities } from '../../use-cases/load-authorities.ts';
import type { Loaded } from '../../use-cases/load-group.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ importId: z.string(), part: z.string() });

export const handler = work(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, imports: importStore(table), mappings: itemMappingStore(table), bucket: openBucket(runtime) };
  },
  async (event: unknown, { table, imports, mappings, bucket, ids }, { now }) => {
    const { importId, part: name } = eventSchema.parse(event);
    const [load, part] = await Promise.all([imports.get(importId), imports.part(importId, name)]);
    if (!load || !part) throw new Error(`There is no part ${name} of the load ${importId}.`);
    attributeUsage({ cause: load.memberId });
    if (part.done) return { part: name };
    const { memberId } = load;
    const chunks = bucket.range(fileKey(importId), part.start, part.end);
    const piece = { chunks, form: part.form, offset: part.start };
    const recordsIn = async (): Promise<Loaded> => {
      const mapping = (await mappings.get(memberId)) ?? defaultItemMapping;
      const branches = await mappings.branches(memberId);
      const protects = await protectedFields(table, memberId);
      const itemsBy = loadedBy({ mapping, branches });
      const loading = { table, bucket, ids, now, importId, itemsBy, protects };
      return loadPart(loading, { memberId, mapping, branches }, piece);
    };
    const loaded =
      load.kind === 'authorities' ? await loadAuthorities(table, { memberId, importId }, piece) : await recordsIn();
    if (loaded.rejects.length > 0) await bucket.put(rejectsKey(importId, name), JSON.stringify(loaded.rejects));
    await imports.partDone(importId, name, loaded.counts, loaded.rejects.length);
    return { part: name };
  },
);
