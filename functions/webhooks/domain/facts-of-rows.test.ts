import { factsOfPeriod, factsOfPolicy, factsOfRequest } from './facts-of-rows.ts';

const at = Date.parse('2026-03-02T11:00:00.000Z');
const request = { requestId: 'req_1', recordId: 'rec_1', requesterMember: 'ash', state: 'shipped', v: 5 };

test('a request with another state is a fact of its requester, without its patron', () => {
  const after = { ...request, patron: { patronId: 'pat_1' } };
  const [fact] = factsOfRequest({ before: { ...request, state: 'will-supply' }, after, at });
  expect(fact).toMatchObject({
    cause: 'ash',
    detail: { id: 'req_1:5', state: 'shipped', members: { requester: 'ash' } },
  });
  expect(JSON.stringify(fact)).not.toContain('pat_');
  expect(factsOfRequest({ before: request, after: { ...request, v: 6 }, at })).toEqual([]);
});

test('a library outside is not named as the requester', () => {
  const [fact] = factsOfRequest({ after: { ...request, requesterMember: 'prt_01kb0000000000000000000000' }, at });
  expect(fact).toMatchObject({ cause: 'consortium', detail: { members: {} } });
});

test('an adopted policy and a closed month concern all members, each once', () => {
  const policy = { kind: 'circulation', version: 7, effectiveFrom: '2026-04-01T00:00:00.000Z', body: {} };
  expect(factsOfPolicy({ after: policy, at })).toMatchObject([{ detail: { id: 'policy:circulation:7' } }]);
  const closed = { month: '2026-02', state: 'closed' };
  expect(factsOfPeriod({ before: { ...closed, state: 'approved' }, after: closed, at })).toMatchObject([
    { name: 'period-closed', detail: { id: 'period:2026-02', month: '2026-02' } },
  ]);
  expect(factsOfPeriod({ before: closed, after: closed, at })).toEqual([]);
});
