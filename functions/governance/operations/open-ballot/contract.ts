import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { methodChoiceSchema } from '../../domain/ballots/method.ts';
import { consortiumProposalSchema } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { amendingRefusals, unknownAmendment } from '../../schemas/amendments.ts';
import { exampleProposal, proposalParams } from '../../schemas/voting.ts';

/** Opens a ballot on a proposal, or on an amendment before it: its rule, its text and its list of voters are fixed until it is counted. */
export const contract = operation({
  id: 'governance-open-ballot',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/ballot',
  summary: 'Open a ballot',
  permission: [{ who: 'staff', roles: ['governance-secretary', 'admin'], at: 'consortium' }],
  touches: { table: 'write', ballotKeys: 'keep' },
  // A key pair of 3072 bits takes up to some seconds of a small function.
  timeoutSeconds: 25,
  params: proposalParams,
  body: z.strictObject({
    /** The version of the proposal that the caller has read. */
    v: z.int().min(1),
    /** The first instant at which no vote counts any more. */
    closesAt: z.iso.datetime(),
    /** The members that are concerned and do not vote. */
    recused: z.array(memberIdSchema).max(100).default([]),
    /** How it is voted on, where the bylaws allow the choice; for or against when absent. */
    method: methodChoiceSchema.optional(),
    /** Whether who voted is listed and what was voted is not, where the bylaws allow it. */
    secret: z.boolean().optional(),
    /** The amendment that is voted on before the text; the text when absent. */
    amendmentId: z.string().min(1).max(40).optional(),
  }),
  status: 201,
  output: consortiumProposalSchema,
  refusals: {
    ...{ ...amendingRefusals, ...unknownAmendment },
    'amendments-open': {
      status: 409,
      meaning: 'Amendments are not settled, or may still be proposed: they are voted on before the text.',
    },
    'support-lacking': { status: 409, meaning: 'Fewer members support the text than the bylaws ask for.' },
    'simulation-lacking': {
      status: 409,
      meaning: 'Its rules are simulated, and no simulation of the last text is attached.',
    },
    'wrong-time': {
      status: 422,
      meaning: 'The ballot is open for fewer days than the bylaws ask for, or for more than 366.',
    },
    'text-objected': {
      status: 409,
      meaning: 'A member objected to this text in a round of consent: it has to be changed.',
    },
    'method-not-allowed': { status: 409, meaning: 'The bylaws do not allow this method for the decision.' },
    'method-does-not-fit': {
      status: 422,
      meaning:
        'A text with options is chosen from, with fewer seats than options; one without is not; a review is after the close.',
    },
    'secret-not-allowed': { status: 409, meaning: 'The bylaws allow no secret ballot for the decision.' },
    'public-body': { status: 409, meaning: 'A body of the consortium is public: no ballot is secret.' },
    'too-few-voters': { status: 409, meaning: 'Fewer members may vote than the bylaws ask for in a secret ballot.' },
    'nobody-votes': { status: 409, meaning: 'No member could vote.' },
  },
  example: {
    params: { proposalId: exampleProposal.proposalId },
    body: { v: 5, closesAt: '2026-12-08T17:00:00.000Z' },
    output: exampleProposal,
  },
  errorImpact: 'No ballot can be opened; open ones take votes.',
});
