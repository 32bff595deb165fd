import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { vendorCodeSchema, vendorSchema, vendorTermsSchema } from '../../domain/vendor.ts';
import { exampleVendor, orderWriters } from '../../schemas/orders.ts';

const { memberId: _memberId, code: _code, v: _v, ...terms } = exampleVendor;

/** Makes a vendor of a library, or changes one. Audited. */
export const contract = operation({
  id: 'acquisitions-set-vendor',
  context: 'acquisitions',
  service: 'administration',
  method: 'PUT',
  path: '/v1/acquisitions/members/{memberId}/vendors/{code}',
  summary: 'Set a vendor',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, code: vendorCodeSchema }),
  /** `v` is the version as read: 0 for a new vendor. */
  body: vendorTermsSchema.extend({ v: z.int().min(0) }),
  output: vendorSchema,
  owner: { none: 'The member of the permission owns all its vendors.' },
  refusals: {
    'vendor-exists': { status: 409, meaning: 'The library has a vendor of this code already.' },
    'changed-meanwhile': { status: 409, meaning: 'The vendor was changed since you read it: look again.' },
  },
  example: {
    params: { memberId: 'riverton', code: exampleVendor.code },
    body: { ...terms, v: 0 },
    output: exampleVendor,
  },
  errorImpact: 'Vendors cannot be made or changed; orders of others continue.',
});
