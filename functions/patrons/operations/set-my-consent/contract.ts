import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consentSchema } from '../../schemas.ts';

/** Sets what another member may see of the requesting patron; both false withdraws the consent. */
export const contract = operation({
  id: 'patrons-set-my-consent',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/consents',
  summary: 'Set what another library may see of the patron',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  body: consentSchema,
  output: z.strictObject({ consents: z.array(consentSchema) }),
  namedOwner: { none: 'The patron names the member to which the consent is given.' },
  refusals: {
    gone: { status: 410, meaning: 'This patron is no longer here.' },
    'changed-meanwhile': { status: 409, meaning: 'Consents were changed at the same time: say again.' },
  },
  example: {
    body: { memberId: 'lakeshore', open: true, titles: true },
    output: { consents: [{ memberId: 'lakeshore', open: true, titles: true }] },
  },
  errorImpact: 'Patrons cannot let other libraries help them, or stop them from seeing.',
});
