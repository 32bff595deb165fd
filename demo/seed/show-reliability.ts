import { reliabilityStore } from '../../functions/discovery/public/reliability-store.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { exampleChecks, exampleRehearsal } from '../reliability.ts';
import type { Performer } from './in-process.ts';

/** Writes examples of checks of the site and of a rehearsal of a restore. No operation writes them, since they are measured; these are marked. */
export async function showReliability({ runtime }: Performer, now: number): Promise<void> {
  const reliability = reliabilityStore(openTable(runtime));
  for (const day of exampleChecks(now)) await reliability.setDay({ ...day, v: 1 });
  await reliability.record(exampleRehearsal(now));
}
