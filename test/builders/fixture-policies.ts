import type * as z from 'zod';
import { defaultSharingPolicy } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import { blocksSchema } from '../../layers/records/policies/domain/blocks.ts';
import type { PolicyDocument } from '../../layers/records/policies/domain/document.ts';
import { feesSchema } from '../../layers/records/policies/domain/fees.ts';
import { holdsSchema } from '../../layers/records/policies/domain/holds.ts';
import { movementSchema } from '../../layers/records/policies/domain/movement.ts';
import { noticesSchema } from '../../layers/records/policies/domain/notices.ts';
import { patronsSchema } from '../../layers/records/policies/domain/patrons.ts';
import { targetingSchema } from '../../layers/records/policies/domain/targeting.ts';
import { fixtureLoanRuleVersions } from './fixture-loan-rules.ts';
import { fixtureSharing } from './fixture-prices.ts';

const version = (number: number, effectiveFrom: string, policy: Pick<PolicyDocument, 'kind' | 'body'>) => ({
  ...{ ...policy, version: number, effectiveFrom, adoptedBy: 'staff:stf_01kaw5v7n0000000000000002z' },
  decisionReference: `Board item ${number}`,
});
const patrons = (body: object) => ({ kind: 'patrons' as const, body: patronsSchema.parse(body) });
const blocks = (body: object) => ({ kind: 'blocks' as const, body: blocksSchema.parse(body) });
const notices = (body: object) => ({ kind: 'notices' as const, body: noticesSchema.parse(body) });
const fees = (body: object) => ({ kind: 'fees' as const, body: feesSchema.parse(body) });
const holds = (body: object) => ({ kind: 'holds' as const, body: holdsSchema.parse(body) });

/** The values that members may set themselves, each with its floor and ceiling. */
export const fixtureOwn = [
  { kind: 'fees' as const, value: 'card-replacement', min: 100, max: 500 },
  { kind: 'fees' as const, value: 'waiveLimit', max: 2000 },
  { kind: 'blocks' as const, value: 'maxLoans', min: 20, max: 100 },
] as const;

/** Rules for patrons with values that the form of patrons does not show. */
export const fixturePatronRules = {
  ...{ pins: { shortest: 5 }, cards: { maxOwed: 2000 }, sharing: { restricted: ['calder'] } },
  categories: { child: { untilAge: 13, becomes: 'adult' }, adult: {} },
  classes: { town: ['north', 'south'] },
};

/** Rules for interlibrary loans with a fee and waits of their own. */
export const fixtureSharingRules = {
  ...{ ...defaultSharingPolicy, answerInOpenHours: false, loanFees: [{ from: 'ashgrove', fee: 500 }] },
  lastResort: ['ashgrove'],
};

/** Rules for targeting with every kind of entry. */
export const fixtureTargeting = {
  proximity: {
    pairs: [{ from: 'riverton', to: 'calder', distance: 5, bothWays: true }],
    adjustments: [{ id: 'maps stay', owner: 'riverton', itemCategory: 'map', kind: 'relative', by: -3 }],
  },
  transportCost: { otherwise: null, pairs: [{ from: 'riverton', to: 'calder', cost: 40 }] },
  handicaps: [{ place: 'calder', points: 100 }],
  fulfilment: [{ itemCategory: 'journal', pickup: 'holding' }],
  transferLimits: [{ from: 'riverton', itemCategory: 'map' }],
  ageProtection: [{ owner: 'riverton', days: 90, withinDistance: 10 }],
  ...{ skipClosed: true, maxLoops: 3, hardStall: { minutes: 1440, local: 'member' } },
  capture: {
    order: ['priority', 'request-time'],
    orderByOwner: { calder: 'traditional', riverton: ['request-time'] },
    localPriority: {
      ...{ patron: 'home', item: 'home', excludedPatronCategories: ['library'] },
      excludedItems: [{ itemCategory: 'dvd' }, { itemId: 'itm_1' }],
    },
    verifyLocation: [{ location: 'Display' }],
    softStallMinutes: 60,
  },
} satisfies z.input<typeof targetingSchema>;

