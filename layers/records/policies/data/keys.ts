import { keysOf } from '../../../../layers/platform/dynamodb/keys.ts';

/** The entities of policies in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  policy: {
    pk: 'POLICY#{kind}',
    sk: '{version}',
    personal: { staff: 'Who adopted it' },
    retention: { period: 'permanent: decisions by it must remain explainable', ends: [] },
    question:
      'What does this version of a policy say? A number is claimed once, so that two adopted at once follow each other',
  },
  policiesInForce: {
    pk: 'POLICIES',
    sk: 'IN-FORCE',
    personal: 'none',
    retention: { period: 'permanent', ends: [] },
    question: 'Which version of each kind of policy is in force, and which begin later?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
