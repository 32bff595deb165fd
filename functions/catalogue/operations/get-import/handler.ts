import * as z from 'zod';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { importStore, importView, partName, rejectsKey } from '../../data/import-store.ts';
import { staffNames } from '../../data/staff-names.ts';
import { rejectSchema } from '../../domain/import.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, imports: importStore(table), bucket: openBucket(runtime) };
  },
  async ({ path: { memberId, importId }, query }, { table, imports, bucket }) => {
    const load = await imports.get(importId);
    if (!load || load.memberId !== memberId) return refuse('unknown-import', `${memberId} has no load ${importId}.`);
    const [parts, names] = await Promise.all([imports.parts(importId), staffNames(table, [load.openedBy ?? ''])]);
    const from = partName(query.rejectsOfPart ?? 0);
    // One part's rejects are a page: parts that lost nothing are passed over.
    const [listed, next] = parts.filter(({ part, rejects }) => part >= from && rejects > 0);
    const report = listed && (await bucket.get(rejectsKey(importId, listed.part)));
    const rejects = report ? z.array(rejectSchema).parse(JSON.parse(Buffer.from(report).toString('utf8'))) : [];
    return answer({
      import: importView(load, parts),
      rejects,
      names,
      ...(next ? { nextPart: Number(next.part) } : {}),
    });
  },
);
