import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { TrueUpDeps } from '../deps.ts';
import { preparersWith } from '../domain/preparation.ts';
import type { StoredTrueUp, TrueUpInput } from '../domain/statements/true-up-schema.ts';
import { type TrueUpView, trueUpView } from '../schemas/true-ups.ts';
import { findTrueUp } from './find-true-up.ts';

type Input = {
  year: number;
  fee: string;
  seal: string;
  input: TrueUpInput;
  by: string;
  now: number;
  keep: Keep<TrueUpView>;
};

/** Prepares the displayed true-up of a fee's year, for another person to approve. */
export const prepareTrueUp = async (
  { ids, ...deps }: TrueUpDeps & { ids: Ids },
  { year, fee, seal, input, by, now, keep }: Input,
) => {
  const before = await deps.trueUps.get({ year, fee });
  // A fee is trued up once a year. A booked true-up is returned, and so is an identical one by the same preparer.
  if (before?.state === 'booked' || (before?.seal === seal && before.preparers.includes(by)))
    return answer(trueUpView(before));
  const found = await findTrueUp(deps, { year, fee, input, now });
  if ('refused' in found) return found;
  if (found.seal !== seal) return refuse('other-content', 'It is no longer as you saw it.', '/body/seal');
  const prepared = { at: iso(now), by };
  const preparers = preparersWith(before, by);
  const v = (before?.v ?? 0) + 1;
  const after: StoredTrueUp = { state: 'prepared', trueUp: found.trueUp, seal, prepared, preparers, v };
  const audit = { subject: `true-up:${year}-${fee}`, auditId: ids.next('audit', now), ...prepared };
  const { actual, billed, amount } = found.trueUp;
  const detail = { seal, actual, billed, amount };
  const view = trueUpView(after);
  const further = { audit: { ...audit, did: 'prepare-true-up', detail }, beside: keep(view), chain: found.chain };
  const done = await deps.trueUps.prepare(after, further);
  return done ? answer(view) : refuse('changed-meanwhile', 'Others prepared or approved it just now.');
};
