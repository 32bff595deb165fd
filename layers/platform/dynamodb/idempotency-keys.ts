import { keysOf } from './keys.ts';

/** The entities of idempotency in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  request: {
    pk: 'IDEM#{actor}#{operation}#{requestKey}',
    sk: 'IDEM',
    personal: {
      patron: 'To answer a repeated request alike, where a patron made it',
      staff: 'The same, where staff made it',
    },
    retention: { period: 'as long as the contract of the operation says, a day as a rule', ends: ['ttl', 'erasure'] },
    question: 'Was this Idempotency-Key used before, and what was answered?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
