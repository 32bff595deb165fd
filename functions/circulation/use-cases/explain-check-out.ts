import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { logAccess } from '../../patrons/public/log-access.ts';
import type { CirculationDeps } from '../deps.ts';
import { decideCheckout } from '../domain/loans/checkout.ts';
import { explained } from '../schemas/explanations.ts';
import { findItem } from './find-item.ts';
import { loadCheckout } from './load-checkout.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';

type Input = {
  actor: Actor | undefined;
  body: { branchId: string; item: string; patron: string; member?: string | undefined };
  now: number;
};

const eventually = { strong: false };

/** Explains how a checkout would be decided now, by the decision of the checkout itself, without writing it. */
export const explainCheckOut = async (deps: CirculationDeps, { actor, body, now }: Input) => {
  const { branchId } = body;
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const [item, patron] = await Promise.all([
    findItem(deps, body.item, eventually),
    resolvePatron(deps, body, eventually),
  ]);
  if ('refused' in item) return item;
  if ('refused' in patron) return patron;
  const closed = await refuseClosedRecord(deps, patron, branchId, now);
  if (closed) return closed;
  await logAccess(deps, { actor, patron, branchId, now });
  const loaded = await loadCheckout(deps, { item, patron }, { branchId, policies, now }, eventually);
  if ('refused' in loaded) return loaded;
  return answer(explained(decideCheckout({ ...loaded.request, loanId: deps.ids.next('loan', now) })));
};
