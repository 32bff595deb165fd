import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../layers/platform/http/actor-names.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { ballotRecordSchema } from '../domain/ballots/ballot.ts';
import { fractionSchema } from '../domain/ballots/fraction.ts';
import { methodNameSchema, methodSchema, optionIdsSchema, voteChoiceSchema } from '../domain/ballots/method.ts';
import { secrecySchema, unopenedReasons } from '../domain/ballots/secret-ballot.ts';
import { voterSchema, votingRuleSchema } from '../domain/ballots/voting-rule.ts';
import { amendmentSchema } from '../domain/consortium-proposals/amendment.ts';
import {
  bodyDifferenceSchema,
  consortiumProposalSchema,
  outcomeSchema,
  remarkSchema,
} from '../domain/consortium-proposals/consortium-proposal.ts';
import { proposalEffectSchema, type replayedSchema } from '../domain/consortium-proposals/proposal-effect.ts';
import { threeValuesSchema } from '../domain/proposals/three-way.ts';

/** The path of an operation on one proposal. */
export const proposalParams = z.strictObject({ proposalId: z.string().min(1).max(40) });

/** Sums of votes as decimal text, in members or by weight. */
export const voteSumsSchema = z.strictObject({
  ...{ yes: z.string(), no: z.string(), abstain: z.string(), entitled: z.string() },
});

/** A condition of a voting rule: what was counted, of which base, and whether it was met. */
export const countedConditionSchema = z.strictObject({
  ...{ count: z.string(), base: z.string(), of: fractionSchema, compare: z.string(), isMet: z.boolean() },
  ...{ unit: z.string().exactOptional(), chamber: z.string().exactOptional() },
});

/** What a choice among options counted: each round, by the Schulze method each pair, and where the lot decided. Votes as decimal text or n/d. */
const electionSchema = z
  .strictObject({
    ...{ elected: optionIdsSchema, papers: z.int() },
    rounds: z.array(
      z.strictObject({
        ...{ counts: z.record(z.string(), z.string()), exhausted: z.string() },
        ...{ elected: optionIdsSchema.exactOptional(), left: z.string().exactOptional() },
      }),
    ),
    pairs: z.record(z.string(), z.record(z.string(), z.int())).exactOptional(),
    tied: optionIdsSchema.exactOptional(),
    ifLeft: z.record(z.string(), optionIdsSchema).exactOptional(),
  })
  .meta({ id: 'ElectionCount' });

/** A counted result with its seals: SHA-256 of the terms and the list of voters, and of the votes. */
export const countedSchema = z.strictObject({
  result: z.strictObject({
    ...{ outcome: outcomeSchema, heads: voteSumsSchema, weight: voteSumsSchema },
    ...{ quorum: countedConditionSchema.exactOptional(), majorities: z.array(countedConditionSchema) },
    ...{ floor: countedConditionSchema.exactOptional(), refusal: countedConditionSchema.exactOptional() },
    vetoes: z.array(countedConditionSchema),
    /** Of a round of consent: the members that objected. */
    objections: z.array(memberIdSchema).exactOptional(),
    election: electionSchema.exactOptional(),
    /** Of a secret ballot: how many voted, how many envelopes held no vote, and why none was opened. */
    secret: z
      .strictObject({ cast: z.int(), invalid: z.int(), unopened: z.enum(unopenedReasons).exactOptional() })
      .exactOptional(),
  }),
  ...{ seal: z.string(), votesSeal: z.string() },
});

/** How many members may vote, how many must take part, and how many votes in favour are needed where all vote: in members. */
export const voteNeedsSchema = z.strictObject({
  ...{ entitled: z.int(), yesIfAllVote: z.int(), quorum: z.int().exactOptional() },
});

const cast = {
  choice: voteChoiceSchema.exactOptional(),
  by: z.string().exactOptional(),
  at: z.iso.datetime().exactOptional(),
};

/** The vote of one of the caller's own members; `version` is named by its next vote. */
export const ownVoteSchema = z.strictObject({
  ...{ memberId: memberIdSchema, version: z.int(), recused: z.literal(true).exactOptional(), ...cast },
  /** The member that holds its proxy. */
  proxy: memberIdSchema.exactOptional(),
  /** Present where the caller votes as the alternate of the member's administrators. */
  asAlternate: z.literal(true).exactOptional(),
  /** In a secret ballot: the token that its next vote names, and whether it voted. */
  ...{ token: z.string().exactOptional(), hasVoted: z.literal(true).exactOptional() },
});

