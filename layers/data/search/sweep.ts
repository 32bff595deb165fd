import * as z from 'zod';
import { iso } from '../../runtime/clock.ts';
import { type Engine, EngineAway, unexpected } from './client.ts';
import { readAlias } from './versions.ts';

/** How long a tombstone stays, in milliseconds: an hour longer than a failed write may wait in its queue (24 h). */
export const TOMBSTONE_MS = 25 * 3600 * 1000;

const answered = z.object({ deleted: z.number() });

/** Removes tombstones older than 25 hours. Takes the time in epoch milliseconds; gives how many went. */
export const sweepTombstones = async (engine: Engine, family: string, now: number): Promise<number> => {
  const answer = await engine({
    method: 'POST',
    path: `/${readAlias(family)}/_delete_by_query?conflicts=proceed&max_docs=5000`,
    body: {
      query: {
        bool: { filter: [{ term: { deleted: true } }, { range: { deleted_at: { lt: iso(now - TOMBSTONE_MS) } } }] },
      },
    },
  });
  if (answer.status === 404) return 0;
  if (answer.status === 429 || answer.status >= 500) throw new EngineAway(`Sweeping: ${answer.status}`);
  if (answer.status !== 200) throw unexpected('Sweeping', answer);
  return answered.parse(answer.body).deleted;
};
