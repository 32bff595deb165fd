import type { Issue } from '../domain/serials/issue.ts';
import type { AllSeries, Subscription, SubscriptionTerms } from '../domain/serials/subscription.ts';

/** The patterns of a monthly, for examples in contracts. */
export const exampleSeries: AllSeries = {
  basic: {
    pattern: {
      ...{ frequency: 'm', dates: ['year', 'month'], calendarChange: ['01'], language: 'en' },
      levels: [
        { caption: 'v.', restarts: false },
        { caption: 'no.', units: 12, restarts: true },
      ],
    },
    first: { on: '2026-11-01', numbers: [8, 11] },
  },
};

/** What staff state of a subscription, for examples in contracts. */
export const exampleTerms: SubscriptionTerms = {
  ...{
    branchId: 'riverton.main',
    title: 'Bee World',
    issn: '0005-772X',
    vendor: 'MIDWEST',
    copies: 1,
    arrivesAfter: 5,
  },
  ...{ recordId: 'rec_01kb0000000000000000000000', claims: { after: 30, every: 30, most: 3 } },
  ...{ routing: ['Reading room', 'Grace Oyelaran'], routingFirst: true },
};

/** A subscription, for examples in contracts. */
export const exampleSubscription: Subscription = {
  ...{ subscriptionId: 'sub_01kb0000000000000000000000', memberId: 'riverton', ...exampleTerms },
  versions: [exampleSeries],
  states: {
    basic: { anchor: '2026-11-01', step: 1, on: '2026-12-01', place: 2, numbers: [8, 12], counted: [8, 12] },
  },
  v: 1,
};

/** An issue of it, for examples in contracts. */
export const exampleIssue: Issue = {
  ...{ memberId: 'riverton', subscriptionId: exampleSubscription.subscriptionId, issueId: '2026-11-01.1.basic.1' },
  ...{ kind: 'basic', version: 1, place: 1, on: '2026-11-01', label: 'v.8:no.11 (2026:Nov.)', numbers: [8, 11] },
  ...{ expectedOn: '2026-11-06', state: 'expected', copies: 1, received: [], claims: [], v: 1 },
};

/** Refusals about one subscription. */
export const subscriptionRefusals = {
  'unknown-subscription': { status: 404, meaning: 'The library has no such subscription.' },
  'changed-meanwhile': { status: 409, meaning: 'It was changed since you read it: look again.' },
} as const;
