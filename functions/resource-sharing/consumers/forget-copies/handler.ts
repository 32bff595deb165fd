import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { forgetCopies } from '../../use-cases/forget-copies.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime), bucket: openBucket(runtime) }),
  async (_event: unknown, { table, bucket }, { now }) => {
    const done = await forgetCopies(table, bucket, now);
    // Those that failed are found again by the next run; the alarm on errors is what makes somebody look.
    if (done.failed > 0) throw new Error(`${done.failed} copies could not be deleted, ${done.forgotten} were.`);
    return done;
  },
);
