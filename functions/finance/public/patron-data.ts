import type { PatronData } from '../../patrons/public/patron-data.ts';

/** Measured use, when a patron is erased: its rows never name a patron and do not change. */
export const patronData: PatronData = {
  erasure: {
    usageDay: 'closed',
    usageBatch: 'closed',
    usageEvidence: 'closed',
    usageWaiting: 'closed',
    idleReading: 'closed',
  },
};
