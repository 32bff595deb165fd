import { idTime } from '../../../layers/kernel/identity/id.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { ruleOf } from '../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationDeps } from '../deps.ts';
import type { Decided, Explain } from '../domain/decisions/decision.ts';
import { contextWith } from '../domain/decisions/decision-use.ts';
import { acceptedOffline } from '../domain/decisions/offline.ts';
import { type StoredLoanResult, unpackLoan } from '../domain/decisions/stored-results.ts';
import type { NewKey } from '../domain/decisions/used-keys.ts';
import { decideCheckout } from '../domain/loans/checkout.ts';
import type { CheckoutRequest } from '../domain/loans/checkout-request.ts';
import { countersOf } from '../domain/loans/limit-groups.ts';
import { rulesMet } from '../domain/loans/rules-met.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { storedResult } from './item-idempotency.ts';
import { loadCheckout, resolveProxy } from './load-checkout.ts';
import { channelOf, type RefusalLog } from './log-refusal.ts';
import { madeOffline, refuseOlder } from './offline.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';
import { resolvePatron } from './resolve-patron.ts';
import { overrideAudit, supervises, supervisorOverride } from './supervisor-override.ts';
import { titleForMachine } from './title-for-machine.ts';

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
  /** When a desk without a network lent it (C87). */
  madeAt?: string | undefined;
  key: NewKey | undefined;
  now: number;
};

// Built only from the result stored with the key: a repeated request gets the same response whatever became of the loan.
const answerOf = (
  item: ItemCirculation,
  stored: StoredLoanResult,
  checkoutBranch: string,
  titled: { title?: string },
) => ({
  loan: {
    loanId: stored.loanId,
    itemId: item.itemId,
    barcode: item.barcode,
    ...(item.recordId !== undefined && { recordId: item.recordId }),
    ...titled,
    memberId: item.memberId,
    checkoutBranch,
    checkedOutAt: iso(idTime(stored.loanId) ?? 0),
    due: stored.due,
    state: 'open' as const,
    renewals: 0,
  },
  because: { ruleId: stored.ruleId, policyVersion: stored.policyVersion },
  ...(stored.conflicts && { conflicts: stored.conflicts }),
});

const refusalLogOf = (request: CheckoutRequest, { explain }: { explain: Explain }, refusalId: string): RefusalLog => {
  const { item, patron, at, branchId: branch, calendar, channel, policies, overdue, accrued } = request;
  const groups = [...countersOf(policies, item, branch).values()];
  const met = { ...rulesMet(request, explain.rule, branch, groups), overdue, accrued };
  return {
    ...{ decision: 'checkout', refusalId, at, branch, patron, item, groups },
    ...(explain.rule && { ruleId: ruleOf(explain.rule, 'loanPeriod') }),
    ...(explain.policyVersion !== undefined && { policyVersion: explain.policyVersion }),
    context: contextWith(patron, undefined, calendar.timeZone, channel, met),
  };
};

/** Returns whether the times that an actor gives are those of a device of the library, or a supervisor's own responsibility. */
const mayEnterOffline = (actor: Actor | undefined, branchId: string): boolean =>
  actor?.kind === 'machine' || (actor?.kind === 'staff' && (actor.desk !== undefined || supervises(actor, branchId)));

/**
 * Decides a checkout. One that was made without a network is accepted in spite of what a supervisor could override, where a shared desk, a
 * self-check or a supervisor enters it; from anybody else it is refused and waits for a supervisor, since a made-up time would otherwise pass every rule.
 */
const decideOffline = (request: CheckoutRequest, actor: Actor | undefined) => {
  const decision = decideCheckout(request);
  const { override } = request;
  const isAsked = !('refused' in decision) || request.madeAt === undefined || override !== undefined;
  if (isAsked || !mayEnterOffline(actor, request.branchId)) return { decision, override };
  const accepted = acceptedOffline(actorName(actor).replace(/^staff:/, ''));
  return { decision: decideCheckout({ ...request, override: accepted }), override: accepted };
};

const letThroughIn = ({ facts }: Pick<Decided, 'facts'>): string[] =>
  String(facts.find(({ name }) => name === 'refusals-overridden')?.detail?.codes ?? '')
    .split(' ')
    .filter(Boolean);

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
  const offline = madeOffline({ actor, madeAt: input.madeAt, policies, now });
  if ('refused' in offline) return offline;
  const { made } = offline;
  // A self-check cannot verify that the item stays in the library.
  const inLibrary = input.inLibrary === true && actor?.kind !== 'machine';
  const [at, channel] = [iso(now), channelOf(actor)];
  const loanId = deps.ids.next('loan', made.madeAt === undefined ? now : Date.parse(made.madeAt));
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
    if (used && 'refused' in used) return used;
    const titled = await titleForMachine(deps, actor, item, now);
    if (used) return { again: answerOf(item, unpackLoan(used.result), branchId, titled) };
    const older = refuseOlder(item, made, 'checkout');
    if (older) return older;
    const loaded = await loadCheckout(deps, { item, patron }, { branchId, policies, now }, consistency);
    if ('refused' in loaded) return loaded;
    const proxy = await resolveProxy(deps, input.proxy, loaded.request, consistency);
    if ('refused' in proxy) return proxy;
    const request = {
      ...loaded.request,
      ...supervised,
      ...made,
      ...proxy.acting,
      loanId,
      inLibrary,
      channel,
      ...(key && { key }),
    };
    const { decision, override } = decideOffline(request, actor);
    const log = () => refusalLogOf(request, decision, deps.ids.next('decision', now));
    if ('refused' in decision) return { refused: decision.refused, log };
    const conflicts = made.madeAt === undefined ? [] : letThroughIn(decision);
    const { due = at, ruleId = 'base', policyVersion = 0 } = decision.changes.item?.after.loan ?? {};
    const holds = [request.claim, request.ownHold].flatMap((hold) => hold ?? []);
    const audit = overrideAudit('checkout', item, at, deps.ids.next('audit', now), override, branchId);
    return {
      decided: decision,
      read: { item, patrons: [patron], holds, by: actorName(actor), withWrites: proxy.writes, ...audit },
      answer: answerOf(
        item,
        { loanId, due, ruleId, policyVersion, ...(conflicts.length > 0 && { conflicts }) },
        branchId,
        titled,
      ),
      log,
    };
  });
};
