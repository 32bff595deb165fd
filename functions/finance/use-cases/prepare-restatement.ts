import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { RestatementDeps } from '../deps.ts';
import { preparersWith } from '../domain/preparation.ts';
import { bookedRestatements, type StoredRestatement } from '../domain/statements/restatement-schema.ts';
import { type RestatementView, restatementView } from '../schemas/restatements.ts';
import { findRestatement } from './find-restatement.ts';

type Input = { month: string; seal: string; by: string; now: number; keep: Keep<RestatementView> };

/** Prepares the displayed restatement of a closed month, for another person to approve. */
export const prepareRestatement = async (
  { ids, ...deps }: RestatementDeps & { ids: Ids },
  { month, seal, by, now, keep }: Input,
) => {
  const before = await deps.restatements.get(month);
  if (before?.seal === seal && before.preparers.includes(by))
    return answer(restatementView(before, await deps.restatements.read(month, seal)));
  const found = await findRestatement(deps, month, before);
  if ('refused' in found) return found;
  if (found.seal !== seal) return refuse('other-content', 'It is no longer as you saw it.', '/body/seal');
  const { restatement, sentBy } = found;
  const { number, after, currency, amount } = restatement;
  const prepared = { at: iso(now), by };
  // The sender of the bill counts as a preparer of its consequences.
  const preparers = preparersWith({ preparers: [...(before?.preparers ?? []), sentBy] }, by);
  const stored: StoredRestatement = {
    ...{ month, state: 'prepared', number, after, currency, amount, seal, prepared, preparers },
    ...{ earlier: before ? bookedRestatements(before) : [], v: (before?.v ?? 0) + 1 },
  };
  const audit = { subject: `restatement:${month}`, auditId: ids.next('audit', now), ...prepared };
  const view = restatementView(stored, restatement);
  const detail = { seal, after, amount };
  const further = { audit: { ...audit, did: 'prepare-restatement', detail }, beside: keep(view) };
  const done = await deps.restatements.prepare(stored, restatement, further);
  return done ? answer(view) : refuse('changed-meanwhile', 'Others prepared or approved it just now.');
};
