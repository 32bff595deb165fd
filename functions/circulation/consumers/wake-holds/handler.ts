import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { queueNamed } from '../../../../layers/platform/queues/queue.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { dueLooks, forgetLooks } from '../../data/hold-look-store.ts';
import { contract } from './contract.ts';

/** Of each partition in one run; what is left waits for the next. */
const MOST = 200;

export const handler = work(
  contract,
  (runtime) => ({ table: openTable(runtime), holdWork: queueNamed(runtime, 'hold-work') }),
  async (_event: unknown, { table, holdWork }, { now }) => {
    const due = await dueLooks(table, iso(now), MOST);
    const messages = new Map(due.map(({ recordId, cause }) => [`${recordId} ${cause}`, { recordId, cause }]));
    // First the messages, then the rows: a run that dies between the two sends them once more, which changes nothing.
    await holdWork.send([...messages.values()]);
    await forgetLooks(table, due);
    return { woken: due.length };
  },
);
