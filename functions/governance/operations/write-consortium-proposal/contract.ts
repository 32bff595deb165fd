import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { MOST_OPTIONS } from '../../domain/ballots/method.ts';
import { consortiumProposalSchema } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { adoptionRefusals, adoptionSchema, examplePolicy } from '../../schemas/policies.ts';
import { exampleProposal, proposalRefusals } from '../../schemas/voting.ts';

const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length;

/**
 * Writes a proposal on which the members vote, or with `proposalId` a new version of its text: a text, and where it changes a policy the new
 * body on top of its last version. It is judged as if it were adopted now. A new text loses the support of the one before.
 */
export const contract = operation({
  id: 'governance-write-consortium-proposal',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals',
  summary: 'Write a proposal for a vote of the members',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  body: z.strictObject({
    /** The proposal that gets a new text; a new proposal when absent. */
    proposalId: z.string().min(1).max(40).optional(),
    /** With `proposalId`: the version of the proposal that the caller has read. */
    v: z.int().min(1).optional(),
    /** The member that proposes; the consortium when absent. */
    memberId: memberIdSchema.optional(),
    title: oneLine(160),
    /** The reasons, as paragraphs. */
    text: someLines(10_000),
    /** The policy that is adopted if the proposal is carried, on top of the version that it `follows`. A new text without it changes the same policy. */
    change: adoptionSchema.optional(),
    /** The options among which the members choose, by approval or in order of preference. */
    options: z.array(oneLine(120)).min(2).max(MOST_OPTIONS).refine(areDistinct, 'Two options are the same.').optional(),
  }),
  status: 201,
  output: consortiumProposalSchema,
  namedOwner: 'unknown-proposal',
  refusals: {
    ...adoptionRefusals,
    ...proposalRefusals,
    'options-and-change': { status: 422, meaning: 'Who chooses among options changes no rules.' },
  },
  example: {
    body: {
      ...{ memberId: 'riverton', title: exampleProposal.title, text: 'Readers return films late.' },
      change: {
        kind: examplePolicy.kind,
        follows: 1,
        decisionReference: exampleProposal.title,
        body: examplePolicy.body,
      },
    },
    output: { ...exampleProposal, state: 'draft', v: 1 },
  },
  errorImpact: 'Nobody can propose a decision; ballots that are open take votes.',
});
