import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { amendedValueSchema, amendmentSchema } from '../../domain/consortium-proposals/amendment.ts';
import { amendingRefusals, exampleAmendment } from '../../schemas/amendments.ts';
import { exampleProposal, proposalParams } from '../../schemas/voting.ts';

/** Asks for a change of the text of a proposal under discussion. Its author accepts or rejects it, or the members vote on it before the text. */
export const contract = operation({
  id: 'governance-amend-consortium-proposal',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/amendments',
  summary: 'Propose an amendment',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: proposalParams,
  body: z
    .strictObject({
      /** The number of the text that the caller has read. */
      number: z.int().min(1),
      /** The member for which it is written; the consortium when absent. */
      memberId: memberIdSchema.optional(),
      /** What it asks for, in one sentence on which the members could vote, and why. */
      ...{ title: oneLine(120), reason: someLines(2000) },
      /** The reasons of the proposal as they would be; unchanged when absent. */
      text: someLines(10_000).optional(),
      /** Other values of the proposed policy. */
      changes: z.array(amendedValueSchema).max(50).default([]),
    })
    .refine(({ text, changes }) => text !== undefined || changes.length > 0, {
      error: 'It changes nothing.',
      path: ['changes'],
    }),
  status: 201,
  output: amendmentSchema,
  owner: 'unknown-proposal',
  namedOwner: 'not-your-member',
  refusals: {
    ...amendingRefusals,
    'amendments-closed': { status: 409, meaning: 'The time for amendments is over.' },
    'amendments-full': { status: 409, meaning: 'The proposal has as many amendments as one may have.' },
  },
  example: {
    params: { proposalId: exampleProposal.proposalId },
    body: {
      ...{ number: 2, memberId: 'lakeshore', title: exampleAmendment.title, reason: exampleAmendment.reason },
      changes: exampleAmendment.changes,
    },
    output: exampleAmendment,
  },
  errorImpact: 'Nobody can propose amendments; ballots that are open take votes.',
});
