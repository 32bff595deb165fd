import type { RequestedDeps } from '../deps.ts';

const SHOWN = 5;
/** Records read from the list: some of them not everybody may see. */
const READ = 20;

/** Returns the most requested titles that everybody may see. */
export const listMostRequested = async ({ mostRequested, publicHits }: RequestedDeps) => {
  const requested = await mostRequested(READ);
  const hits = await publicHits(requested.map(({ recordId }) => recordId));
  const byId = new Map(hits.map((hit) => [hit.recordId, hit]));
  return requested
    .flatMap(({ recordId, waiting }) => {
      const hit = byId.get(recordId);
      if (!hit) return [];
      const { title, author, format } = hit;
      return [{ recordId, title, ...(author !== undefined && { author }), format, waiting }];
    })
    .slice(0, SHOWN);
};