const ballotViewSchema = z.strictObject({
  ...{ ballotId: z.string(), rule: votingRuleSchema, ruleName: z.string() },
  ...{ opensAt: z.iso.datetime(), closesAt: z.iso.datetime(), seal: z.string() },
  votesShown: z.enum(['at-once', 'after-close']),
  /** Whether its time is over. */
  isOver: z.boolean(),
  ...{ needs: voteNeedsSchema, method: methodSchema.exactOptional() },
  /** Present in a secret ballot: the public key to which votes are encrypted. */
  secret: secrecySchema.exactOptional(),
  /** Present where members may let others vote for them. */
  mayGiveProxies: z.literal(true).exactOptional(),
  voters: z.array(
    voterSchema.extend({
      ...{ hasVoted: z.boolean(), proxy: memberIdSchema.exactOptional(), ...cast },
      /** Present where the alternate of the member's administrators voted. */
      byAlternate: z.literal(true).exactOptional(),
    }),
  ),
  votes: z.array(ownVoteSchema),
  counted: countedSchema.exactOptional(),
});

/** A page of proposals. */
export const proposalsSchema = z.strictObject({
  proposals: z.array(z.strictObject({ proposal: consortiumProposalSchema, votes: z.array(ownVoteSchema) })),
  next: z.string().exactOptional(),
  /** Whether the caller opens and ends ballots. */
  mayRun: z.boolean(),
  /** The members for which the caller speaks and votes. */
  speaksFor: z.array(memberIdSchema),
});

/** A proposal with its text, its discussion, its ballot, and what the caller may do. */
export const shownProposalSchema = z.strictObject({
  proposal: consortiumProposalSchema,
  text: z.strictObject({
    ...{ text: z.string(), options: z.array(z.string()).exactOptional() },
    change: z
      .strictObject({
        ...{ kind: z.string(), follows: z.int(), effectiveFrom: z.iso.datetime().exactOptional() },
        ...{ endsLater: z.boolean().exactOptional(), untilDay: z.iso.date().exactOptional() },
        /** The values that it changes: their places (JSON Pointer), and what they are before and after. */
        differences: z.array(bodyDifferenceSchema),
        /** Where other rules were adopted after the text was written: their version, and each value in all three versions. */
        reBase: z
          .strictObject({
            ...{ version: z.int(), values: z.array(threeValuesSchema) },
            /** The places of the values and lists that both changed: the program merges none of them. */
            conflicts: z.array(z.string()),
          })
          .exactOptional(),
      })
      .exactOptional(),
  }),
  remarks: z.array(remarkSchema),
  /** The amendments, the oldest first, and whether others may be proposed now. */
  ...{ amendments: z.array(amendmentSchema), mayAmend: z.boolean() },
  /** The order in which this viewer sees the statements: drawn for each viewer, so that no side is always first. */
  sides: z.array(z.enum(['for', 'against'])).length(2),
  /** What its rules would have changed, by logged decisions; empty where its rules are not simulated. */
  effects: z.array(proposalEffectSchema),
  ballot: ballotViewSchema.exactOptional(),
  /** By which rule it would be decided today; absent while no ballot can be opened. */
  rule: z
    .strictObject({
      ...{ name: z.string(), rule: votingRuleSchema, needs: voteNeedsSchema, supporters: z.int() },
      /** The methods that the bylaws allow beside the vote for or against. */
      methods: z.array(methodNameSchema),
      /** Present where the bylaws allow a secret ballot: how many members must be entitled to vote then. */
      secret: z.strictObject({ fewest: z.int() }).exactOptional(),
      earliestClose: z.iso.datetime(),
    })
    .exactOptional(),
  may: z.strictObject({ write: z.boolean(), run: z.boolean(), speakFor: z.array(memberIdSchema) }),
  names: actorNamesSchema,
});

/** The record of a counted ballot and what was published. */
export const publishedRecordSchema = z.strictObject({ record: ballotRecordSchema, published: countedSchema });

/** The reasons why a step on a proposal is not possible. */
export const proposalRefusals = {
  'unknown-proposal': { status: 404, meaning: 'There is no such proposal that the caller may use in this way.' },
  'proposal-changed': { status: 409, meaning: 'It was changed meanwhile: read it again.' },
  'wrong-state': { status: 409, meaning: 'The state of the proposal does not allow it.' },
  'not-your-member': {
    status: 403,
    meaning: 'The caller speaks for its own members only, or has no role in the consortium.',
  },
} as const satisfies Record<string, Refusal>;

const proposed = { by: 'staff:stf_01kb0000000000000000000000', at: '2026-11-02T10:00:00.000Z' };

/** A proposal on a ballot, for examples. */
export const exampleProposal: z.input<typeof consortiumProposalSchema> = {
  ...{ proposalId: 'cpr_01kb0000000000000000000000', title: 'Lend films for two weeks', kind: 'loan-rules' },
  ...{ state: 'voting', memberId: 'riverton', proposed, opened: { ...proposed, at: '2026-11-03T10:00:00.000Z' } },
  text: { number: 2, hash: 'a'.repeat(64), supporters: ['lakeshore', 'riverton'] },
  simulation: { number: 2, hash: 'd'.repeat(64), at: '2026-11-20T10:00:00.000Z' },
  ...{ ballotId: 'bal_01kb0000000000000000000000', closesAt: '2026-12-08T17:00:00.000Z', v: 6 },
};

