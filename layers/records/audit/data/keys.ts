import { keysOf } from '../../../../layers/platform/dynamodb/keys.ts';

/** The entities of the audit in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  audit: {
    pk: 'AUDIT#{subject}',
    sk: '{at}#{auditId}',
    gsi2: { pk: 'AUDIT-AT#{place}', sk: '{at}#{auditId}' },
    personal: { patron: 'That two patrons were merged; who acted, where it was a patron', staff: 'Who changed what' },
    retention: { period: 'for good; what names an erased patron goes with them', ends: ['erasure'] },
    question: 'Who changed roles, policies or prices, when and why? What was changed at a library lately?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
