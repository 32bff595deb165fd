import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { resetReasons, type StoredReset } from '../../domain/hold-reset.ts';
import { chooseCopies, exclusions } from '../../domain/target-choice.ts';
import { contextOf } from '../../domain/target-hold.ts';
import { loadDeskHold } from '../../use-cases/desk-hold.ts';
import { lookUp } from '../../use-cases/target-holds.ts';
import { contract } from './contract.ts';

const reading = { strong: false };

const resetView = ({ holdId: _hold, v: _v, ...reset }: StoredReset) => ({
  ...reset,
  meaning: resetReasons[reset.reason],
});

export const handler = handle(contract, circulationDeps, async ({ path, body, now }, house) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const found = await loadDeskHold(house, path, body.branchId, reading);
  if ('refused' in found) return found;
  const { hold, copies } = found;
  const looked = await lookUp(house.table, hold, copies, policies, now);
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
    resets: looked.resets.map(resetView),
  });
});
