import { afterSettling, mayVoteOn, type ProposalAmendment, withValues } from './amendment.ts';
import type { ConsortiumProposal } from './consortium-proposal.ts';

const act = { by: 'staff:stf_1', at: '2026-06-01T09:00:00.000Z' };
const amendment = (amendmentId: string, over: Partial<ProposalAmendment>): ProposalAmendment => ({
  ...{ amendmentId, title: amendmentId, reason: 'It costs less.', number: 1, changes: [], state: 'evaluating' },
  ...{ proposed: act, v: 1, ...over },
});
const proposal: ConsortiumProposal = {
  ...{ proposalId: 'cpr_1', title: 'Fines', kind: 'fees', state: 'open', proposed: act, opened: act, v: 4 },
  text: { number: 1, hash: 'h1', supporters: ['ash', 'birch'] },
  ...{ simulation: { number: 1, hash: 's1', at: act.at }, amendmentsOpen: 4 },
};

test('G60 an accepted value gives a text without supporters, makes another value of the same place obsolete, and leaves the others', () => {
  const all = [
    amendment('a', { changes: [{ at: '/rules/dvd/cap', to: '800' }] }),
    amendment('b', { changes: [{ at: '/rules/dvd/cap', to: '900' }] }),
    amendment('c', { changes: [{ at: '/rules/dvd/finePerDay', to: '20' }] }),
    amendment('d', { text: 'Other reasons.', state: 'rejected' }),
  ];
  const { proposal: after, changed } = afterSettling(proposal, all, {
    ...{ amendmentId: 'a', state: 'accepted', act, text: { number: 2, hash: 'h2' } },
  });
  expect(changed.map(({ amendmentId, state, settled, v }) => [amendmentId, state, settled, v])).toEqual([
    ['a', 'accepted', act, 2],
    ['b', 'obsolete', act, 2],
  ]);
  expect(after).toMatchObject({ text: { number: 2, hash: 'h2', supporters: [] }, amendmentsOpen: 1, v: 5 });
  expect(after).not.toHaveProperty('simulation');
});

test('a ballot that decided nothing leaves the amendment to be settled, and the proposal under discussion with its text', () => {
  const voting: ConsortiumProposal = {
    ...{
      ...proposal,
      state: 'voting',
      ballotId: 'bal_2',
      closesAt: act.at,
      rounds: [{ ballotId: 'bal_1', hash: 'h0' }],
    },
    amending: { amendmentId: 'a', title: 'a' },
  };
  const vote = { ballotId: 'bal_2', outcome: 'inquorate' as const, yes: '1', no: '0', abstain: '0' };
  const { proposal: after, changed } = afterSettling(voting, [amendment('a', { text: 'Shorter.' })], {
    ...{ amendmentId: 'a', state: 'evaluating', act, vote },
  });
  expect(changed).toMatchObject([{ state: 'evaluating', vote }]);
  expect(changed[0]).not.toHaveProperty('settled');
  const { amending: _, closesAt: _c, ...discussed } = voting;
  expect(after).toEqual({ ...discussed, state: 'open', ballotId: 'bal_1', amendmentsOpen: 1, v: 5 });
});

test('the members may vote on what its author rejected, and not again on what they rejected themselves', () => {
  const vote = { ballotId: 'bal_1', outcome: 'lost' as const, yes: '1', no: '2', abstain: '0' };
  const may = (over: Partial<ProposalAmendment>) => mayVoteOn(amendment('a', over));
  expect([may({}), may({ state: 'rejected' }), may({ state: 'rejected', vote }), may({ state: 'withdrawn' })]).toEqual([
    ...[true, true, false, false],
  ]);
});

test('values are changed, added and removed at their places; a place that does not exist is found out', () => {
  const body = {
    owed: 10,
    'a/b': 1,
    rules: [
      { id: 'film', days: 7 },
      { id: 'book', days: 28, cap: 5 },
    ],
    codes: ['x', 'y'],
  };
  expect(
    withValues(body, [
      { at: '/owed', to: '20' },
      { at: '/rules/book/days', to: '21' },
    ]),
  ).toEqual({
    ...{
      ...body,
      owed: 20,
      rules: [
        { id: 'film', days: 7 },
        { id: 'book', days: 21, cap: 5 },
      ],
    },
  });
  expect(
    withValues(body, [{ at: '/rules/book/cap' }, { at: '/codes/0' }, { at: '/a~1b' }, { at: '/note', to: '"n"' }]),
  ).toEqual({
    ...{
      owed: 10,
      rules: [
        { id: 'film', days: 7 },
        { id: 'book', days: 28 },
      ],
      codes: ['y'],
      note: 'n',
    },
  });
  for (const at of ['/rules/dvd/days', '/owed/more', '/none/at/all'])
    expect(withValues(body, [{ at, to: '1' }])).toBeUndefined();
  expect(withValues(body, [{ at: '/none' }])).toBeUndefined();
});
