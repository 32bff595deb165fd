import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { deleteHoldChecks, dueHoldChecks } from '../data/hold-check-store.ts';

/** The maximum number of holds of each partition per run; the rest waits for the next run. */
const MOST = 200;

/** Queues the targeting of due holds. `now` in epoch ms. */
export const wakeHolds = async (table: Table, holdWork: Queue, now: number): Promise<{ woken: number }> => {
  const due = await dueHoldChecks(table, iso(now), MOST);
  const messages = new Map(due.map(({ recordId, cause }) => [`${recordId} ${cause}`, { recordId, cause }]));
  // Messages are sent before rows are deleted: a run that crashes in between sends them again, which changes nothing.
  await holdWork.send([...messages.values()]);
  await deleteHoldChecks(table, due);
  return { woken: due.length };
};
