import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { disputeSchema } from '../../domain/statements/dispute.ts';

/**
 * Adds a member's dispute of a line of its closed statement, or a further statement; the consortium’s finance staff answer, and decide with
 * `decides`. All contributions are stored. An upheld line waits until corrections that another person enters in open periods sum to the
 * upheld amount, or another person declines the rest by `rejected`. The member reopens a decided dispute by `reopens`.
 */
export const contract = operation({
  id: 'finance-discuss-line',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/periods/{month}/statements/{memberId}/lines/{lineId}/dispute',
  summary: 'Dispute a line of a statement, or answer',
  permission: [
    { who: 'staff', roles: ['finance-preparer', 'finance-approver'], at: 'consortium' },
    { who: 'staff', roles: ['member-finance'], at: { member: 'path.memberId' } },
  ],
  touches: { table: 'write' },
  params: z.strictObject({ month: monthSchema, memberId: memberIdSchema, lineId: z.string().min(1).max(160) }),
  body: z
    .strictObject({
      text: z.string().min(1).max(2000),
      decides: z.enum(['upheld', 'rejected']).exactOptional().describe('The consortium’s alone'),
      amount: z
        .int()
        .positive()
        .exactOptional()
        .describe('With `upheld`: by how much the member pays less for the line, in minor units'),
      reopens: z.literal(true).exactOptional().describe('The member’s alone: a comment without it changes no state'),
    })
    .refine(({ decides, amount }) => (decides === 'upheld') === (amount !== undefined), {
      message: 'An upheld dispute has its amount, and nothing else has one',
      path: ['amount'],
    }),
  status: 201,
  output: z.strictObject({ dispute: disputeSchema }),
  owner: { none: 'A line is found below the member of the path.' },
  refusals: {
    'no-line': { status: 404, meaning: 'There is no such line in a closed statement of the member.' },
    'not-yours-to-decide': { status: 403, meaning: 'The consortium decides, and the member reopens.' },
    'not-disputed': { status: 409, meaning: 'The member has not disputed this line.' },
    'nothing-to-answer': { status: 409, meaning: 'It is already decided, and the member has not reopened it.' },
    'own-decision': {
      status: 403,
      meaning:
        'A person other than the one who upheld it corrects the line or declines the rest; who corrected it does not uphold it.',
    },
    'beyond-line': { status: 409, meaning: 'At most the amount of the line can be upheld.' },
    'thread-full': { status: 409, meaning: 'The discussion of this line has a hundred entries, the maximum.' },
    'changed-meanwhile': { status: 409, meaning: 'Another person replied at the same time: reload the discussion.' },
  },
  example: {
    params: { month: '2026-10', memberId: 'riverton', lineId: 'direct-own-search' },
    body: { text: 'We were closed for a week.' },
    output: {
      dispute: {
        ...{ memberId: 'riverton', month: '2026-10', lineId: 'direct-own-search', state: 'open' },
        since: '2026-11-10T10:00:00.000Z',
        thread: [
          {
            ...{ at: '2026-11-10T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000', side: 'member' },
            text: 'We were closed for a week.',
          },
        ],
      },
    },
  },
  errorImpact: 'A member cannot dispute a line.',
});
