import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { claimPolicySchema } from '../claims.ts';
import { orderIdSchema } from '../order.ts';
import { vendorCodeSchema } from '../vendor.ts';
import { type Issue, MOST_COPIES, subscriptionIdSchema } from './issue.ts';
import { firstIssueSchema, patternSchema, type SeriesKind, seriesKinds } from './pattern.ts';
import { type Bounds, type Predicted, predict, type SeriesState, seriesStateSchema, startOf } from './predict.ts';
import { daysLater } from './publication-days.ts';

/** How many issues are predicted at once, and how often a pattern changes at most. */
export const MOST_PREDICTED = 40;
const MOST_VERSIONS = 30;

/** How many days ahead issues are predicted, and how many issues at least where they are rare. */
const DAYS_AHEAD = 400;
const LEAST_AHEAD = 3;

/** How many issues of a pattern are followed to find its state on a day. */
const MOST_FOLLOWED = 6_000;

/** When so few predicted issues are left after one that arrived, more are predicted. */
const FEW_LEFT = 4;

const seriesSchema = z
  .strictObject({ pattern: patternSchema, first: firstIssueSchema })
  .refine(({ pattern, first }) => pattern.levels.length === first.numbers.length, {
    message: 'The first issue needs a number for each level',
    path: ['first', 'numbers'],
  })
  .meta({ id: 'SerialSeries' });
export type Series = z.infer<typeof seriesSchema>;

/** The patterns of a subscription, each with the first issue that it predicts. */
export const allSeriesSchema = z
  .strictObject({
    basic: seriesSchema,
    supplement: seriesSchema.exactOptional(),
    index: seriesSchema.exactOptional(),
  })
  .meta({ id: 'SerialPatterns' });
export type AllSeries = z.infer<typeof allSeriesSchema>;

/** What staff state of a subscription. */
export const subscriptionTermsSchema = z.strictObject({
  branchId: branchIdSchema,
  title: oneLine(300),
  issn: z
    .string()
    .regex(/^\d{4}-\d{3}[\dX]$/, 'An ISSN has 8 digits')
    .exactOptional(),
  /** The record of the union catalogue that it is about. */
  recordId: z.string().min(1).max(40).exactOptional(),
  vendor: vendorCodeSchema.exactOptional(),
  orderId: orderIdSchema.exactOptional(),
  note: oneLine(300).exactOptional(),
  copies: z.int().min(1).max(MOST_COPIES),
  /** The last day whose issues belong to it. */
  endsOn: z.iso.date().exactOptional(),
  /** Days between the day that an issue bears and its arrival; below 0 where it comes before. */
  arrivesAfter: z.int().min(-180).max(365),
  claims: claimPolicySchema,
  /** Who gets the first copy of each issue, in this order. */
  routing: z.array(oneLine(80)).max(30),
  /** Whether the routing list comes before holds. */
  routingFirst: z.boolean(),
  /** What the items of its issues have; absent where no items are made. `sourceId` is the record of the library. */
  item: z
    .strictObject({
      ...{ sourceId: z.string().min(3).max(200), location: oneLine(200, 0), callNumber: oneLine(200, 0) },
      category: oneLine(40),
    })
    .exactOptional(),
});
export type SubscriptionTerms = z.infer<typeof subscriptionTermsSchema>;

/** A subscription of a branch. A version of its patterns is in force from its first issue until that of the next. */
export const subscriptionSchema = subscriptionTermsSchema
  .extend({
    ...{ subscriptionId: subscriptionIdSchema, memberId: memberIdSchema },
    versions: z.array(allSeriesSchema).min(1).max(MOST_VERSIONS),
    /** Up to where the last version was predicted. */
    states: z.partialRecord(z.enum(seriesKinds), seriesStateSchema),
    v: z.int().min(1),
  })
  .meta({ id: 'SerialSubscription' });
export type Subscription = z.infer<typeof subscriptionSchema>;

/** Returns the patterns in force now, and the number of their version. */
export const currentVersion = ({
  versions,
}: Pick<Subscription, 'versions'>): { series: AllSeries; version: number } => {
  const series = versions.at(-1);
  if (!series) throw new Error('A subscription has patterns.');
  return { series, version: versions.length };
};

/** Returns whether a subscription can have another version of its patterns. */
export const takesVersion = ({ versions }: Subscription): boolean => versions.length < MOST_VERSIONS;

type Place = { kind: SeriesKind; version: number; place: number };

