import { createHash } from 'node:crypto';
import { type BallotRecord, countRecord, differences } from './ballot.ts';
import { votingRuleSchema } from './voting-rule.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const record: BallotRecord = {
  terms: {
    ...{ ballotId: 'b1', question: 'Limit of 20 holds?', textHash: 'a'.repeat(64), leavers: 'stand' },
    ...{ opensAt: '2026-03-05T14:00:00.000Z', closesAt: '2026-03-12T13:00:00.000Z' },
    rule: votingRuleSchema.parse({
      majority: { of: { numerator: 2, denominator: 3 }, compare: 'at-least', base: 'yes-and-no', unit: 'weight' },
      ...{ vetoes: [], recusalReducesBase: true },
    }),
  },
  voters: [
    ...[
      { memberId: 'a', weight: '40.5' },
      { memberId: 'b', weight: '20' },
    ],
    { memberId: 'c', weight: '10' },
  ],
  votes: [
    { memberId: 'a', choice: 'yes' },
    { memberId: 'b', choice: 'no' },
  ],
};

describe('The record of a ballot', () => {
  const published = countRecord(record, hash);
  test('G80 A recount from the download gives the same result and seals, in any order of its rows', () => {
    const shuffled = { ...record, voters: record.voters.toReversed(), votes: record.votes.toReversed() };
    expect(countRecord(shuffled, hash)).toEqual(published);
    expect(differences(shuffled, published, hash)).toEqual([]);
    expect(published.result).toMatchObject({
      outcome: 'carried',
      weight: { yes: '40.5', no: '20', abstain: '0', entitled: '70.5' },
      majorities: [{ unit: 'weight', count: '40.5', base: '60.5', isMet: true }],
    });
  });
  test('G80 A changed question, voter or vote gives another seal, and the page says which part', () => {
    const asked = { ...record, terms: { ...record.terms, question: 'Limit of 30 holds?' } };
    expect(differences(asked, published, hash)).toEqual(['terms']);
    const added = { ...record, voters: [...record.voters, { memberId: 'd', weight: '1' }] };
    expect(differences(added, published, hash)).toEqual(['terms', 'result']);
    const turned = {
      ...record,
      votes: [
        { memberId: 'a', choice: 'no' as const },
        { memberId: 'b', choice: 'no' as const },
      ],
    };
    expect(differences(turned, published, hash)).toEqual(['votes', 'result']);
  });
});
