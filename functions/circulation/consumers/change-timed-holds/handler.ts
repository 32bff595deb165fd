import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { changeTimedHolds } from '../../use-cases/timed-holds.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (_event: unknown, { table }, { now }) => {
    const done = await changeTimedHolds(table, now);
    // The holds that failed are found again by the next run; the alarm on errors is what makes somebody look.
    if (done.failed > 0) throw new Error(`${done.failed} holds could not be changed, ${done.changed} were.`);
    return done;
  },
);
