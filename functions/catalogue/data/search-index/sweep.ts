import * as z from 'zod';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { bodyOf, type Engine } from '../../../../layers/platform/search/client.ts';
import { readAlias } from './versions.ts';

/**
 * How long a tombstone is stored, in milliseconds: much longer than any write can take. Failures in the queue are rebuilt from the table
 * under a new number.
 */
export const TOMBSTONE_MS = 25 * 3600 * 1000;

const answered = z.object({ deleted: z.number() });

/** Removes tombstones older than 25 hours. Takes the time in epoch milliseconds; returns the number removed. */
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
  const body = bodyOf('Sweeping', answer);
  return body === undefined ? 0 : answered.parse(body).deleted;
};
