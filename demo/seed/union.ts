import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { keys as catalogueKeys } from '../../functions/catalogue/public/keys.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { holdings } from '../holdings.ts';
import type { Performer } from './in-process.ts';
import type { Running } from './running.ts';

const source = z.object({ recordId: z.string() });
const found = z.object({ count: z.number() });

/** The milliseconds without another record after which the index counts as incomplete. */
const LONGEST_PAUSE = 60_000;

/** Returns the union record of each work of the demo, once all are loaded. A work whose records did not merge has its first. */
export async function recordsOfWorks({ runtime }: Performer): Promise<{ byWork: Map<string, string>; count: number }> {
  const keys = holdings.map(({ member, localId }) => catalogueKeys.key('source', { sourceId: `${member}:${localId}` }));
  const rows = await openTable(runtime).getMany(keys, { strong: true });
  const byWork = new Map<string, string>();
  const all = new Set<string>();
  holdings.forEach(({ workId }, at) => {
    const { recordId } = source.parse(rows[at]);
    all.add(recordId);
    if (!byWork.has(workId)) byWork.set(workId, recordId);
  });
  return { byWork, count: all.size };
}

/** The number of records in the index, and the number of public ones. */
const indexed = async ({ endpoints: { search } }: Running): Promise<{ all: number; open: number }> => {
  const count = async (query: string): Promise<number> => {
    const answer = await fetch(`${search}/union-read/_count?q=${encodeURIComponent(query)}`);
    return answer.ok ? found.parse(await answer.json()).count : 0;
  };
  await fetch(`${search}/union-read/_refresh`, { method: 'POST' });
  return { all: await count('NOT deleted:true'), open: await count('visible_to:public') };
};

/**
 * Waits until the index has a number of records and shows the public all but the hidden ones, and reports progress. Throws when
 * no more records arrive.
 */
export async function untilIndexed(running: Running, wanted: number, hidden: number): Promise<void> {
  let [most, since, reportedAt] = [0, Date.now(), Date.now()];
  for (;;) {
    const { all, open } = await indexed(running);
    if (all >= wanted && open === wanted - hidden) break;
    if (all > most) [most, since] = [all, Date.now()];
    if (Date.now() - since > LONGEST_PAUSE)
      throw new Error(`The search index holds ${all} of ${wanted} records, ${open} of them open: nothing more comes.`);
    if (Date.now() - reportedAt > 10_000) {
      running.say(`${all} of ${wanted} records are in the search index`);
      reportedAt = Date.now();
    }
    await sleep(500);
  }
  running.say(`${wanted} union records are in the search index, ${hidden} of them confidential`);
}
