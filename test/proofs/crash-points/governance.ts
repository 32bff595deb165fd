import { handler as simulateProposal } from '../../../functions/analytics/operations/simulate-proposal/handler.ts';
import { handler as countBallots } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as amendProposal } from '../../../functions/governance/operations/amend-consortium-proposal/handler.ts';
import { handler as castVote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as giveProxy } from '../../../functions/governance/operations/give-proxy/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as settleAmendment } from '../../../functions/governance/operations/settle-amendment/handler.ts';
import { handler as stepProposal } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as writeBody } from '../../../functions/governance/operations/write-body/handler.ts';
import { handler as writeProposal } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { exampleSettings } from '../../../functions/governance/schemas/bodies.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { Worker } from '../../../layers/platform/http/work.ts';
import { countingIds, type Ids } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { type Call, call } from '../../builders/call.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { LATE, MADE } from './world.ts';

/** Calls an operation that must succeed, with ids that are the same in each run: the seal of a ballot is a hash of its id. */
const askedWith =
  (ids: Ids) =>
  async (handler: OperationHandler, request: Call): Promise<Record<string, unknown>> => {
    const { status, body } = await call(handler.using({ ...at(MADE, { bucket: bucketInMemory() }), ids }), request);
    if (status >= 300) throw new Error(`${handler.contract.id} answered ${status}: ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  };

const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
const withProxies = { ...usualBylaws, proxies: { mostPerHolder: 1 } };
const blocks = { maxLoans: 50, maxHolds: 20, owedLimit: 2500, perGroup: {} };
const [cedar, secretary] = [staffAt('cedar', 'member-admin'), consortiumStaff('governance-secretary')];

type Asked = ReturnType<typeof askedWith>;
const opened = async (asked: Asked): Promise<{ proposalId: string }> => {
  const change = { kind: 'blocks', follows: 1, decisionReference: 'Ballot', body: blocks };
  const written = { memberId: 'cedar', title: 'Let more be owed', text: 'Ten euros are too few.', change };
  const { proposalId } = await asked(writeProposal, { actor: cedar, body: written });
  const path = { proposalId: String(proposalId) };
  await asked(stepProposal, { actor: cedar, path, body: { step: 'open', v: 1 } });
  return path;
};

const oneWrite = 'One write with its audit line, while it is as it was read: test/stores/governance/bodies.test.ts.';

/** The ballot whose result is counted and adopted by the schedule, and the simulation before it. */
export const governanceScenarios: Record<string, Scenarios> = {
  'analytics-simulate-proposal': [
    {
      what: 'a text with new limits',
      handler: simulateProposal,
      prepare: async () => ({ actor: cedar, path: await opened(askedWith(countingIds())), body: { v: 2 } }),
      again: 'The proposal names its simulation and has a new version: the caller reads it again.',
    },
  ],
  'analytics-follow-proposals':
    'Each report is one write that replaces the one before: test/stores/analytics/simulating.test.ts.',
  'governance-write-consortium-proposal': [
    {
      what: 'a draft that changes no rules',
      handler: writeProposal,
      prepare: async (table) => {
        await memberStore(table).create({ memberId: 'cedar', name: 'Cedar', ...member }, MADE);
        return { actor: cedar, body: { memberId: 'cedar', title: 'A day of training', text: 'In May.' } };
      },
    },
  ],
  'governance-amend-consortium-proposal': [
    {
      what: 'other reasons of a text under discussion',
      handler: amendProposal,
      prepare: async (table) => {
        await memberStore(table).create({ memberId: 'cedar', name: 'Cedar', ...member }, MADE);
        const path = await opened(askedWith(countingIds()));
        const body = {
          number: 1,
          memberId: 'cedar',
          title: 'Say why',
          reason: 'It is short.',
          text: 'Ten are too few.',
        };
        return { actor: cedar, path, body };
      },
    },
  ],
  'governance-settle-amendment': [
    {
      what: 'accepted as the next text',
      handler: settleAmendment,
      prepare: async (table) => {
        await memberStore(table).create({ memberId: 'cedar', name: 'Cedar', ...member }, MADE);
        const asked = askedWith(countingIds());
        const path = await opened(asked);
        const body = {
          number: 1,
          memberId: 'cedar',
          title: 'Say why',
          reason: 'It is short.',
          text: 'Ten are too few.',
        };
        const { amendmentId } = await asked(amendProposal, { actor: cedar, path, body });
        const settled = { ...path, amendmentId: String(amendmentId) };
        return { actor: cedar, path: settled, body: { step: 'accept', v: 3 } };
      },
      again: 'The proposal has a new text and a new version: the caller reads it again.',
    },
  ],
  'governance-write-body': [
    {
      what: 'a board with a seat',
      handler: writeBody,
      prepare: async (table) => {
        await memberStore(table).create({ memberId: 'cedar', name: 'Cedar', ...member }, MADE);
        const found = { do: 'found', decision: 'Founding', ...exampleSettings };
        const changes = [found, { do: 'add-seat', name: 'Cedar', memberId: 'cedar' }];
        return { actor: secretary, body: { changes } };
      },
    },
  ],
  'governance-step-meeting': oneWrite,
  'governance-add-action-item': oneWrite,
  'governance-settle-action-item': oneWrite,
  'governance-give-proxy': [
    {
      what: 'to another member, in an open ballot',
      handler: giveProxy,
      prepare: async (table) => {
        const asked = askedWith(countingIds());
        for (const memberId of ['cedar', 'elm'])
          await memberStore(table).create({ memberId, name: memberId, ...member }, MADE);
        const body = { kind: 'bylaws', follows: 0, decisionReference: 'Founding', body: withProxies };
        await asked(adopt, { actor: consortiumStaff('admin'), body });
        const text = { memberId: 'cedar', title: 'A day of training', text: 'In May.' };
        const { proposalId } = await asked(writeProposal, { actor: cedar, body: text });
        const path = { proposalId: String(proposalId) };
        await asked(stepProposal, { actor: cedar, path, body: { step: 'open', v: 1 } });
        const ballot = { v: 2, closesAt: '2026-03-12T11:00:00.000Z' };
        const { ballotId } = await asked(openBallot, { actor: secretary, path, body: ballot });
        return { actor: cedar, path: { ballotId: String(ballotId), memberId: 'cedar' }, body: { to: 'elm' } };
      },
    },
  ],
  'governance-count-ballots': [
    {
      what: 'a ballot that carried a change of a policy',
      worker: countBallots as unknown as Worker<never, unknown>,
      when: LATE,
      minutesLater: 15,
      prepare: async (table) => {
        const asked = askedWith(countingIds());
        await memberStore(table).create({ memberId: 'cedar', name: 'Cedar', ...member }, MADE);
        const path = await opened(asked);
        await asked(simulateProposal, { actor: cedar, path, body: { v: 2 } });
        const ballot = { v: 3, closesAt: '2026-03-12T11:00:00.000Z' };
        const { ballotId } = await asked(openBallot, { actor: secretary, path, body: ballot });
        const voter = { ballotId: String(ballotId), memberId: 'cedar' };
        await asked(castVote, { actor: cedar, path: voter, body: { choice: 'yes', version: 0 } });
        return {};
      },
    },
  ],
};
