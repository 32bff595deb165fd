import { operation } from '../../../../layers/platform/http/contract.ts';
import { termBodySchema } from '../../domain/course.ts';
import { exampleTerm, setTermRefusals, termParams, termViewSchema } from '../../schemas.ts';

const { name, startsOn, endsOn } = exampleTerm;

/**
 * Creates a term of a member, or changes its name and days. When its last day has ended everywhere, its courses' reserves are returned
 * automatically; an ended term is not reopened.
 */
export const contract = operation({
  id: 'teaching-set-term',
  context: 'teaching',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/teaching/members/{memberId}/terms/{termId}',
  summary: 'Set the days of a term',
  permission: [{ who: 'staff', roles: ['member-admin', 'desk-supervisor'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: termParams,
  body: termBodySchema,
  output: termViewSchema,
  owner: { none: 'A term is named by the member of the path.' },
  refusals: setTermRefusals,
  example: {
    params: { memberId: 'harcourt', termId: '2026-fall' },
    body: { name, startsOn, endsOn },
    output: exampleTerm,
  },
  errorImpact: 'No course can be made for a new term.',
});
