import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of governance in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  ruleProposal: {
    pk: 'RULE-PROPOSALS#{memberId}',
    sk: '{proposalId}',
    gsi2: { pk: 'RULE-PROPOSALS-WAITING', sk: '{memberId}#{proposalId}' },
    personal: { staff: 'Who proposed, decided and saw it' },
    retention: { period: 'for good: why a rule changed must stay explainable', ends: [] },
    question:
      'Which changes of its own rules did a member propose, and what became of them? gsi2: those that wait for a second person (sparse)',
  },
  secondPerson: {
    pk: 'SECOND-PERSONS',
    sk: '{memberId}',
    personal: { staff: 'Who adopts changes for a member with one person' },
    retention: { period: 'until it is withdrawn', ends: ['code'] },
    question: 'Who outside a member adopts its changes, and did that person accept? One item a member',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
