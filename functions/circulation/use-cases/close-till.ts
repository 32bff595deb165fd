import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { TillPlace, TillStore } from '../data/till-store.ts';
import type { TillAmount } from '../domain/money/till.ts';
import { type TillView, tillView } from '../schemas/tills.ts';

type Input = { place: TillPlace; counted: readonly TillAmount[]; by: string; now: number; keep: Keep<TillView> };

const TRIES = 6;

/** Closes a till with the counted sums. Concurrent payments make it read the till and try again. */
export const closeTill = async ({ tills }: { tills: TillStore }, { place, counted, by, now, keep }: Input) => {
  const act = { at: iso(now), by };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const till = await tills.get(place, { strong: true });
    if (!till) return refuse('unknown-till', 'The branch had no till on that day.', '/body/day');
    if (till.closed) return refuse('till-closed', `It was closed at ${till.closed.at}.`);
    const closed = await tills.close(till, act, counted, (after) => keep(tillView(after)));
    if (closed) return answer(tillView(closed));
  }
  return refuse('changed-meanwhile', 'Payments come in: count again.');
};
