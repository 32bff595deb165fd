import type { SceneAnswer } from './scene.ts';

const rosa = 'staff:stf_01kaw5v7n0000000000000001z';
const rule = {
  ...{ id: 'riverton-child', setBy: 'riverton' },
  when: { itemOwner: 'riverton', itemCategory: 'book', patronCategory: 'child' },
};
const proposal = {
  ...{ memberId: 'riverton', state: 'waiting', follows: 15, v: 1, mine: false, mayDecide: true, outdated: false },
  proposed: { by: rosa, at: '2026-11-20T10:00:00.000Z' },
};

/** Proposed changes of rules: one to decide, one adopted by its author alone, and one's own on outdated rules. */
export const fixtureProposals = {
  proposals: [
    {
      ...{ ...proposal, proposalId: 'prp_1', reason: 'Children read longer in summer' },
      changes: [{ before: { ...rule, values: { renewals: 5 } }, after: { ...rule, values: { renewals: 7 } } }],
    },
    {
      ...{ ...proposal, proposalId: 'prp_2', state: 'adopted', alone: true, reason: 'Fines in whole dimes' },
      ...{ decided: proposal.proposed, version: 13 },
      changes: [
        {
          before: {
            id: 'riverton-fines',
            setBy: 'riverton',
            when: { checkout: 'riverton' },
            values: { finePerDay: 15 },
          },
          after: {
            id: 'riverton-fines',
            setBy: 'riverton',
            when: { checkout: 'riverton' },
            values: { finePerDay: 10 },
          },
        },
      ],
    },
    {
      ...{ ...proposal, proposalId: 'prp_3', mine: true, mayDecide: false, outdated: true, follows: 12 },
      reason: 'Books return sooner',
      changes: [
        {
          before: {
            ...{ id: 'riverton-books', setBy: 'riverton', when: { itemOwner: 'riverton', itemCategory: 'book' } },
            values: { loanPeriod: { days: 28 }, renewals: 2 },
          },
          after: {
            ...{ id: 'riverton-books', setBy: 'riverton', when: { itemOwner: 'riverton', itemCategory: 'book' } },
            values: { loanPeriod: { days: 21 }, renewals: 2 },
          },
        },
      ],
    },
    {
      ...{ ...proposal, proposalId: 'prp_4', reason: 'Cards cost us more', follows: 2, changes: [] },
      own: { kind: 'fees' as const, before: {}, after: { 'card-replacement': 250 } },
    },
  ],
  seconds: [
    {
      ...{ memberId: 'northfield', staffId: 'stf_01kaw5v7n0000000000000002z', state: 'named', isMe: true },
      ...{ namedBy: rosa, namedAt: '2026-11-20T10:00:00.000Z', name: 'Ada Fixture' },
    },
  ],
  names: { [rosa]: 'Rosa Marsh' },
};

type Proposed = { rules?: { values: { renewals?: number } }[]; own?: { values: { 'card-replacement'?: number } } };

/** The answer to a proposal: more than ten renewals and a card of more than five dollars are above the ceiling, others wait. */
export const fixtureProposedRules = (body: Proposed): SceneAnswer => {
  const isCard = (body.own?.values['card-replacement'] ?? 0) > 500;
  if (!isCard && (body.rules?.[0]?.values.renewals ?? 0) <= 10)
    return { status: 201, json: fixtureProposals.proposals[0] };
  const pointer = isCard ? '/body/own/values/card-replacement' : '/body/rules/0/values/renewals';
  const bound = isCard ? { currency: 'USD', amount: 500 } : 10;
  const errors = [{ pointer, code: 'above-ceiling', detail: 'x', params: { bound } }];
  return {
    status: 422,
    json: {
      ...{ type: 'x', title: 'x', status: 422, code: 'above-ceiling', detail: 'x', errors, requestId: 'req_1' },
    },
  };
};
