import { work } from '../../../../layers/platform/http/work.ts';
import { tableDeps } from '../../deps.ts';
import { changeTimedHolds } from '../../use-cases/timed-holds.ts';
import { contract } from './contract.ts';

export const handler = work(contract, tableDeps, async (_event: unknown, { table }, { now }) => {
  const done = await changeTimedHolds(table, now);
  // The next run retries the failed holds; the error raises the alarm that alerts staff.
  if (done.failed > 0) throw new Error(`${done.failed} holds could not be changed, ${done.changed} were.`);
  return done;
});
