import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Sends a link to the e-mail address of a person who holds a seat of a body or stands in for its holder, by which the person signs in without an
 * account. The answer is the same for every address. Requests from each source are limited; of links, an address gets three in the time in which
 * one is valid, and no further one until then.
 */
export const contract = operation({
  id: 'governance-ask-seat-link',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/seat-links',
  summary: 'Ask for a link to sign in as the holder of a seat',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', email: true, site: true },
  idempotency: 'none',
  body: z.strictObject({ email: z.email().max(254).toLowerCase() }),
  status: 202,
  output: z.strictObject({ validMinutes: z.int() }),
  refusals: {
    'no-links': { status: 409, meaning: 'This consortium sends no e-mail.' },
    'too-many-links': {
      status: 429,
      meaning: 'Too many links were asked for from this source: try again after Retry-After seconds.',
    },
  },
  example: { body: { email: 'judith.klein@example.org' }, output: { validMinutes: 30 } },
  errorImpact: 'Members of bodies who are not staff cannot sign in; agendas reach them by e-mail.',
});
