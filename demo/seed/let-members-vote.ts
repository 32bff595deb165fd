import * as z from 'zod';
import { sealVote } from '../../functions/governance/public/seal-vote.ts';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import { blocks } from '../policies.ts';
import { loanRules } from '../policy-loan-rules.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const anything = z.unknown();
const proposalSchema = z.looseObject({ proposalId: z.string(), ballotId: z.string().optional(), v: z.int() });
const secretSchema = z.looseObject({
  ballot: z.looseObject({
    secret: z.looseObject({ publicKey: z.string() }),
    votes: z.array(z.looseObject({ memberId: z.string(), token: z.string().optional() })),
  }),
});
const simulatedSchema = z.looseObject({ proposal: proposalSchema });
type Step = { by: StaffActor; at: number };

const half = { numerator: 1, denominator: 2 };
const rule = (over: object = {}) => ({
  quorum: { of: half, compare: 'more-than', unit: 'heads', abstentionsCount: true },
  majority: { of: half, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
  floor: { of: { numerator: 1, denominator: 3 } },
  ...{ vetoes: [], recusalReducesBase: true, ...over },
});
const twoThirds = { of: { numerator: 2, denominator: 3 }, compare: 'at-least', base: 'entitled', unit: 'heads' };

/** One vote for each library, which alternates may cast; the bylaws and the sharing of costs need two-thirds of all libraries. */
const bylaws = {
  ...{ zone: 'America/New_York', members: [], leavers: 'stand', reBases: true, alternates: true },
  rules: [
    {
      ...{ code: 'ordinary', name: 'Ordinary decision', decides: [], supporters: 2, leastDays: 7 },
      ...{ votesShown: 'after-close', rule: rule(), methods: ['consent', 'approval', 'instant-runoff'] },
      // Only until the council, a public body, was founded.
      secret: { fewest: 5 },
    },
    {
      ...{ code: 'fundamental', name: 'Two-thirds of all libraries', decides: ['bylaws', 'cost-sharing'] },
      ...{
        supporters: 3,
        leastDays: 14,
        amendDays: 14,
        votesShown: 'after-close',
        rule: rule({ majority: twoThirds }),
      },
    },
  ],
};

const filmsForTwoWeeks = {
  ...loanRules,
  rules: loanRules.rules.map((one) =>
    one.id === 'consortium-dvd' ? { ...one, values: { ...one.values, loanPeriod: { days: 14 } } } : one,
  ),
};

type Wanted = {
  memberId: string;
  title: string;
  text: string;
  change?: object;
  supporters: readonly string[];
  statements?: readonly { memberId: string; kind: 'for' | 'against' | 'comment'; text: string }[];
  /** The days before now on which it was opened for discussion, its ballot opened, and its ballot closes (negative: after now). */
  days: { opened: number; ballot?: number; closes?: number };
  votes?: Readonly<Record<string, 'yes' | 'no' | 'abstain' | object>>;
  /** The members whose vote the alternate of their administrators casts. */
  byAlternates?: readonly string[];
  /** The vote was secret, and the schedule counted it. */
  isSecret?: true;
  /** The options among which the members choose, and the method of the ballot; for or against when absent. */
  options?: readonly string[];
  /** An amendment that is not settled, two days after the proposal was opened. */
  amendment?: { memberId: string; title: string; reason: string; changes: { at: string; to: string }[] };
  method?: { by: string; reviewInDays?: number; most?: number };
};

/** What the members decided, vote on, and discuss. The one on holds is carried, and becomes the limit that is in force. */
const wanted: readonly Wanted[] = [
  {
    ...{ memberId: 'harcourt', title: 'Margaret Sloane speaks for the libraries until the council is founded' },
    text: 'The council of directors is founded this year. Until then one person answers the press and the state library.',
    supporters: ['harcourt', 'riverton'],
    days: { opened: 345, ballot: 335, closes: 325 },
    isSecret: true,
    votes: { harcourt: 'yes', riverton: 'yes', lakeshore: 'yes', calder: 'no', northfield: 'yes' },
  },
  {
    ...{ memberId: 'calder', title: 'Close all libraries on the Friday after Thanksgiving' },
    text: 'Hardly any patron came on that day in the last two years, and the courier does not drive.',
    supporters: ['calder', 'ashgrove'],
    days: { opened: 330, ballot: 320, closes: 310 },
    votes: { calder: 'yes', ashgrove: 'yes', harcourt: 'no', lakeshore: 'no', riverton: 'no', northfield: 'abstain' },
  },
  {
    ...{ memberId: 'northfield', title: 'Share one list of substitutes for story hours' },
    text: 'Each library lists who can step in, for a year on trial.',
    supporters: ['northfield', 'ashgrove'],
    days: { opened: 200, ballot: 190, closes: 180 },
    method: { by: 'consent', reviewInDays: 120 },
    votes: {
      ...{ northfield: { answer: 'consent' }, ashgrove: { answer: 'consent' }, riverton: { answer: 'consent' } },
      ...{ lakeshore: { answer: 'consent' }, harcourt: { answer: 'aside' } },
    },
  },
  {
    ...{ memberId: 'lakeshore', title: 'Let patrons have 35 holds instead of 30' },
    text: 'Families and reading groups reach the limit of 30. The number of copies on hold shelves grows by less than three in a hundred.',
    change: { kind: 'blocks', follows: 1, body: { ...blocks, maxHolds: 35 } },
    supporters: ['lakeshore', 'riverton', 'harcourt'],
    statements: [
      { memberId: 'riverton', kind: 'for', text: 'Our reading groups asked for it since spring.' },
      {
        memberId: 'northfield',
        kind: 'against',
        text: 'One person shelves our holds; more of them take time from lessons.',
      },
    ],
    days: { opened: 60, ballot: 50, closes: 40 },
    votes: { lakeshore: 'yes', riverton: 'yes', harcourt: 'yes', calder: 'yes', ashgrove: 'abstain', northfield: 'no' },
  },
  {
    ...{ memberId: 'calder', title: 'In which month is the library day of next year?' },
    text: 'April has the book fair, June the end of the school year, September the start of the term.',
    supporters: ['calder', 'riverton'],
    options: ['April', 'June', 'September'],
    days: { opened: 14, ballot: 2, closes: -6 },
    method: { by: 'approval', most: 2 },
    votes: { calder: { approves: ['3'] }, northfield: { approves: ['1', '3'] } },
  },
  {
    ...{ memberId: 'riverton', title: 'Let patrons owe 35.00 before borrowing stops' },
    text: 'At 25.00 two lost paperbacks stop a child from borrowing. Most of these debts are paid within a month.',
    change: { kind: 'blocks', follows: 2, body: { ...blocks, maxHolds: 35, owedLimit: 3500 } },
    supporters: ['riverton', 'lakeshore'],
    statements: [
      { memberId: 'riverton', kind: 'for', text: 'A debt should not end a child’s reading.' },
      { memberId: 'calder', kind: 'against', text: 'Students who leave with debts never pay them.' },
      { memberId: 'harcourt', kind: 'comment', text: 'Does this count fees of all libraries together? Yes, as today.' },
    ],
    days: { opened: 12, ballot: 3, closes: -5 },
    votes: { lakeshore: 'yes', northfield: 'no' },
    byAlternates: ['lakeshore'],
  },
  {
    ...{ memberId: 'ashgrove', title: 'Share the training of new staff' },
    text: 'Each library trains new staff alone. Two days a quarter at one library, in turns, would serve all.',
    supporters: ['ashgrove'],
    days: { opened: 4 },
  },
  {
    ...{ memberId: 'harcourt', title: 'Lend films for two weeks' },
    text: 'One week is too short for courses that discuss a film in two meetings. Films that come back late keep nobody waiting for long.',
    change: { kind: 'loan-rules', follows: 1, body: filmsForTwoWeeks },
    supporters: ['harcourt'],
    statements: [
      { memberId: 'lakeshore', kind: 'comment', text: 'Our new films are out all the time: may these stay at a week?' },
    ],
    amendment: {
      ...{ memberId: 'lakeshore', title: 'Lend films for ten days only' },
      reason: 'Most of our films have a waiting list. Ten days cover two weekends.',
      changes: [{ at: '/rules/consortium-dvd/values/loanPeriod/days', to: '10' }],
    },
    days: { opened: 20 },
  },
];

type SecretVote = { member: string; choice: unknown; by: Step; path: { proposalId: string }; ballotId: string };

/** An exception that the members granted: its holder keeps more holds while it moves. */
const exceptions = (untilDay: string) => ({
  zone: bylaws.zone,
  exceptions: [
    {
      ...{ id: 'exception-1', memberId: 'ashgrove', kind: 'blocks', value: 'maxHolds', amount: 60, untilDay },
      reason: 'The reading room moves: researchers hold whole series until it opens again.',
    },
  ],
});

/**
 * Lets the members adopt bylaws, grant an exception, decide four proposals in the past year, one of them secretly, vote on two, and discuss two. `now` in epoch ms.
 */
export const letMembersVote = async (
  { act, runScheduled }: Performer,
  actor: StaffActors,
  now: number,
): Promise<void> => {
  const secretary = actor('governance-secretary', 'consortium');
  const castSecretly = async ({ member, choice, by, path, ballotId }: SecretVote): Promise<void> => {
    const { ballot } = await act('governance-show-consortium-proposal', secretSchema, { ...by, path });
    const token = ballot.votes.find(({ memberId }) => memberId === member)?.token;
    const envelope = await sealVote(ballot.secret.publicKey, choice);
    const asked = { ...by, path: { ballotId, memberId: member }, body: { envelope, token } };
    await act('governance-cast-secret-vote', anything, asked);
  };
  await act('governance-adopt-policy', anything, {
    ...{ by: actor('admin', 'consortium'), at: now - 380 * DAY },
    body: { kind: 'bylaws', follows: 0, body: bylaws, decisionReference: 'Founding meeting, item 3' },
  });
  const untilDay = new Date(now + 210 * DAY).toISOString().slice(0, 10);
  await act('governance-adopt-policy', anything, {
    ...{ by: actor('admin', 'consortium'), at: now - 100 * DAY },
    body: { kind: 'exceptions', body: exceptions(untilDay), decisionReference: 'Council of directors, item 2' },
  });
  for (const { memberId, title, text, change, supporters, statements = [], days, votes = {}, ...choosing } of wanted) {
    const { options, method, byAlternates = [], isSecret } = choosing;
    const at = (before: number): number => now - before * DAY;
    const speaker = (member: string, when: number): Step => ({ by: actor('member-admin', member), at: when });
    const decided = change && { change: { ...change, decisionReference: title } };
    const written = {
      ...speaker(memberId, at(days.opened + 2)),
      body: { memberId, title, text, ...decided, ...(options && { options }) },
    };
    let proposal = await act('governance-write-consortium-proposal', proposalSchema, written);
    const path = { proposalId: proposal.proposalId };
    const step = async (by: Step, body: object) => {
      const asked = { ...by, path, body: { v: proposal.v, ...body } };
      proposal = await act('governance-step-consortium-proposal', proposalSchema, asked);
    };
    await step(speaker(memberId, at(days.opened)), { step: 'open' });
    for (const member of supporters)
      await step(speaker(member, at(days.opened - 1)), { step: 'support', memberId: member, number: 1 });
    for (const statement of statements) {
      const asked = { ...speaker(statement.memberId, at(days.opened - 2)), path, body: statement };
      await act('governance-remark-on-consortium-proposal', anything, asked);
    }
    const { amendment } = choosing;
    if (amendment) {
      const asked = { ...speaker(amendment.memberId, at(days.opened - 2)), path, body: { number: 1, ...amendment } };
      await act('governance-amend-consortium-proposal', anything, asked);
      proposal = { ...proposal, v: proposal.v + 1 };
    }
    if (change) {
      const asked = { ...speaker(memberId, at(days.ballot ?? 1) - HOUR), path, body: { v: proposal.v } };
      proposal = (await act('analytics-simulate-proposal', simulatedSchema, asked)).proposal;
    }
    if (days.ballot === undefined || days.closes === undefined) continue;
    const closesAt = new Date(at(days.closes)).toISOString();
    const { by, most, reviewInDays } = method ?? {};
    const reviewOn = new Date(now + (reviewInDays ?? 0) * DAY).toISOString().slice(0, 10);
    const chosen = { by, ...(most !== undefined && { most }), ...(reviewInDays !== undefined && { reviewOn }) };
    const asked = { v: proposal.v, closesAt, ...(method && { method: chosen }), ...(isSecret && { secret: true }) };
    const opening = { by: secretary, at: at(days.ballot), path, body: asked };
    const { ballotId } = await act('governance-open-ballot', proposalSchema, opening);
    for (const [place, [member, choice]] of Object.entries(votes).entries()) {
      const when = at(days.ballot) + (place + 1) * 3 * HOUR;
      const ballot = { ballotId: String(ballotId), memberId: member };
      if (isSecret) {
        await castSecretly({ member, choice, by: speaker(member, when), path, ballotId: String(ballotId) });
        continue;
      }
      await act('governance-cast-vote', anything, {
        ...{ by: actor(byAlternates.includes(member) ? 'voting-alternate' : 'member-admin', member), at: when },
        path: ballot,
        body: { choice, version: 0 },
      });
    }
    if (days.closes < 0) continue;
    if (isSecret) {
      await runScheduled('governance-count-ballots', at(days.closes) + HOUR / 4);
      continue;
    }
    const counting = { by: secretary, at: at(days.closes) + HOUR, path, body: { step: 'count' } };
    await act('governance-end-ballot', anything, counting);
  }
};