const issueFrom = (subscription: Subscription, { kind, version, place }: Place, predicted: Predicted): Issue => {
  const { isSkipped, ...named } = predicted;
  const { memberId, subscriptionId, copies, arrivesAfter } = subscription;
  const issueId = `${named.on}.${version}.${kind}.${place}`;
  return {
    ...{ memberId, subscriptionId, issueId, kind, version, place, ...named, copies, received: [], claims: [], v: 1 },
    ...{ expectedOn: daysLater(named.on, arrivesAfter), state: isSkipped ? 'not-issued' : 'expected' },
  };
};

type Planned = { subscription: Subscription; issues: Issue[] };

/**
 * Predicts the next issues of a subscription: of the basic series as many as asked for, and the supplements and indexes until the last of
 * them. Returns the new issues in the order of their days, and the subscription from which a later call continues.
 */
export const withPredicted = (subscription: Subscription, { most, until }: Bounds): Planned => {
  const { series, version } = currentVersion(subscription);
  const ends = [until, subscription.endsOn].filter((day) => day !== undefined).toSorted();
  const issues: Issue[] = [];
  const states: Subscription['states'] = {};
  const follow = (kind: SeriesKind, bounds: Bounds): string | undefined => {
    const of = series[kind];
    if (!of) return undefined;
    const from = subscription.states[kind] ?? startOf(of.pattern, of.first);
    const found = predict(of.pattern, from, bounds);
    issues.push(
      ...found.issues.map((one, at) => issueFrom(subscription, { kind, version, place: from.place + at + 1 }, one)),
    );
    states[kind] = found.state;
    return found.state.place > 0 ? found.state.on : undefined;
  };
  const last = follow('basic', { most, until: ends[0] });
  if (last !== undefined) for (const kind of ['supplement', 'index'] as const) follow(kind, { most, until: last });
  const inOrder = issues.toSorted((one, other) => (one.issueId < other.issueId ? -1 : 1));
  return { subscription: { ...subscription, states: { ...subscription.states, ...states } }, issues: inOrder };
};

/** Predicts the issues of the next year, as many as one write takes. `today` is the day at the branch. */
export const withNextYear = (subscription: Subscription, today: string): Planned => {
  const { basic } = currentVersion(subscription).series;
  const begins = [today, basic.first.on].toSorted().at(-1) ?? today;
  const whole = withPredicted(subscription, { most: MOST_PREDICTED });
  const until = daysLater(begins, DAYS_AHEAD);
  const near = whole.issues.filter(({ kind, on }) => kind === 'basic' && on <= until).length;
  return withPredicted(subscription, { most: Math.max(near, LEAST_AHEAD) });
};

/** Returns the states of the present patterns after the issues until a day: from there a longer subscription continues without a gap. */
export const statesUntil = (subscription: Subscription, until: string): Subscription['states'] => {
  const { series } = currentVersion(subscription);
  const states: Partial<Record<SeriesKind, SeriesState>> = {};
  for (const kind of seriesKinds) {
    const of = series[kind];
    const predicted = subscription.states[kind];
    if (!of || !predicted) continue;
    const most = Math.min(predicted.place, MOST_FOLLOWED);
    states[kind] = predict(of.pattern, startOf(of.pattern, of.first), { most, until }).state;
  }
  return states;
};

/**
 * Predicts the issues after a day that earlier versions of the patterns have before the present one begins: an earlier end removed them,
 * and a later one brings them back.
 */
export const restoredAfter = (subscription: Subscription, day: string): Issue[] =>
  subscription.versions.slice(0, -1).flatMap((series, at) => {
    const next = subscription.versions.slice(at + 1).map(({ basic }) => daysLater(basic.first.on, -1));
    const until = [...next, subscription.endsOn].filter((end) => end !== undefined).toSorted()[0];
    return seriesKinds.flatMap((kind) => {
      const of = series[kind];
      if (!of || until === undefined || until <= day) return [];
      const { issues } = predict(of.pattern, startOf(of.pattern, of.first), { most: MOST_FOLLOWED, until });
      return issues
        .map((one, place) => issueFrom(subscription, { kind, version: at + 1, place: place + 1 }, one))
        .filter(({ on }) => on > day);
    });
  });

/** Returns the predicted issues for whose days their series has no issue yet: one that arrived or was claimed is not predicted again. */
export const withoutPresent = (predicted: readonly Issue[], present: readonly Issue[]): Issue[] => {
  const days = new Set(present.map(({ kind, on }) => `${kind} ${on}`));
  return predicted.filter(({ kind, on }) => !days.has(`${kind} ${on}`));
};

/** Returns whether so few predicted issues follow one that more are predicted with its arrival. */
export const needsPrediction = (subscription: Subscription, { version, kind, place }: Issue): boolean =>
  version === subscription.versions.length &&
  kind === 'basic' &&
  (subscription.states.basic?.place ?? 0) - place < FEW_LEFT;
