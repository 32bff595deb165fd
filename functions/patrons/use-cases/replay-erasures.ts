import * as z from 'zod';
import { RUN_TIME_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Clock, iso } from '../../../layers/platform/runtime/clock.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { ErasureList } from '../data/erasure-list.ts';
import { erasureStore } from '../data/erasure-store.ts';
import { key } from '../data/keys.ts';
import { readPatronStatus } from '../data/patron-schemas.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import type { PatronData } from './patron-data.ts';
import { requestErasure } from './request-erasure.ts';

/** The input of one call of the replay: empty, or the output of the previous call. */
export const replayCallSchema = z.object({
  /** The last id of the list that the previous calls processed. */
  after: z.string().exactOptional(),
  /** Totals of the previous calls. */
  listed: z.number().default(0),
  erasing: z.number().default(0),
  deferred: z.number().default(0),
  /** How long one call works, in milliseconds; shorter only in tests. */
  enoughMs: z.number().default(RUN_TIME_MS),
});
type ReplayCall = z.output<typeof replayCallSchema>;

type Replaying = { table: Table; patronData: readonly PatronData[]; erasureList: ErasureList; clock: Clock };

/** Requests the erasure of a patron whom a restore brought back. Returns its state: what is open in the restored table defers it. */
const eraseAgain = async (
  deps: Replaying,
  { patronId, homeMember: memberId }: PatronStatus,
  audit: (did: string) => AuditLine,
): Promise<'erasing' | 'deferred'> => {
  const request = { patronId, askedAt: iso(deps.clock.now()), by: 'restore' };
  const state = await requestErasure(deps, request, audit);
  if (state !== undefined && state !== 'changed-meanwhile') return state.state;
  // A merge is in progress, or desks write at the same time: the job that carries erasures out tries again.
  await erasureStore(deps.table).defer({ ...request, memberId });
  return 'deferred';
};

/**
 * Does one call of a replay: requests again the erasure of every listed patron who is in the table, as after a restore. Other patrons are
 * erased already, so repeating it changes nothing. `go` in its output means that there is more to do: the output is the input of the next
 * call.
 */
export const replayErasures = async (
  deps: Replaying,
  { enoughMs, ...before }: ReplayCall,
  audit: (did: string) => AuditLine,
): Promise<Omit<ReplayCall, 'enoughMs'> & { go: boolean }> => {
  const { table, erasureList, clock } = deps;
  const until = clock.now() + enoughMs;
  const done = { ...before };
  for (;;) {
    const ids = await erasureList.next(done.after);
    const rows = await table.getMany(
      ids.map((patronId) => key('patronStatus', { patronId })),
      { strong: true },
    );
    for (const row of rows) if (row) done[await eraseAgain(deps, readPatronStatus(row), audit)] += 1;
    done.listed += ids.length;
    const last = ids.at(-1);
    if (last === undefined) return { ...done, go: false };
    done.after = last;
    if (clock.now() >= until) return { ...done, go: true };
  }
};
