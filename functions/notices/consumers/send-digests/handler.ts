import { work } from '../../../../layers/platform/http/work.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../../layers/platform/runtime/meter.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { sendDigest } from '../../use-cases/send-digest.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesHouse, async (_event: unknown, house, { now }) => {
  let failed = 0;
  for (const row of await house.digests.due(now)) {
    // One patron's digest that fails holds up nobody else's: it goes with the next hour's.
    try {
      await causedBy({ cause: row.cause }, () => sendDigest(house, row.patronId, now));
      await house.digests.finish(row);
    } catch (error) {
      failed += 1;
      const last = !(await house.digests.again(row, now));
      logError('send a digest', error, { last });
    }
  }
  await house.digests.markDone(now);
  return { failed };
});
