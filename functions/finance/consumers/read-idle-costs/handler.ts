import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { readDeployedSettings } from '../../../../layers/platform/runtime/deployed-resources.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { idleStore } from '../../data/idle-store.ts';
import { describedSizes } from '../../data/sizes.ts';
import { contract } from './contract.ts';

/** What a service does not tell just now is unknown: a day with one unknown size still has a reading, in which it is not said. */
const told = async <T>(what: string, ask: () => Promise<T | undefined>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    logError(`${contract.id}: ${what}`, error);
    return undefined;
  }
};

export const handler = work(
  contract,
  (runtime) => ({
    idle: idleStore(openTable(runtime)),
    sizes: describedSizes(runtime),
    deployed: readDeployedSettings(runtime.environment),
  }),
  async (_event: unknown, { idle, sizes, deployed }, { now }) => {
    const { logRetentionDays: _, ...standing } = deployed;
    const [search, tableBytes, objects] = [
      await told('search domain', sizes.search),
      await told('table', sizes.tableBytes),
      await told('bucket', sizes.objects),
    ];
    const reading = {
      ...{ ...standing, day: iso(now).slice(0, 10), logBytes: 0 },
      // The domain is as it was configured; how full table and bucket are nobody configured: the last known size holds.
      search: search ?? standing.search,
      ...(tableBytes !== undefined && { tableBytes }),
      ...objects,
    };
    await idle.note(reading);
    return reading;
  },
);