/** A decided proposal whose policy was adopted, for examples. */
export const exampleDecision: z.input<typeof consortiumProposalSchema> = {
  ...{ ...exampleProposal, state: 'decided', outcome: 'carried', decidedAt: '2026-12-08T17:05:00.000Z', v: 8 },
  enactment: { state: 'enacted', version: 15, at: '2026-12-08T17:05:00.000Z' },
};

const changes = { decisions: 21_400, newlyRefused: 0, newlyAllowed: 412, longer: 0, shorter: 0 };
const fines = { before: 180_050, after: 180_050 };

/** What other limits would have changed, for examples. */
export const exampleReplayed: z.input<typeof replayedSchema> = {
  ...{ from: '2025-12-02T10:00:00.000Z', to: '2026-12-02T10:00:00.000Z', isWhole: true },
  ...{ firstDay: '2025-12-02', lastDay: '2026-12-02' },
  effect: {
    ...{ ...changes, fines, currency: 'USD', otherwiseRefused: 31, refused: 1020 },
    unknown: [{ reason: 'group', decisions: 12 }],
    codes: [{ code: 'owed-over-limit', before: 443, after: 31 }],
    returns: { judged: 19_800, renewals: { before: 6100, after: 6100 }, late: { before: 790, after: 790 } },
    members: [{ memberId: 'riverton', ...changes, fines }],
  },
};

/** The simulation on which members vote, for examples. */
export const exampleEffect: z.input<typeof proposalEffectSchema> = {
  ...exampleReplayed,
  ...{ part: 'simulation', number: 2, at: '2026-12-02T10:00:00.000Z', hash: 'd'.repeat(64) },
};

const rule: z.input<typeof votingRuleSchema> = {
  majority: { of: { numerator: 1, denominator: 2 }, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
  ...{ vetoes: [], recusalReducesBase: true },
};
const heads = { yes: '1', no: '0', abstain: '0', entitled: '1' };
const half = { numerator: 1, denominator: 2 };

/** The record of a small ballot, for examples. */
export const exampleRecord: z.input<typeof publishedRecordSchema> = {
  record: {
    terms: {
      ...{
        ballotId: 'bal_01kb0000000000000000000000',
        question: exampleProposal.title,
        textHash: 'a'.repeat(64),
        rule,
      },
      ...{ opensAt: '2026-12-01T17:00:00.000Z', closesAt: '2026-12-08T17:00:00.000Z', leavers: 'stand' },
    },
    voters: [{ memberId: 'riverton', weight: '1' }],
    votes: [{ memberId: 'riverton', choice: 'yes' }],
  },
  published: {
    result: {
      ...{ outcome: 'carried', heads, weight: heads, vetoes: [] },
      majorities: [{ unit: 'heads', count: '1', base: '1', of: half, compare: 'more-than', isMet: true }],
    },
    ...{ seal: 'b'.repeat(64), votesSeal: 'c'.repeat(64) },
  },
};

const ownVote = { memberId: 'riverton', version: 1, choice: 'yes' as const, ...proposed };

/** The list with one open ballot, for examples. */
export const exampleList: z.input<typeof proposalsSchema> = {
  proposals: [{ proposal: exampleProposal, votes: [ownVote] }],
  ...{ mayRun: false, speaksFor: ['riverton'] },
};

/** A proposal on a ballot as the administrator of a member sees it, for examples. */
export const exampleShown: z.input<typeof shownProposalSchema> = {
  proposal: exampleProposal,
  text: {
    text: 'Readers return films late because one week is too short.',
    change: {
      ...{ kind: 'loan-rules', follows: 14 },
      differences: [{ at: '/rules/film/values/loanPeriod/days', before: '7', after: '14' }],
    },
  },
  remarks: [
    {
      remarkId: 'rmk_01kb0000000000000000000000',
      kind: 'for',
      memberId: 'riverton',
      text: 'Fewer fines.',
      ...proposed,
    },
  ],
  ...{ amendments: [], mayAmend: false, sides: ['for', 'against'], effects: [exampleEffect] },
  ballot: {
    ...{ ballotId: 'bal_01kb0000000000000000000000', rule, ruleName: 'Ordinary decision', votesShown: 'after-close' },
    ...{
      opensAt: '2026-12-01T17:00:00.000Z',
      closesAt: '2026-12-08T17:00:00.000Z',
      seal: 'b'.repeat(64),
      isOver: false,
    },
    needs: { entitled: 2, yesIfAllVote: 2 },
    voters: [
      { memberId: 'lakeshore', weight: '1', hasVoted: false },
      { memberId: 'riverton', weight: '1', hasVoted: true },
    ],
    votes: [ownVote],
  },
  may: { write: true, run: false, speakFor: ['riverton'] },
  names: { [proposed.by]: 'Judith Klein' },
};
