import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { copyDecisionSchema } from '../../domain/copyright/decision.ts';
import { memberStaff } from '../../schemas/statements.ts';

/**
 * Lists the copies of recent articles and parts of other works that a member requested from other libraries in a
 * calendar year, by periodical or work: how many count, how many staff allowed beyond the limit and why, and their
 * outcomes. It never names the patrons.
 */
export const contract = operation({
  id: 'resource-sharing-list-copyright',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/members/{memberId}/copyright',
  summary: 'List the copies that count for a member, by periodical',
  permission: [memberStaff, { who: 'staff', roles: ['auditor', 'admin'], at: 'consortium' }],
  bundleKilobytes: 954,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ year: z.string().regex(/^\d{4}$/), ...pageQuery }),
  output: z.strictObject({
    year: z.string(),
    country: z.string(),
    rules: z.enum(['contu', 'none']),
    /** The yearly limit per periodical or work. */
    perYear: z.number().int(),
    periodicals: z.array(
      z.strictObject({
        /**
         * `issn:…`, or `title:…` without one; for a work that is no periodical `isbn:…`, `oclc:…`, `lccn:…` or
         * `work:…`.
         */
        periodical: z.string(),
        /** Its other names under which copies are counted: they count together. */
        also: z.array(z.string()),
        title: z.string().optional(),
        counted: z.number().int(),
        beyond: z.number().int(),
        copies: z.array(
          z.strictObject({
            requestId: z.string(),
            requestedOn: z.iso.date(),
            partTitle: z.string().optional(),
            date: z.string().optional(),
            volume: z.string().optional(),
            issue: z.string().optional(),
            pages: z.string().optional(),
            /** ISO 18626 copyrightCompliance, as sent. */
            compliance: z.string(),
            state: z.enum(['asked', 'filled', 'not-filled']),
            endedAt: z.string().optional(),
            decided: z.strictObject({ by: z.string(), at: z.string(), decision: copyDecisionSchema }).optional(),
          }),
        ),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: { year: '2026' },
    output: {
      ...{ year: '2026', country: 'US', rules: 'contu', perYear: 5 },
      periodicals: [
        {
          ...{ periodical: 'issn:0028-0836', also: [], title: 'Nature', counted: 1, beyond: 0 },
          copies: [
            {
              ...{ requestId: 'req_01kb0000000000000000000000', requestedOn: '2026-11-24', date: '2025-03' },
              ...{ partTitle: 'On rivers', compliance: 'US-CCG', state: 'asked' },
            },
          ],
        },
      ],
    },
  },
  errorImpact: 'Libraries cannot show that they keep within copyright.',
});
