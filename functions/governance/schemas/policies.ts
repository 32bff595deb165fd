import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import type { PolicyKind } from '../../../layers/records/policies/domain/policy-kind.ts';
import { adoptableKinds, type PolicyName, policyKinds } from '../domain/policy-kinds.ts';
import { ruleProposalSchema } from '../domain/rule-proposal.ts';
import { secondPersonSchema } from '../domain/second-person.ts';

/** The kinds of policy. */
export const kindSchema = z.enum(policyKinds.map(({ name }) => name) as [PolicyName, ...PolicyName[]]);

const adoptionOf = <N extends string, S extends z.ZodType>(kind: PolicyKind<N, S>) =>
  z.strictObject({
    kind: z.literal(kind.name),
    /** The instant at which it takes effect; now when absent. */
    effectiveFrom: z.iso.datetime().optional(),
    /** The last version that who decides has read, 0 when there was none; refused when another was adopted since. */
    follows: z.int().min(0).default(0),
    /**
     * Whether the versions that were adopted before and begin after this one are ended before they begin. Required where there are such versions.
     */
    endsLater: z.boolean().optional(),
    /** Its last day, by the time zone of the bylaws; afterwards the version before it applies again. */
    untilDay: z.iso.date().optional(),
    decisionReference: oneLine(200),
    body: kind.body,
  });

type Adoptions<K extends readonly PolicyKind[]> = {
  -readonly [I in keyof K]: ReturnType<typeof adoptionOf<K[I]['name'], K[I]['body']>>;
};

/**
 * A policy to adopt, validated by the schema of its kind. Prices are excluded: one person proposes a price change and another adopts it
 * (`finance-prepare-price-change`).
 */
export const adoptionSchema = z.discriminatedUnion(
  'kind',
  adoptableKinds.map((kind) => adoptionOf<string, z.ZodType>(kind)) as Adoptions<typeof adoptableKinds>,
);

export type Adoption = z.infer<typeof adoptionSchema>;

/** A policy, as the contracts show it. */
export const examplePolicy = {
  kind: 'blocks' as const,
  version: 1,
  effectiveFrom: '2026-07-01T00:00:00.000Z',
  decisionReference: 'Board 2026-05-12, item 4',
  adoptedBy: 'staff:stf_01kaw5v7n0000000000000000z',
  body: { maxLoans: 50, maxHolds: 20, owedLimit: 1000, perGroup: { dvd: 5 } },
};

/** A proposal as its readers see it. */
export const proposalViewSchema = ruleProposalSchema.omit({ authorId: true }).extend({
  /** Whether the caller proposed it. */
  mine: z.boolean(),
  /** Whether the caller may adopt or decline it, or confirms to have seen it. */
  mayDecide: z.boolean(),
  /** Whether other rules were adopted since its author read them: the author has to put it on top of these first. */
  outdated: z.boolean(),
});
export type ProposalView = z.infer<typeof proposalViewSchema>;

/** The second person of another member who adopts the changes of a member, as readers see it. */
export const secondViewSchema = secondPersonSchema
  .omit({ v: true })
  .extend({ name: z.string().exactOptional(), isMe: z.boolean() });

/** The reasons why a change of a member's own rules is not possible. */
export const changeRefusals = {
  'policy-overtaken': { status: 409, meaning: 'Another version of the policy was adopted since: read it first.' },
  'later-rules-differ': {
    status: 409,
    meaning:
      'The rules in force on that day, or rules that begin later, set the same value of a rule to something else.',
  },
  'not-own-value': {
    status: 422,
    meaning: 'Members do not set this value, or the policy does not allow it; the pointer names it.',
  },
  'below-floor': {
    status: 422,
    meaning: 'A value is below the floor that the consortium set; the pointer names the row.',
    params: { bound: 'The floor.' },
  },
  'above-ceiling': {
    status: 422,
    meaning: 'A value is above the ceiling that the consortium set; the pointer names the row.',
    params: { bound: 'The ceiling.' },
  },
} as const satisfies Record<string, Refusal>;

/** The reasons why a policy cannot be adopted. */
export const adoptionRefusals = {
  'in-the-past': {
    status: 422,
    meaning:
      'A policy begins now or later: what was decided by the one before stands. Only `billing` may begin up to 24 months back.',
  },
  'period-written': {
    status: 409,
    meaning:
      'No month that `billing` is adopted for may be reconciled, approved or closed: open it again while it is not closed.',
  },
  'policy-overtaken': {
    status: 409,
    meaning: '`follows` must name the last version: another was adopted since, which this one would undo.',
  },
  'later-version-adopted': {
    status: 409,
    meaning:
      '`endsLater` must say whether the versions that were adopted already and begin later still begin (false), or are ended and never begin (true).',
  },
  'ends-before-it-begins': { status: 422, meaning: 'Its last day is over before it begins.' },
  'not-granted': {
    status: 409,
    meaning: 'The bylaws name a body that grants exceptions: each new one names a decision which that body carried.',
  },
  'nothing-to-return-to': { status: 409, meaning: 'No version is in force that could apply again afterwards.' },
  'unknown-name': {
    status: 422,
    meaning:
      'Loan rules name members, branches, categories of patrons and listed item types that exist: a rule for another would never apply.',
  },
  'below-floor': changeRefusals['below-floor'],
  'above-ceiling': changeRefusals['above-ceiling'],
  'other-currency': {
    status: 422,
    meaning: 'Fees and loan rules are in one currency: what a patron owes is counted together, against one limit.',
  },
} as const satisfies Record<string, Refusal>;

const rule = {
  ...{ id: 'riverton-child', setBy: 'riverton' },
  when: { itemOwner: 'riverton', patronCategory: 'child' },
};

/** A rule as a member proposes it, for examples. */
export const exampleRule = { ...rule, values: { renewals: 6 } };

/** A proposal that waits, for examples. */
export const exampleProposal: z.input<typeof proposalViewSchema> = {
  ...{ proposalId: 'prp_01kb0000000000000000000000', memberId: 'riverton', state: 'waiting', follows: 14, v: 1 },
  changes: [{ before: { ...rule, values: { renewals: 5 } }, after: exampleRule }],
  reason: 'Children read longer in summer',
  proposed: { by: 'staff:stf_01kb0000000000000000000000', at: '2026-11-24T10:00:00.000Z' },
  ...{ mine: false, mayDecide: true, outdated: false },
};
