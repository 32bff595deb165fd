import { keysOf } from '../../../../layers/platform/dynamodb/keys.ts';

/** The entities of policies in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  policy: {
    pk: 'POLICY#{kind}',
    sk: '{effectiveFrom}#{version}',
    personal: { staff: 'Who adopted it' },
    retention: { period: 'for good: what was decided by it must stay explainable', ends: [] },
    question: 'Which version of this policy is or was in force?',
  },
  policyVersion: {
    pk: 'POLICY-VERSION#{kind}',
    sk: '{version}',
    personal: 'none',
    retention: { period: 'for good, with its policy', ends: [] },
    question: 'Is this version of a policy adopted? Claimed once, so that two adopted at once follow each other',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
