import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { dueLooks, forgetLooks } from '../data/hold-look-store.ts';

/** Of each partition in one run; what is left waits for the next. */
const MOST = 200;

/** Has the holds targeted again whose time has come. `now` in epoch ms. */
export const wakeHolds = async (table: Table, holdWork: Queue, now: number): Promise<{ woken: number }> => {
  const due = await dueLooks(table, iso(now), MOST);
  const messages = new Map(due.map(({ recordId, cause }) => [`${recordId} ${cause}`, { recordId, cause }]));
  // First the messages, then the rows: a run that dies between the two sends them once more, which changes nothing.
  await holdWork.send([...messages.values()]);
  await forgetLooks(table, due);
  return { woken: due.length };
};
