import { keysOf } from '../../../../layers/platform/dynamodb/keys.ts';

/** The entities of the audit in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  audit: {
    pk: 'AUDIT#{subject}',
    sk: '{at}#{auditId}',
    gsi2: { pk: 'AUDIT-AT#{place}', sk: '{at}#{auditId}' },
    personal: {
      patron: 'To record that two patrons were merged, and that a patron caused it',
      staff: 'Who changed it',
    },
    retention: { period: 'permanent; data about an erased patron are deleted with the patron', ends: ['erasure'] },
    question: 'Who changed roles, policies or prices, when and why? What was changed at a library lately?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
