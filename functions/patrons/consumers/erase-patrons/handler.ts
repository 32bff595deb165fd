import { scanTable } from '../../../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { eraseAll } from '../../use-cases/erase-patron.ts';
import { erasureAudit } from '../../use-cases/erasure.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime), bucket: openBucket(runtime) }),
  (_event: unknown, { table, bucket, ids, ...runtime }, { now }) =>
    eraseAll(table, () => scanTable(runtime), erasureAudit(ids, now, 'job'), bucket.forget),
);
