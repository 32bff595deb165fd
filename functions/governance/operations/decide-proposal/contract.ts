import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { changeRefusals, exampleProposal, proposalViewSchema } from '../../schemas/policies.ts';

/**
 * Adopts or declines a proposed change of rules, or confirms to have seen one that its author adopted alone: an administrator of the member
 * or of the consortium, or the second person that the member named; never its author, who may withdraw it.
 */
export const contract = operation({
  id: 'governance-decide-proposal',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/proposals/{memberId}/{proposalId}/decision',
  summary: 'Decide a proposed change of rules',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, proposalId: z.string().max(40) }),
  body: z.strictObject({
    step: z.enum(['adopt', 'decline', 'withdraw', 'see']),
    /** The version of the proposal that the caller has read. */
    v: z.int().min(1),
    /** Required to decline. */
    reason: oneLine(300).optional(),
  }),
  output: proposalViewSchema,
  owner: 'unknown-proposal',
  refusals: {
    ...changeRefusals,
    'unknown-proposal': { status: 404, meaning: 'There is no such proposal that the caller decides.' },
    'own-proposal': { status: 403, meaning: 'Its author does not decide it, and nobody else withdraws it.' },
    'reason-needed': { status: 422, meaning: 'A proposal is declined with a reason.' },
    'proposal-settled': {
      status: 409,
      meaning: 'It was changed or decided meanwhile, or the caller is second person no more.',
    },
  },
  example: {
    params: { memberId: 'riverton', proposalId: exampleProposal.proposalId },
    body: { step: 'adopt', v: 1 },
    output: {
      ...{ ...exampleProposal, state: 'adopted', version: 15, v: 2, mayDecide: false },
      decided: { by: 'staff:stf_01kb0000000000000000000001', at: '2026-11-25T10:00:00.000Z' },
    },
  },
  errorImpact: 'Proposed changes of rules are not adopted; the rules in force stay.',
});
