import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { tillDeps } from '../deps.ts';
import type { TillAmount } from '../domain/money/till.ts';
import { type TillView, tillView } from '../schemas/tills.ts';

type Input = { branchId: string; float: TillAmount; by: string; now: number; keep: Keep<TillView> };

const TRIES = 6;

/** Opens today's till of a branch with its float. Concurrent payments make it try again. */
export const openTill = async (
  { tills, today }: ReturnType<typeof tillDeps>,
  { branchId, float, by, now, keep }: Input,
) => {
  const day = await today(branchId, now);
  if (day === undefined) return refuse('unknown-branch', `${branchId} is no branch.`, '/body/branchId');
  const act = { at: iso(now), by };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const opened = await tills.open({ branchId, day }, act, float, (till) => keep(tillView(till)));
    if (opened === 'till-opened') return refuse(opened, `The till of ${day} was opened or closed already.`);
    if (opened !== 'changed-meanwhile') return answer(tillView(opened));
  }
  return refuse('changed-meanwhile', 'Payments come in: try again.');
};
