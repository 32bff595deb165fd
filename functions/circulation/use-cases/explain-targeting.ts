import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { resetReasons, type StoredReset } from '../domain/holds/hold-reset.ts';
import { chooseCopies, exclusions } from '../domain/holds/target-choice.ts';
import { contextOf } from '../domain/holds/target-hold.ts';
import { concernsLibrary, type HoldReference, loadDeskHold } from './load-hold.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';
import { lookUp } from './target-holds.ts';

/** Formats a reset. Its person and free note may be about the patron: a library that only lends the copy gets neither. */
const resetView = ({ holdId: _hold, v: _v, by, note, ...reset }: StoredReset, isTheirs: boolean) => ({
  ...reset,
  ...(isTheirs && { by, ...(note !== undefined && { note }) }),
  meaning: resetReasons[reset.reason],
});

/** Explains which item is fetched for a hold, how the others rank, why some are excluded, and which copies the hold lost before. */
export const explainTargeting = async (
  deps: CirculationDeps,
  { path, body, now }: { path: HoldReference; body: { branchId: string }; now: number },
) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const found = await loadDeskHold(deps, path, body.branchId, { strong: false });
  if ('refused' in found) return found;
  const { hold, copies } = found;
  const looked = await lookUp(deps.table, hold, copies, policies, now);
  const { ranked, passedOver } = chooseCopies(hold, copies, contextOf(policies, iso(now), looked));
  const barcodes = new Map(copies.map(({ itemId, barcode }) => [itemId, barcode]));
  const named = <T extends { itemId: string }>(copy: T) => ({ ...copy, barcode: barcodes.get(copy.itemId) ?? '' });
  const { state, targetItemId, targetedAt, lookAt } = hold;
  return answer({
    state,
    ...(targetItemId !== undefined && { targetItemId }),
    ...(targetedAt !== undefined && { targetedAt }),
    ...(lookAt !== undefined && { lookAt }),
    ...(policies.targeting && { policyVersion: policies.targeting.version }),
    ranked: ranked.map(named),
    passedOver: passedOver.map((copy) => ({ ...named(copy), meaning: exclusions[copy.reason] })),
    resets: looked.resets.map((reset: StoredReset) => resetView(reset, concernsLibrary(hold, body.branchId))),
  });
};
