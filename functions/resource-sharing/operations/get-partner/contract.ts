import { operation } from '../../../../layers/platform/http/contract.ts';
import { partnerSchema } from '../../domain/partners/partner.ts';
import { examplePartner, partnerPath, partnerReaders, unknownPartner } from '../../schemas/partners.ts';

/** Returns what is known of a partner: never a secret, only since when it has one. */
export const contract = operation({
  id: 'resource-sharing-get-partner',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/partners/{partnerId}',
  summary: 'See a partner outside',
  permission: partnerReaders,
  bundleKilobytes: 953,
  touches: { table: 'read' },
  params: partnerPath,
  output: partnerSchema,
  refusals: unknownPartner,
  example: { params: { partnerId: 'prt_01kb0000000000000000000000' }, output: examplePartner },
  errorImpact: 'Staff cannot see the settings of a partner.',
});
