import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import { ballotMethods, methodNameSchema } from '../ballots/method.ts';
import { proxyRuleSchema } from '../ballots/proxies.ts';
import { FEWEST_OPENED } from '../ballots/secret-ballot.ts';
import { type Voter, voterSchema, votingRuleSchema } from '../ballots/voting-rule.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A kind of decision: which proposals it decides, and how. */
export const decisionRuleSchema = z.strictObject({
  code,
  name: oneLine(80),
  /** The kinds of policy whose changes it decides, `text` for proposals that change no policy. Empty: all that no other rule names. */
  decides: z.array(code).max(40),
  rule: votingRuleSchema,
  /** How many members must support the text before a ballot is opened. */
  supporters: z.int().min(0).max(1000),
  /** How many days a ballot is open at least, as days of the calendar in the bylaws' time zone. */
  leastDays: z.int().min(0).max(365),
  /**
   * How many days from the opening of the discussion amendments may be proposed, as days of the calendar; no ballot opens on the text before. Until
   * its ballot opens when absent.
   */
  amendDays: z.int().min(0).max(365).exactOptional(),
  /** Whether votes are shown while the ballot is open, or only after it was counted: then the secretary sees who voted, not what. */
  votesShown: z.enum(['at-once', 'after-close']),
  /** The methods that the secretary may choose beside the vote for or against. */
  methods: z.array(methodNameSchema).max(ballotMethods.length).exactOptional(),
  /** Whether the secretary may open its ballots as secret ones, and how many members must be entitled to vote then; never when absent. */
  secret: z.strictObject({ fewest: z.int().min(FEWEST_OPENED).max(1000) }).exactOptional(),
});
export type DecisionRule = z.infer<typeof decisionRuleSchema>;

/** A member whose vote differs from the usual: one vote, in no chamber. */
export const votingMemberSchema = voterSchema.pick({ memberId: true, chamber: true }).extend({
  weight: voterSchema.shape.weight,
  /** Whether it votes. A transitional or affiliate member may not. */
  votes: z.boolean(),
});

const zoneSchema = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'No such time zone.');

const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** The bylaws as far as they govern decisions: who votes with which weight, and which rule decides what. */
export const bylawsSchema = z
  .strictObject({
    zone: zoneSchema,
    rules: z.array(decisionRuleSchema).min(1).max(20),
    members: z.array(votingMemberSchema).max(1000),
    /** Whether a member that leaves while a ballot is open stays on its list of voters. */
    leavers: z.enum(['stand', 'strike']),
    /** Whether a member may let another one vote for it, and how many may; no proxies when absent. */
    proxies: proxyRuleSchema.exactOptional(),
    /** Whether the alternate of a member's administrators may cast its vote; never when absent. */
    alternates: z.literal(true).exactOptional(),
    /**
     * Whether a carried proposal whose policy changed meanwhile is put on top of the new version where no value was changed by both; otherwise it
     * needs a new ballot.
     */
    reBases: z.boolean(),
    /** The body whose carried decisions grant exceptions of one member; a vote of the members grants them too. */
    exceptionsBy: z.string().min(1).max(40).exactOptional(),
  })
  .refine(({ rules }) => areDistinct(rules.map((one) => one.code)), {
    error: 'Two rules have one code.',
    path: ['rules'],
  })
  .refine(({ rules }) => rules.filter(({ decides }) => decides.length === 0).length === 1, {
    error: 'Exactly one rule decides all that no other rule names.',
    path: ['rules'],
  })
  .refine(({ rules }) => areDistinct(rules.flatMap(({ decides }) => decides)), {
    error: 'Two rules decide the same.',
    path: ['rules'],
  })
  .refine(({ members }) => areDistinct(members.map(({ memberId }) => memberId)), {
    error: 'A member is listed twice.',
    path: ['members'],
  })
  .refine(
    ({ rules, members }) =>
      rules.every(({ rule }) => rule.vetoes.every(({ chamber }) => members.some((one) => one.chamber === chamber))),
    { error: 'A chamber with a veto has no member.', path: ['members'] },
  )
  .refine(
    ({ rules }) =>
      rules.every(
        ({ methods = [], rule: { quorum, majority, vetoes } }) =>
          methods.length === 0 ||
          (majority.unit === 'heads' && quorum?.unit !== 'weight' && vetoes.length === 0 && areDistinct(methods)),
      ),
    { error: 'Consent and choices among options count members: without weights and without vetoes.', path: ['rules'] },
  )
  .refine(
    ({ rules }) =>
      rules.every(
        ({ secret, rule: { quorum, majority, vetoes } }) =>
          !secret || (majority.unit === 'heads' && quorum?.unit !== 'weight' && vetoes.length === 0),
      ),
    {
      error: 'A secret ballot counts members: a sum by weight or by chamber would tell who voted how.',
      path: ['rules'],
    },
  );
export type Bylaws = z.infer<typeof bylawsSchema>;

/** The policy of the bylaws. */
export const bylawsKind = policyKind('bylaws', bylawsSchema);

const more = (numerator: number, denominator: number) => ({
  of: { numerator, denominator },
  compare: 'more-than' as const,
});

/** The bylaws until the consortium adopts its own: one vote for each member; more than half of the votes for and against; half must take part. */
export const usualBylaws: Bylaws = {
  ...{ zone: 'UTC', members: [], leavers: 'stand', reBases: false },
  rules: [
    {
      ...{
        code: 'ordinary',
        name: 'Ordinary decision',
        decides: [],
        supporters: 0,
        leastDays: 7,
        votesShown: 'after-close',
      },
      rule: {
        quorum: { of: { numerator: 1, denominator: 2 }, compare: 'more-than', unit: 'heads', abstentionsCount: true },
        majority: { ...more(1, 2), base: 'yes-and-no', unit: 'heads' },
        ...{ vetoes: [], recusalReducesBase: true },
      },
    },
  ],
};

/** Returns the rule that decides a change of a kind of policy, or a proposal that changes none. */
export const ruleFor = ({ rules }: Bylaws, kind: string | undefined): DecisionRule => {
  const found =
    rules.find(({ decides }) => decides.includes(kind ?? 'text')) ?? rules.find(({ decides }) => decides.length === 0);
  if (!found) throw new Error('The bylaws have no rule for all other decisions.');
  return found;
};

/** Returns the rule that decides an amendment: that of amendments where the bylaws have one, otherwise that of the text. */
export const ruleForAmendment = (bylaws: Bylaws, kind: string | undefined): DecisionRule =>
  bylaws.rules.find(({ decides }) => decides.includes('amendment')) ?? ruleFor(bylaws, kind);

/** Returns the list of voters: the members of the consortium that vote, in the order of their ids. */
export const votersOf = ({ members }: Bylaws, memberIds: readonly string[], recused: ReadonlySet<string>): Voter[] =>
  [...memberIds].sort().flatMap((memberId): Voter[] => {
    const own = members.find((one) => one.memberId === memberId);
    if (own?.votes === false) return [];
    const { weight = '1', chamber } = own ?? {};
    return [
      {
        ...{ memberId, weight },
        ...(chamber !== undefined && { chamber }),
        ...(recused.has(memberId) && { recused: true as const }),
      },
    ];
  });
