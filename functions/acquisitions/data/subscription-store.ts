import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readMatching } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Issue, isAwaited, issueSchema, isUntouched } from '../domain/serials/issue.ts';
import { type Subscription, subscriptionSchema, withoutPresent } from '../domain/serials/subscription.ts';
import { gsi2, indexPartition, key } from './keys.ts';

type Place = { memberId: string; subscriptionId: string };
type IssuePlace = Place & { issueId: string };

/** What is written together: the subscription where it changed, issues that changed or are new, and predicted ones that are no more. */
export type SerialChange = {
  subscription?: Subscription | undefined;
  issues?: readonly Issue[];
  removed?: readonly Issue[];
  beside: readonly Write[];
};

/** How many issues one transaction writes and removes at most, beside what belongs to them. */
export const MOST_ISSUES = 85;

/** Stores subscriptions with their issues. */
export type SubscriptionStore = {
  /** A strong read. */
  get(place: Place): Promise<Subscription | undefined>;
  /** Returns the subscriptions of a member, the newest first: all, or those of a branch. */
  list(
    memberId: string,
    branchId: string | undefined,
    page: PageRequest,
  ): Promise<CursorPage<Subscription> | 'bad-cursor'>;
  /** Returns the subscriptions of these ids, as far as they exist. */
  getAll(places: readonly Place[]): Promise<Map<string, Subscription>>;
  /** Returns the subscriptions of all members to a record. */
  toRecord(recordId: string): Promise<Subscription[]>;
  /** A strong read. */
  issue(place: IssuePlace): Promise<Issue | undefined>;
  /** Returns all issues of a subscription from a day on, in their order. A strong read. */
  issues(place: Place, from?: string): Promise<Issue[]>;
  /** Returns a page of the issues of a subscription, the latest first. */
  listIssues(place: Place, page: PageRequest): Promise<CursorPage<Issue> | 'bad-cursor'>;
  /** Returns a page of the awaited issues of a member that are expected until a day, the earliest first. */
  awaited(memberId: string, until: string, page: PageRequest): Promise<CursorPage<Issue> | 'bad-cursor'>;
  /**
   * Writes all in one transaction: `false` when one of them is not as it was read. A predicted issue for whose day its series has one that
   * is not removed is left out.
   */
  put(change: SerialChange): Promise<boolean>;
};

const bare = (row: Record<string, unknown>): Record<string, unknown> => {
  const { pk: _p, sk: _s, gsi2pk: _g, gsi2sk: _h, entity: _e, schema: _c, ...rest } = row;
  return rest;
};
const readSubscription = (row: Record<string, unknown>): Subscription => subscriptionSchema.parse(bare(row));
const readIssue = (row: Record<string, unknown>): Issue => issueSchema.parse(bare(row));

const subscriptionWrite = (subscription: Subscription): Write => {
  const { recordId } = subscription;
  const index = recordId === undefined ? {} : gsi2('subscription', { ...subscription, recordId });
  const put = {
    ...key('subscription', subscription),
    ...index,
    ...stamp('subscription', subscription.v),
    ...subscription,
  };
  return { put, when: expectedVersion(subscription.v - 1) };
};

const issueWrite = (issue: Issue): Write => {
  const index = isAwaited(issue) ? gsi2('serialIssue', issue) : {};
  return {
    put: { ...key('serialIssue', issue), ...index, ...stamp('serialIssue', issue.v), ...issue },
    when: expectedVersion(issue.v - 1),
  };
};

/** Returns the issues of a change without the predicted ones for whose days their series has one that is not removed. */
const written = async (table: Table, { issues = [], removed = [] }: SerialChange): Promise<Issue[]> => {
  const predicted = issues.filter(isUntouched);
  const days = predicted.map(({ on }) => on).toSorted();
  const [place, from, until] = [predicted[0], days[0], days.at(-1)];
  if (!place || from === undefined || until === undefined) return [...issues];
  const partition = key('serialIssue', { ...place, issueId: '-' }).pk;
  const rows = await table.queryAll({ partition, between: [from, `${until}~`], strong: true });
  const gone = new Set(removed.map(({ issueId }) => issueId));
  const present = rows.map(readIssue).filter(({ issueId }) => !gone.has(issueId));
  return [...issues.filter((issue) => !isUntouched(issue)), ...withoutPresent(predicted, present)];
};

/** Stores subscriptions and issues in the table. */
export const subscriptionStore = (table: Table): SubscriptionStore => ({
  get: async (place) => {
    const found = await table.get(key('subscription', place), { strong: true });
    return found && readSubscription(found);
  },
  list: (memberId, branchId, page) => {
    const partition = key('subscription', { memberId, subscriptionId: '-' }).pk;
    const wanted = (row: Record<string, unknown>): boolean => branchId === undefined || row.branchId === branchId;
    return readMatching(table, { partition, backwards: true }, page, { wanted, read: readSubscription });
  },
  getAll: async (places) => {
    const ids = new Map(places.map((place) => [place.subscriptionId, place]));
    const rows = await table.getMany([...ids.values()].map((place) => key('subscription', place)));
    const found = rows.flatMap((row) => (row ? [readSubscription(row)] : []));
    return new Map(found.map((subscription) => [subscription.subscriptionId, subscription]));
  },
  toRecord: async (recordId) => {
    const partition = indexPartition('subscription', 'gsi2', { recordId });
    return (await table.queryAll({ index: 'gsi2', partition })).map(readSubscription);
  },
  issue: async (place) => {
    const found = await table.get(key('serialIssue', place), { strong: true });
    return found && readIssue(found);
  },
  issues: async (place, from = '0') => {
    const partition = key('serialIssue', { ...place, issueId: '-' }).pk;
    return (await table.queryAll({ partition, between: [from, '~'], strong: true })).map(readIssue);
  },
  listIssues: (place, page) => {
    const partition = key('serialIssue', { ...place, issueId: '-' }).pk;
    return readMatching(table, { partition, backwards: true }, page, { wanted: () => true, read: readIssue });
  },
  awaited: (memberId, until, page) => {
    const partition = indexPartition('serialIssue', 'gsi2', { memberId });
    const query = { index: 'gsi2' as const, partition, between: ['0', `${until}~`] as [string, string] };
    return readMatching(table, query, page, { wanted: () => true, read: readIssue });
  },
  put: async (change) => {
    const { subscription, removed = [], beside } = change;
    const issues = await written(table, change);
    const removals = removed.map(
      (issue): Write => ({ delete: key('serialIssue', issue), when: expectedVersion(issue.v) }),
    );
    const first = subscription ? [subscriptionWrite(subscription)] : [];
    return (await table.write([...first, ...issues.map(issueWrite), ...removals, ...beside])) === undefined;
  },
});
