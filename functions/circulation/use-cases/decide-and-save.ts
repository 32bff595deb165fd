import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { Limit } from '../../patrons/public/limits.ts';
import type { Consistency } from '../data/circulation-stores.ts';
import type { Decided } from '../domain/decisions/decision.ts';
import { refusalOfReached } from '../domain/loans/patron-checks.ts';
import { type AsRead, type Saved, saveDecision } from './circulation-writes.ts';
import { logRefusal, type RefusalLog } from './log-refusal.ts';
import { releasePagedCopy } from './release-paged-copy.ts';

/** The plan for a request on the records as read: refusals, a stored answer, or a decision to write; `log` gives its entry if refused. */
export type Plan<T, R extends string> =
  | { refused: RefusalOf<R>[]; log?: () => RefusalLog }
  | { again: T }
  | { decided: Decided; read: AsRead; answer: T; log?: () => RefusalLog };

// On a popular item several conflicts in a row are possible; the records are read again after each.
const STRONG_TRIES = 4;

const limitRefusals = <R extends string>(limits: Limit[]): RefusalOf<R>[] =>
  limits.map((limit) => {
    const { code, ...rest } = refusalOfReached(limit);
    // Only decisions whose contract lists these refusals have limits.
    return { code: code as string as R, ...rest };
  });

const refuseAndLog = async <R extends string>(
  table: Table,
  refused: RefusalOf<R>[],
  log: (() => RefusalLog) | undefined,
) => {
  const codes = refused.map(({ code }) => code);
  if (log) await logRefusal(table, log(), codes);
  return { refused };
};

/**
 * Reads, decides and writes. The first read is eventually consistent, which the conditions of the write make safe; after a conflict it
 * reads strongly consistent and decides again. Takes a function that makes the plan, and one that stores the response under the
 * request's key in the same write. Returns the response or every refusal; refuses `changed-meanwhile` after repeated conflicts.
 */
export const decideAndSave = async <T, R extends string>(
  table: Table,
  plan: (reading: Consistency) => Promise<Plan<T, R>>,
  keep?: (answer: T) => Write[],
): Promise<{ ok: T } | { refused: RefusalOf<R | 'changed-meanwhile'>[] }> => {
  for (let attempt = 0; attempt <= STRONG_TRIES; attempt += 1) {
    const planned = await plan({ strong: attempt > 0 });
    if ('refused' in planned) return refuseAndLog(table, planned.refused, planned.log);
    if ('again' in planned) return { ok: planned.again };
    const saved: Saved = await saveDecision(table, planned.decided, {
      ...planned.read,
      withWrites: [...(planned.read.withWrites ?? []), ...(keep?.(planned.answer) ?? [])],
    });
    if (saved === 'saved') {
      const { pageToRelease: release } = planned.decided.changes;
      if (release) await releasePagedCopy(table, release);
      return { ok: planned.answer };
    }
    if (saved !== 'changed-meanwhile') return refuseAndLog(table, limitRefusals<R>(saved.limits), planned.log);
  }
  return { refused: [{ code: 'changed-meanwhile', detail: 'Others changed the same records again and again.' }] };
};
