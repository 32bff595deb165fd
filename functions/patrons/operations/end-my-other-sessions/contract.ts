import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Ends all sessions of the requesting patron except that of the request. Their tokens are refused everywhere within a minute, and cannot
 * be refreshed from now on.
 */
export const contract = operation({
  id: 'patrons-end-my-other-sessions',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/other-sessions/end',
  summary: 'End all one’s other sessions',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  output: z.strictObject({ endedAt: z.string() }),
  refusals: {},
  example: { output: { endedAt: '2026-03-02T10:30:00.000Z' } },
  errorImpact: 'Patrons cannot sign out on their other devices without signing in again here.',
});
