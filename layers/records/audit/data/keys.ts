import { keysOf } from '../../../../layers/platform/dynamodb/keys.ts';

/** The entities of audit in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  audit: {
    pk: 'AUDIT#{subject}',
    sk: '{at}#{auditId}',
    question: 'Who changed roles, policies or prices, when and why?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
