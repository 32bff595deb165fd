import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleSession } from '../../schemas.ts';

/**
 * Ends one session of the requesting patron, on whatever device. Its tokens are refused everywhere within a minute, and cannot be
 * refreshed from now on.
 */
export const contract = operation({
  id: 'patrons-end-my-session',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/sessions/{sessionId}/end',
  summary: 'End one of one’s sessions',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  params: z.strictObject({ sessionId: z.string().min(1).max(80) }),
  output: z.strictObject({ endedAt: z.string() }),
  owner: 'unknown-session',
  refusals: { 'unknown-session': { status: 404, meaning: 'The patron has no such session: it ended already.' } },
  example: { params: { sessionId: exampleSession.sessionId }, output: { endedAt: '2026-03-02T10:30:00.000Z' } },
  errorImpact:
    'Patrons who left a device signed in cannot sign out there from elsewhere, except on all devices at once.',
});
