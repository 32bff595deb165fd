import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { MOST_ISSUES } from '../data/subscription-store.ts';
import type { SerialDeps } from '../deps.ts';
import { type Issue, isUntouched } from '../domain/serials/issue.ts';
import {
  type AllSeries,
  restoredAfter,
  type Subscription,
  type SubscriptionTerms,
  statesUntil,
  takesVersion,
  withNextYear,
} from '../domain/serials/subscription.ts';
import { branchDay } from './branch-day.ts';

type Asked = SubscriptionTerms & { subscriptionId?: string; series?: AllSeries; v: number };
type Input = { memberId: string; asked: Asked; by: string; now: number; keep: Keep<Subscription> };

/** Returns the subscription that is changed; undefined for a new one. */
const before = async ({ subscriptions }: SerialDeps, { memberId, asked: { subscriptionId, series, v } }: Input) => {
  if (subscriptionId === undefined)
    return series ? undefined : refuse('no-pattern', 'A new subscription needs a pattern.', '/body/series');
  const found = await subscriptions.get({ memberId, subscriptionId });
  if (!found) return refuse('unknown-subscription', 'The library has no such subscription.', '/body/subscriptionId');
  if (found.v !== v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  return series && !takesVersion(found)
    ? refuse('too-many-patterns', 'Its pattern changed too often.', '/body/series')
    : found;
};

const refuseTerms = async ({ branches, vendors, orders }: SerialDeps, { memberId, asked, now }: Input) => {
  const { branchId, vendor: code, orderId } = asked;
  if (!branchId.startsWith(`${memberId}.`) || !(await branches.get(branchId, now)))
    return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
  if (code !== undefined && !(await vendors.get({ memberId, code })))
    return refuse('unknown-vendor', `There is no vendor ${code}.`, '/body/vendor');
  if (orderId !== undefined && !(await orders.get({ memberId, orderId })))
    return refuse('unknown-order', 'The library has no such order.', '/body/orderId');
  const source = asked.item?.sourceId;
  return source !== undefined && !source.startsWith(`${memberId}:`)
    ? refuse('unknown-record', `${memberId} contributed no record ${source}.`, '/body/item/sourceId')
    : undefined;
};

/** Returns the first day whose predicted issues are replaced: that of a new pattern, or the one after an earlier end. */
const replacedFrom = ({ series, endsOn }: Asked, earlier: Subscription): string | undefined => {
  const isEarlier = endsOn !== undefined && (earlier.endsOn === undefined || endsOn < earlier.endsOn);
  const days = [...(series ? [series.basic.first.on] : []), ...(isEarlier ? [`${endsOn}~`] : [])];
  return days.toSorted()[0];
};

/** Returns the subscription after the change with the issues that are new, and those whose prediction is replaced. */
const planned = async (deps: SerialDeps, { memberId, asked, now }: Input, earlier: Subscription | undefined) => {
  const { subscriptionId: _id, series, v: _v, ...terms } = asked;
  const today = await branchDay(deps, asked.branchId, now);
  const same = {
    ...{ subscriptionId: earlier?.subscriptionId ?? deps.ids.next('subscription', now), memberId },
    ...{ ...terms, v: (earlier?.v ?? 0) + 1 },
  };
  const from = earlier && replacedFrom(asked, earlier);
  const removed = from === undefined ? [] : (await deps.subscriptions.issues(same, from)).filter(isUntouched);
  const { versions = [], states = {} } = earlier ?? {};
  const ended = earlier?.endsOn;
  const isLonger = ended !== undefined && (asked.endsOn === undefined || asked.endsOn > ended);
  const subscription = series
    ? { ...same, versions: [...versions, series], states: {} }
    : { ...same, versions, states };
  // A later end is filled by the next prediction, which continues from the last issue.
  if (!series && from !== undefined && asked.endsOn !== undefined)
    return { subscription: { ...subscription, states: statesUntil(subscription, asked.endsOn) }, issues: [], removed };
  if (!series && !isLonger) return { subscription, issues: [] as Issue[], removed };
  const next = withNextYear(subscription, today);
  const restored = isLonger ? restoredAfter(subscription, ended) : [];
  return { ...next, issues: [...restored, ...next.issues], removed };
};

/**
 * Makes a subscription with the issues of its next year, or changes one. A new pattern replaces predicted issues from its first day on, and
 * leaves those with which anything was done.
 */
export const writeSubscription = (deps: SerialDeps, input: Input) =>
  retryOnConflict(`Subscriptions of ${input.memberId}`, async () => {
    const { memberId, asked, by, now, keep } = input;
    const earlier = await before(deps, input);
    if (earlier && 'refused' in earlier) return earlier;
    const refusal = await refuseTerms(deps, input);
    if (refusal) return refusal;
    const { subscription, issues, removed } = await planned(deps, input, earlier);
    if (issues.length + removed.length > MOST_ISSUES)
      return refuse('too-many-issues', 'Too many predicted issues change: choose a later day.', '/body/series');
    const audit = { subject: `member:${memberId}`, auditId: deps.ids.next('audit', now), at: iso(now), by };
    const detail = { subscription: subscription.subscriptionId, before: earlier ?? null, after: asked };
    const beside = [auditWrite({ ...audit, did: 'write-subscription', detail }), ...keep(subscription)];
    const isWritten = await deps.subscriptions.put({ subscription, issues, removed, beside });
    return isWritten ? answer(subscription) : undefined;
  });
