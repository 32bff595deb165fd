import { eraseAll } from '../../../layers/data/erase-patron.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { walk } from '../../../layers/data/walk.ts';
import { work } from '../../../layers/http/work.ts';
import { erasureAudit } from '../erasure.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime), bucket: openBucket(runtime) }),
  (_event: unknown, { table, bucket, ids, ...runtime }, { now }) =>
    eraseAll(table, () => walk(runtime), erasureAudit(ids, now, 'job'), bucket.forget),
);
