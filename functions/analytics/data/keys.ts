import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of analytics in the one table: their keys and access patterns. */
export const keys = keysOf({
  factSecret: {
    pk: 'FACT-SECRET',
    sk: 'SECRET',
    personal: 'none',
    retention: { period: 'permanent: one row', ends: [] },
    question: 'With which secret does this deployment compute the ids of facts in its archive?',
  },
});

export const { key } = keys;
