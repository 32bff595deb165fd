import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { members } from '../../../demo/members.ts';
import { blocks } from '../../../demo/policies.ts';
import { loanRules } from '../../../demo/policy-loan-rules.ts';
import { performerWith } from '../../../demo/seed/in-process.ts';
import { letBodiesMeet } from '../../../demo/seed/let-bodies-meet.ts';
import { letMembersVote } from '../../../demo/seed/let-members-vote.ts';
import type { StaffActors } from '../../../demo/seed/staff-actors.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as list } from '../../../functions/governance/operations/list-consortium-proposals/handler.ts';
import { handler as publicDecisions } from '../../../functions/governance/operations/show-public-decisions/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const now = '2026-11-30T12:00:00.000Z';
const founded = '2025-10-01T00:00:00.000Z';

test('the members of the demo have decided four proposals, one of them secretly, vote on two, and discuss two', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const store = memberStore(await aTable());
  for (const { memberId } of members)
    await store.create(
      { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
      founded,
    );
  for (const rules of [
    { kind: 'blocks', body: blocks },
    { kind: 'loan-rules', body: loanRules },
  ]) {
    const body = { ...rules, decisionReference: 'DEMO-1' };
    await call(adopt.using(at(founded)), { actor: consortiumStaff('admin'), body });
  }
  const actor: StaffActors = (role, place) =>
    (place === 'consortium' ? consortiumStaff(role) : staffAt(place, role)) as StaffActor;
  const keys = new Map<string, string>();
  mockClient(SSMClient)
    .on(PutParameterCommand)
    .callsFake(({ Name, Value }) => void keys.set(Name, Value))
    .on(GetParameterCommand)
    .callsFake(({ Name }) => ({ Parameter: { Value: keys.get(Name) } }))
    .on(DeleteParameterCommand)
    .callsFake(({ Name }) => void keys.delete(Name));
  const environment = readEnvironment({ ...process.env, BALLOT_KEYS: '/Concord/ballot-keys' });
  const runtime = { ...at(now, { bucket: bucketInMemory() }), environment };
  await letMembersVote(performerWith(runtime), actor, Date.parse(now));
  expect(keys.size).toBe(0);
  const { body } = await call(list.using(at(now)), { actor: staffAt('riverton', 'member-admin'), query: {} });
  expect(body).toMatchObject({
    proposals: [
      { proposal: { state: 'open' } },
      { proposal: { state: 'voting' }, votes: [{ memberId: 'riverton', version: 0 }] },
      { proposal: { state: 'voting', method: 'approval' }, votes: [{ memberId: 'riverton', version: 0 }] },
      { proposal: { state: 'open', kind: 'loan-rules', simulation: { number: 1 }, amendmentsOpen: 1 } },
      { proposal: { state: 'decided', outcome: 'carried', enactment: { state: 'enacted', version: 2 } } },
      { proposal: { state: 'decided', outcome: 'carried', reviewOn: '2027-03-30' } },
      { proposal: { state: 'decided', outcome: 'lost' } },
      { proposal: { state: 'decided', outcome: 'carried', decidedAt: expect.stringMatching(/^2026-01-09T/) } },
    ],
  });
  await letBodiesMeet(performerWith(at(now)), actor, Date.parse(now));
  expect((await call(publicDecisions.using(at(now)), {})).body).toMatchObject({
    bodies: [{ name: 'Council of directors' }],
    meetings: [{ state: 'called' }, { state: 'minuted' }, { state: 'approved' }],
    decisions: [{ outcome: 'carried' }, { outcome: 'carried' }, { outcome: 'lost' }, { outcome: 'carried' }],
  });
});
