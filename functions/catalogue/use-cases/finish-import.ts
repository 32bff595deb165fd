import { iso } from '../../../layers/platform/runtime/clock.ts';
import { attributeUsage, count } from '../../../layers/platform/runtime/meter.ts';
import { type ImportStore, sumParts } from '../data/import-store.ts';

const stopped = { reason: 'stopped', detail: 'The load stopped before its end: run it again, what was done is kept.' };

/** Ends a run of a load: done when every part is done, else failed. Meters the workflow's state transitions to the member that loads. */
export const finishImport = async (
  { imports }: { imports: ImportStore },
  { importId, failed, now }: { importId: string; failed: boolean; now: number },
): Promise<{ importId: string; state: 'unknown' | 'done' | 'failed' }> => {
  const load = await imports.get(importId);
  if (!load) return { importId, state: 'unknown' };
  attributeUsage({ cause: load.memberId });
  const parts = await imports.parts(importId);
  // The platform bills each state transition: those around the parts, and two for each part.
  count({ transitions: 4 + 2 * parts.length });
  const state = !failed && parts.every(({ done }) => done) ? 'done' : 'failed';
  const counts = sumParts(parts);
  await imports.end(importId, { state, at: iso(now), counts, ...(state === 'failed' && { problem: stopped }) });
  return { importId, state };
};
