import { idleStore } from '../../../layers/data/idle-store.ts';
import { describedSizes } from '../../../layers/data/sizes.ts';
import { openTable } from '../../../layers/data/table.ts';
import { work } from '../../../layers/http/work.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { logError } from '../../../layers/runtime/log.ts';
import { deployedOf } from '../../../layers/runtime/standing.ts';
import { contract } from './contract.ts';

/** What a service does not tell just now is as configured: a day with one unknown size still has a reading. */
const told = async <T>(what: string, ask: () => Promise<T | undefined>, configured: T): Promise<T> => {
  try {
    return (await ask()) ?? configured;
  } catch (error) {
    logError(`${contract.id}: ${what}`, error);
    return configured;
  }
};

export const handler = work(
  contract,
  (runtime) => ({
    idle: idleStore(openTable(runtime)),
    sizes: describedSizes(runtime),
    deployed: deployedOf(runtime.environment),
  }),
  async (_event: unknown, { idle, sizes, deployed }, { now }) => {
    const { logRetentionDays: _, ...standing } = deployed;
    const reading = {
      ...standing,
      day: iso(now).slice(0, 10),
      search: await told('search domain', sizes.search, standing.search),
      tableBytes: await told('table', sizes.tableBytes, 0),
      objectBytes: await told('bucket', sizes.objectBytes, 0),
      logBytes: 0,
    };
    await idle.note(reading);
    return reading;
  },
);
