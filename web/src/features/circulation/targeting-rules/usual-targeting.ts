import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** The rules of the API until the consortium adopts others. */
export const usualTargeting = {
  proximity: { sameBranch: 0, sameMember: 10, elsewhere: 20, pairs: [], adjustments: [] },
  transportCost: null,
  weights: { tier: 1000, passed: 1001, load: 10, mostLoad: 500, justPassed: 100_000, manualReset: 500_000 },
  ...{ handicaps: [], fulfilment: [], transferLimits: [], ageProtection: [] },
  ...{ pageMinutes: 2880, nextCheckMinutes: 1440, skipClosed: false, skipClosedPickup: false, maxLoops: null },
  hardStall: { minutes: 0, local: 'branch' },
  capture: {
    ...{ order: 'fifo', orderByOwner: {}, goHomeAfterDays: 30, localPriority: null, verifyLocation: [] },
    softStallMinutes: 0,
  },
} satisfies PolicyVersion<'targeting'>['body'];
