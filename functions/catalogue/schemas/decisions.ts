import { type DecisionView, MOST_DECIDED } from '../domain/union/decision.ts';

/** An example merge for the contracts of the operations on decisions. */
export const exampleDecision: DecisionView = {
  decisionId: 'dcs_01kb0000000000000000000000',
  did: 'merge',
  before: ['rec_01kb0000000000000000000000', 'rec_01kc0000000000000000000000'],
  after: ['rec_01kb0000000000000000000000'],
  one: [{ sourceId: 'riverton:b1000', memberId: 'riverton' }],
  two: [{ sourceId: 'lakeshore:77', memberId: 'lakeshore' }],
  at: '2026-11-24T10:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  reason: 'The same printing: compared in the hand.',
  because: ['same ISBN', 'same title', 'pages differ by 2'],
};

/** The errors that every decision on union records can return. */
export const decisionRefusals = {
  'unknown-record': { status: 404, meaning: 'There is no such record, or the caller may not see it.' },
  'not-yours': { status: 403, meaning: 'No member for which the caller catalogues has a part in these records.' },
  'too-many-records': {
    status: 422,
    meaning: `More than ${MOST_DECIDED} source records would be ruled on at once: decide in steps.`,
  },
} as const;
