import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { vendorSchema } from '../../domain/vendor.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleVendor } from '../../schemas/orders.ts';

/** Lists the vendors of a library by code, inactive ones too. */
export const contract = operation({
  id: 'acquisitions-list-vendors',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/vendors',
  summary: 'List the vendors of a library',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({ vendors: z.array(vendorSchema) }),
  refusals: {},
  example: { params: { memberId: 'riverton' }, output: { vendors: [exampleVendor] } },
  errorImpact: 'Staff of acquisitions cannot choose a vendor.',
});
