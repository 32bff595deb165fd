import { idTime } from '../../../layers/kernel/identity/id.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { ruleOf } from '../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationDeps } from '../deps.ts';
import type { Explain } from '../domain/decisions/decision.ts';
import { contextWith } from '../domain/decisions/decision-use.ts';
import { type StoredLoanResult, unpackLoan } from '../domain/decisions/stored-results.ts';
import type { NewKey } from '../domain/decisions/used-keys.ts';
import { decideCheckout } from '../domain/loans/checkout.ts';
import type { CheckoutRequest } from '../domain/loans/checkout-request.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { storedResult } from './item-idempotency.ts';
import { loadCheckout, resolveProxy } from './load-checkout.ts';
import { channelOf, type RefusalLog } from './log-refusal.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';
import { overrideAudit, supervisorOverride } from './supervisor-override.ts';

/** The input of a checkout: item, patron, branch and actor; `now` in epoch ms. */
export type CheckOutInput = {
  actor: Actor | undefined;
  branchId: string;
  item: string;
  patron: string;
  member?: string | undefined;
  /** The proxy who borrows for the patron. */
  proxy?: string | undefined;
  override?: { comment: string; due?: string | undefined } | undefined;
  /** The patron uses the item in the library. */
  inLibrary?: boolean | undefined;
  key: NewKey | undefined;
  now: number;
};

// Built only from the result stored with the key: a repeated request gets the same response whatever became of the loan.
const answerOf = (item: ItemCirculation, stored: StoredLoanResult, checkoutBranch: string) => ({
  loan: {
    loanId: stored.loanId,
    itemId: item.itemId,
    barcode: item.barcode,
    ...(item.recordId !== undefined && { recordId: item.recordId }),
    memberId: item.memberId,
    checkoutBranch,
    checkedOutAt: iso(idTime(stored.loanId) ?? 0),
    due: stored.due,
    state: 'open' as const,
    renewals: 0,
  },
  because: { ruleId: stored.ruleId, policyVersion: stored.policyVersion },
});

const refusalLogOf = (request: CheckoutRequest, { explain }: { explain: Explain }, refusalId: string): RefusalLog => {
  const { item, patron, at, branchId: branch, calendar, channel } = request;
  return {
    ...{ decision: 'checkout', refusalId, at, branch, patron, item },
    ...(explain.rule && { ruleId: ruleOf(explain.rule, 'loanPeriod') }),
    ...(explain.policyVersion !== undefined && { policyVersion: explain.policyVersion }),
    context: contextWith(patron, undefined, calendar.timeZone, channel),
  };
};

/**
 * Checks an item out to a patron: reads, decides with all refusals at once, and writes in one transaction. Returns the same loan for a
 * repeated key.
 */
export const checkOut = async (deps: CirculationDeps, input: CheckOutInput) => {
  const { actor, branchId, key, now } = input;
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const supervised = supervisorOverride(actor, branchId, input.override);
  if ('refused' in supervised) return supervised;
  // A self-check cannot verify that the item stays in the library.
  const inLibrary = input.inLibrary === true && actor?.kind !== 'machine';
  const [at, loanId, channel] = [iso(now), deps.ids.next('loan', now), channelOf(actor)];
  return decideAndSave(deps.table, async (consistency) => {
    const [item, patron] = await Promise.all([
      findItem(deps, input.item, consistency),
      resolvePatron(deps, input, consistency),
    ]);
    if ('refused' in item) return item;
    if ('refused' in patron) return patron;
    const closed = await refuseClosedRecord(deps, patron, branchId, now);
    if (closed) return closed;
    const used = storedResult(item, key);
    if (used) return 'refused' in used ? used : { again: answerOf(item, unpackLoan(used.result), branchId) };
    const loaded = await loadCheckout(deps, { item, patron }, { branchId, policies, now }, consistency);
    if ('refused' in loaded) return loaded;
    const proxy = await resolveProxy(deps, input.proxy, loaded.request, consistency);
    if ('refused' in proxy) return proxy;
    const request = {
      ...loaded.request,
      ...supervised,
      ...proxy.acting,
      loanId,
      inLibrary,
      channel,
      ...(key && { key }),
    };
    const decision = decideCheckout(request);
    const log = () => refusalLogOf(request, decision, deps.ids.next('decision', now));
    if ('refused' in decision) return { refused: decision.refused, log };
    const { due = at, ruleId = 'base', policyVersion = 0 } = decision.changes.item?.after.loan ?? {};
    const holds = [request.claim, request.ownHold].flatMap((hold) => hold ?? []);
    const audit = overrideAudit('checkout', item, at, deps.ids.next('audit', now), supervised.override);
    return {
      decided: decision,
      read: { item, patrons: [patron], holds, by: actorName(actor), withWrites: proxy.writes, ...audit },
      answer: answerOf(item, { loanId, due, ruleId, policyVersion }, branchId),
      log,
    };
  });
};
