import type * as z from 'zod';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { RefusalFor } from '../domain/refusals.ts';
import { decideSuspendHold } from '../domain/suspend-hold.ts';
import { type SuspendedDays, suspensionOf } from '../domain/suspension.ts';
import type { holdPath } from '../schemas/hold-references.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { actorLabel, loadHoldContext, loadOwnHold, withHold } from './load-hold.ts';

type Shown = { hold: ReturnType<typeof holdView> };
type Asked = {
  path: z.output<typeof holdPath>;
  actor: Actor | undefined;
  branchId?: string | undefined;
  now: number;
  keep: Keep<Shown>;
};
type Code = RefusalFor<'suspendHold'> | 'unknown-hold' | 'unknown-branch' | 'no-policies' | 'changed-meanwhile';

/** Suspends a hold between days of its pickup branch's calendar, or resumes it when no days are given. */
export const suspending = async (
  house: CirculationStores,
  { path, actor, branchId, now, keep }: Asked,
  days?: SuspendedDays,
): Promise<{ ok: Shown } | { refused: RefusalOf<Code>[] }> => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  return decideAndSave<Shown, Code>(
    house.table,
    async (reading) => {
      const own = await loadOwnHold(house, { path, actor, branchId }, reading);
      if ('refused' in own) return own;
      const { hold, item } = own;
      const branch = await house.branches.known(hold.pickupBranch, now);
      if (!branch) return refuse('unknown-branch', `${hold.pickupBranch} is no branch.`);
      const suspension = days && { suspension: suspensionOf(branch.calendar, days, iso(now)) };
      const decision = decideSuspendHold({ ...own, at: iso(now), policies, ...suspension });
      if ('refused' in decision) return decision;
      const after: Hold = decision.changes.holds[0]?.after ?? hold;
      const { queue } = await loadHoldContext(house, hold, reading);
      const read = { item, holds: [hold], by: actorLabel(actor) };
      return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
    },
    keep,
  );
};