/** Movements with something in each list. */
export const fixtureMovement = {
  minimumTransitMinutes: 10,
  suppress: [{ name: 'One building', branches: ['riverton.main', 'riverton.teens'], holds: true, nonHolds: false }],
  returns: [{ items: { owner: 'riverton', itemCategory: 'dvd' }, to: 'holding' as const }],
  floating: [
    {
      group: 'fiction',
      items: [{ location: 'Adult fiction' }, { itemCategory: 'cd' }],
      places: [{ at: 'riverton', stopDepth: 1, cap: 40 }],
    },
  ],
  courier: {
    routes: [{ route: 'river', name: 'River', stops: ['riverton.main', 'riverton.eastside'], days: [1, 3] }],
    totes: { 'riverton.main': 'R-1' },
  },
};

const versionsOf: Record<string, object[]> = {
  patrons: [
    version(1, '2026-01-01T00:00:00.000Z', patrons(fixturePatronRules)),
    version(2, '2999-01-01T00:00:00.000Z', patrons({ pins: { shortest: 9 } })),
  ],
  blocks: [
    version(
      1,
      '2026-01-01T00:00:00.000Z',
      blocks({ maxLoans: 60, maxHolds: 30, owedLimit: 2500, accruedFines: 'ignore' }),
    ),
  ],
  'resource-sharing': [version(1, '2026-01-01T00:00:00.000Z', { kind: 'resource-sharing', body: fixtureSharingRules })],
  fees: [
    version(
      1,
      '2026-01-01T00:00:00.000Z',
      fees({
        ...{ currency: 'USD', fees: { 'card-replacement': 200, 'damaged-item': 800 } },
        members: { lakeshore: { 'card-replacement': 300 } },
      }),
    ),
    version(
      2,
      '2999-01-01T00:00:00.000Z',
      fees({ currency: 'USD', fees: { 'card-replacement': 200, 'damaged-item': 900 } }),
    ),
  ],
  notices: [version(1, '2026-01-01T00:00:00.000Z', notices({ defaults: { dueSoonDays: 2 } }))],
  'loan-rules': fixtureLoanRuleVersions,
  'copy-targets': [
    version(1, '2026-01-01T00:00:00.000Z', {
      kind: 'copy-targets',
      body: {
        targets: [
          { name: 'National library', address: 'https://sru.national.example/', syntax: 'marcxml', version: '1.2' },
          {
            name: 'University union',
            address: 'https://union.example/sru',
            database: 'all',
            syntax: 'marcxml',
            version: '1.1',
          },
        ],
      },
    }),
  ],
  exceptions: [
    version(1, '2026-01-01T00:00:00.000Z', {
      kind: 'exceptions',
      body: {
        zone: 'America/New_York',
        exceptions: [
          {
            ...{ id: 'exception-1', memberId: 'riverton', kind: 'blocks', value: 'maxLoans', amount: 80 },
            ...{ untilDay: '2099-06-30', reason: 'The building is renovated' },
          },
          {
            ...{ id: 'exception-2', memberId: 'lakeshore', kind: 'loan-rules', value: 'finePerDay', amount: 0 },
            ...{ itemCategory: 'dvd', untilDay: '2026-01-31', reason: 'A trial without fines' },
          },
        ],
      },
    }),
  ],
  movement: [version(1, '2026-01-01T00:00:00.000Z', { kind: 'movement', body: movementSchema.parse(fixtureMovement) })],
  targeting: [
    version(1, '2026-01-01T00:00:00.000Z', { kind: 'targeting', body: targetingSchema.parse(fixtureTargeting) }),
  ],
  floors: [
    version(1, '2026-01-01T00:00:00.000Z', {
      kind: 'floors',
      body: {
        bounds: [{ value: 'finePerDay', max: 100 }],
        alone: { amountsUpTo: 50, values: ['graceDays'] },
        own: [...fixtureOwn],
      },
    }),
  ],
  holds: [version(1, '2026-01-01T00:00:00.000Z', holds({ maxDuplicates: 2, othersWait: 'refuse' }))],
};

/**
 * The versions of a policy: for patrons one in force, with a limit on renewals, and one that begins much later; for holds one in force
 * that refuses checkouts while others wait; for blocks one that ignores accrued fines.
 */
export const fixturePolicies = (kind: string | null) => {
  const policies = versionsOf[kind ?? ''];
  return policies ? { policies } : fixtureSharing;
};
