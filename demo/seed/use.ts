import { byMonth } from '../../functions/analytics/domain/fact-file.ts';
import { factArchive } from '../../functions/analytics/public/fact-archive.ts';
import { usageStore } from '../../functions/finance/public/usage-store.ts';
import { balanceWrite } from '../../functions/resource-sharing/public/balance-write.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { pastLending } from '../lending.ts';
import { demoSeed } from '../past.ts';
import { pastFacts } from '../past-facts.ts';
import { wholePast } from '../past-whole.ts';
import type { Performer } from './in-process.ts';
import type { Running } from './running.ts';

/** The number of months of use; tests only need the change from one to the next. */
const MONTHS = { full: 12, tests: 2 } as const;

/** Writes the use of the previous months, marked as synthetic: twelve, or two for tests. */
export async function seedPast(running: Running, { runtime }: Performer): Promise<void> {
  const before = new Date().toISOString().slice(0, 7);
  const sums = wholePast({ before, months: MONTHS[running.scale], seed: demoSeed });
  await usageStore(openTable(runtime)).loadPast(sums);
  running.say(`${sums.length} days of use by operation are added, marked as synthetic`);
}

/** Writes the simulated decisions of the same months to the archive of facts. */
export async function seedFacts(running: Running, { runtime }: Performer): Promise<void> {
  const before = new Date().toISOString().slice(0, 7);
  const facts = pastFacts({ before, months: MONTHS[running.scale], seed: demoSeed });
  const archive = factArchive(openBucket(runtime));
  for (const [month, some] of byMonth(facts)) await archive.write(month, some);
  running.say(`${facts.length} simulated decisions are added to the archive of facts`);
}

/** Writes the interlibrary lending of the past year, which the rota uses. */
export async function seedLending({ runtime }: Performer): Promise<void> {
  await openTable(runtime).write(pastLending.map(balanceWrite));
}
