import { generateKeyPairSync, privateDecrypt } from 'node:crypto';
import type * as z from 'zod';
import type { voteChoiceSchema } from '../../functions/governance/domain/ballots/method.ts';
import { KEY_BITS } from '../../functions/governance/domain/ballots/secret-ballot.ts';
import { exampleAmendment } from '../../functions/governance/schemas/amendments.ts';
import {
  exampleDecision,
  exampleEffect,
  exampleRecord,
  exampleShown,
  exampleProposal as exampleVoting,
} from '../../functions/governance/schemas/voting.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

type Choice = z.infer<typeof voteChoiceSchema>;
type Voted = { choice?: Choice; version: number };
type Stage = 'open' | 'voting' | 'over' | 'decided';

/** The proposals of the fixture by their ids: each test uses its own, so that none depends on another. */
const stages = new Map<string, Stage>();
const votes = new Map<string, Voted>();
/** The key of the secret ballots, and the token of the row of Riverton after each vote. */
const secretKeys = generateKeyPairSync('rsa', {
  modulusLength: KEY_BITS,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
/** Decrypts a vote that the page sealed. */
export const openedEnvelope = (envelope: string): string =>
  privateDecrypt({ key: secretKeys.privateKey, oaepHash: 'sha256' }, Buffer.from(envelope, 'base64')).toString();
const tokens = new Map<string, number>();
const tokenOf = (proposalId: string): string => String(tokens.get(proposalId) ?? 0).padEnd(43, 'x');

const supporters = new Map<string, string[]>();
const amendments = new Map<string, Record<string, unknown>[]>();
const statements = new Map<string, Record<string, unknown>[]>();

const closesAt = '2099-12-08T17:00:00.000Z';
const act = { by: 'staff:stf_01kb0000000000000000000000', at: '2026-12-02T10:00:00.000Z' };

const options = ['May', 'June', 'July'].map((name, place) => ({ optionId: String(place + 1), name }));
const election = { options, seats: 1, lot: 'f'.repeat(64) };
/** The methods of the ballots whose id names one. */
const methods = {
  consent: { by: 'consent', reviewOn: '2027-12-01' },
  approval: { ...election, by: 'approval', most: 2 },
  ranked: { ...election, by: 'instant-runoff' },
} as const;
const methodOf = (proposalId: string) => Object.entries(methods).find(([name]) => proposalId.includes(name))?.[1];

/** A run-off whose last place was decided by the lot. */
const runoff = {
  ...{ elected: ['2'], papers: 3, tied: ['1', '3'] },
  rounds: [
    {
      ...{ counts: { 1: '1', 2: '1', 3: '1' }, exhausted: '0', left: '3' },
    },
    { counts: { 1: '1', 2: '2' }, exhausted: '0' },
  ],
  ifLeft: { 1: ['3'], 3: ['2'] },
};
const countedOf = (proposalId: string) => {
  const { published } = exampleRecord;
  if (proposalId.includes('secret')) {
    const secret = { cast: 2, invalid: 0, unopened: 'too-few' as const };
    return { ...published, result: { ...published.result, outcome: 'inquorate', majorities: [], secret } };
  }
  if (!proposalId.includes('ranked')) return published;
  const result = { ...published.result, outcome: 'elected', majorities: [], election: runoff };
  return { ...published, result };
};

/** What was measured after 30 days: fines fell by less than was simulated. */
const measured = {
  ...{ ...exampleEffect.effect, decisions: 1900, newlyAllowed: 38, fines: { before: 20_000, after: 16_580 } },
};

const stageOf = (proposalId: string): Stage =>
  stages.get(proposalId) ?? (/open|over|decided/.exec(proposalId)?.[0] as Stage | undefined) ?? 'voting';

const amendmentsOf = (proposalId: string) =>
  amendments.get(proposalId) ?? (proposalId.includes('amended') ? [exampleAmendment] : []);

const proposalOf = (proposalId: string) => {
  const stage = stageOf(proposalId);
  const { ballotId: _b, closesAt: _c, ...discussed } = exampleVoting;
  const text = { ...exampleVoting.text, supporters: supporters.get(proposalId) ?? ['lakeshore'] };
  if (stage === 'decided') return { ...exampleDecision, proposalId };
  const amendmentsOpen = amendmentsOf(proposalId).filter(({ state }) => state === 'evaluating').length;
  if (stage === 'open') return { ...discussed, proposalId, text, state: 'open', amendmentsOpen };
  return { ...exampleVoting, proposalId, ballotId: `bal_${proposalId}`, closesAt, state: 'voting' };
};

/** The proposals: one on a ballot, one under discussion, one decided. */
export const fixtureProposalList = () => ({
  ...{ mayRun: true, speaksFor: ['riverton'] },
  proposals: ['cpr_voting', 'cpr_open', 'cpr_decided'].map((proposalId) => ({
    proposal: proposalOf(proposalId),
    votes: proposalId === 'cpr_voting' ? [{ memberId: 'riverton', version: 0, ...votes.get(proposalId) }] : [],
  })),
});

/** A text after which other rules were adopted: one value was changed by both. */
const overtaken = {
  ...exampleShown.text,
  change: exampleShown.text.change && {
    ...exampleShown.text.change,
    reBase: {
      ...{ version: 16, conflicts: ['/rules'] },
      values: [
        {
          ...{ at: '/rules/film/values/loanPeriod/days', base: '7', current: '10', proposed: '14' },
          isConflict: true,
        },
        { at: '/rules/map/values/renewals', base: '1', current: '3', proposed: '1', isConflict: false },
      ],
    },
  },
};

/** A proposal in its stage, with the votes, the support and the statements that requests gave it. */
export const fixtureVotedProposal = (proposalId: string) => {
  const [stage, proposal] = [stageOf(proposalId), proposalOf(proposalId)];
  const { ballot, ...shown } = exampleShown;
  const method = methodOf(proposalId);
  const isChoice = proposalId.includes('choice');
  const isSecret = proposalId.includes('secret');
  const own = {
    ...{ memberId: 'riverton', version: 0, ...votes.get(proposalId) },
    ...(proposalId.includes('alternate') && { asAlternate: true }),
    ...(isSecret && { token: tokenOf(proposalId), ...(tokens.has(proposalId) && { hasVoted: true }) }),
  };
  const rule = ballot && {
    ...{ name: ballot.ruleName, rule: ballot.rule, needs: { ...ballot.needs, quorum: 2 }, supporters: 2 },
    methods: ['consent' as const, 'approval' as const, 'schulze' as const],
    earliestClose: '2026-12-09T10:00:00.000Z',
    ...(isSecret && { secret: { fewest: 5 } }),
  };
  const voters = [
    { memberId: 'lakeshore', weight: '1', hasVoted: true },
    { memberId: 'riverton', weight: '1', hasVoted: own.choice !== undefined || tokens.has(proposalId) },
  ];
  return {
    ...{
      ...shown,
      proposal,
      may: { write: true, run: true, speakFor: proposalId.includes('alternate') ? [] : ['riverton'] },
    },
    ...(proposalId.includes('overtaken') && { text: overtaken }),
    ...(isChoice && { text: { text: shown.text.text, options: options.map(({ name }) => name) } }),
    ...{ amendments: amendmentsOf(proposalId), mayAmend: stage === 'open' },
    remarks: [...exampleShown.remarks, ...(statements.get(proposalId) ?? [])],
    ...(proposalId.includes('measured') && {
      effects: [...exampleShown.effects, { ...exampleEffect, part: 'after-30', effect: measured }],
    }),
    ...(stage === 'open' && { rule }),
    ...(stage !== 'open' && {
      ballot: {
        ...(method && { method }),
        ...(isSecret && { secret: { publicKey: secretKeys.publicKey.toString('base64'), fewest: 5 } }),
        ...{ ...ballot, ballotId: `bal_${proposalId}`, closesAt, isOver: stage !== 'voting', votes: [own], voters },
        // Riverton holds the proxy of Northfield, or may give its own.
        ...(proposalId.includes('proxy') && { mayGiveProxies: true }),
        ...(proposalId.includes('proxyheld') && {
          votes: [{ memberId: 'northfield', version: 0, proxy: 'riverton' }, own],
        }),
        ...(stage === 'decided' && {
          counted: countedOf(proposalId),
          voters: voters.map((one) => ({
            ...one,
            hasVoted: true,
            ...(!isSecret && { choice: 'yes', ...act }),
            ...(proposalId.includes('alternate') && one.memberId === 'riverton' && { byAlternate: true }),
          })),
        }),
      },
    }),
  };
};

/** Proposes an amendment. */
export const fixtureAmended = ({ params: { proposalId = '' }, body }: SceneCall): SceneAnswer => {
  const before = amendmentsOf(proposalId);
  const { number, changes = [], ...entered } = body;
  const amendment = { ...{ ...exampleAmendment, ...entered }, amendmentId: `amd_${before.length}`, number, changes };
  amendments.set(proposalId, [...before, amendment]);
  return { status: 201, json: amendment };
};

/** Settles an amendment. */
export const fixtureSettled = ({ params: { proposalId = '', amendmentId }, body }: SceneCall): SceneAnswer => {
  const state = { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' }[String(body.step)];
  const after = amendmentsOf(proposalId).map((one) => (one.amendmentId === amendmentId ? { ...one, state } : one));
  amendments.set(proposalId, after);
  return { json: proposalOf(proposalId) };
};

/** Casts a vote, on the version that the page read. */
export const fixtureVote = ({ params: { ballotId = '', memberId }, body }: SceneCall): SceneAnswer => {
  const proposalId = ballotId.replace('bal_', '');
  const before = votes.get(proposalId)?.version ?? 0;
  if (body.version !== before) return { status: 409, json: { code: 'outdated' } };
  const after = { choice: body.choice as Choice, version: before + 1 };
  votes.set(proposalId, after);
  return { json: { memberId, ...after, closesAt } };
};

/** Casts a vote in a secret ballot, on the token that the page read. */
export const fixtureSecretVote = ({ params: { ballotId = '', memberId }, body }: SceneCall): SceneAnswer => {
  const proposalId = ballotId.replace('bal_', '');
  if (body.token !== tokenOf(proposalId)) return { status: 409, json: { code: 'outdated' } };
  tokens.set(proposalId, (tokens.get(proposalId) ?? 0) + 1);
  return { json: { memberId, token: tokenOf(proposalId), closesAt } };
};

/** Supports a proposal. */
export const fixtureStep = ({ params: { proposalId = '' }, body }: SceneCall): SceneAnswer => {
  const now = supporters.get(proposalId) ?? ['lakeshore'];
  if (body.step === 'support') supporters.set(proposalId, [...now, String(body.memberId)]);
  return { json: proposalOf(proposalId) };
};

/** Adds a remark. */
export const fixtureRemark = ({ params: { proposalId = '' }, body }: SceneCall): SceneAnswer => {
  const before = statements.get(proposalId) ?? [];
  const remark = { remarkId: `rmk_${before.length}`, ...body, ...act };
  statements.set(proposalId, [...before, remark]);
  return { status: 201, json: remark };
};

/** Opens a ballot. */
export const fixtureBallot = ({ params: { proposalId = '' } }: SceneCall): SceneAnswer => {
  stages.set(proposalId, 'voting');
  return { status: 201, json: proposalOf(proposalId) };
};

/** Counts a ballot. */
export const fixtureCounted = ({ params: { proposalId = '' } }: SceneCall): SceneAnswer => {
  stages.set(proposalId, 'decided');
  return { json: proposalOf(proposalId) };
};

/** Writes a proposal. */
export const fixtureWritten = ({ body }: SceneCall): SceneAnswer => ({
  status: 201,
  json: { ...proposalOf('cpr_open'), title: body.title, proposalId: 'cpr_open' },
});
