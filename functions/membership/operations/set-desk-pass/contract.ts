import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { DESK_CODE, deskPassSchema } from '../../domain/desk.ts';
import { exampleDeskPass, exampleStaff } from '../../schemas/examples.ts';

const { staffId } = exampleStaff;

/**
 * Makes or removes one's own code for shared desks, and sets or removes the badge; an administrator only removes those of a person of the
 * library, or could sign in as that person. The code is made at random, is shown once, and is stored as a hash, as the badge is. Sessions
 * at desks end. Audited.
 */
export const contract = operation({
  id: 'membership-set-desk-pass',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/staff/{staffId}/desk-pass',
  summary: 'Set the code and badge of staff for shared desks',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  assurance: 'full',
  touches: { table: 'write' },
  // No stored response: it would contain the code in plain text.
  idempotency: 'none',
  params: z.strictObject({ staffId: z.string().min(1).max(64) }),
  body: z.strictObject({
    code: z.enum(['new', 'none']).optional(),
    /** The scanned text of the badge; null removes it. Six digits would be read as a code. */
    badge: z
      .string()
      .trim()
      .min(6)
      .max(64)
      .refine((badge) => !DESK_CODE.test(badge), 'Six digits are a code.')
      .nullable()
      .optional(),
  }),
  output: z.strictObject({ staffId: z.string(), deskPass: deskPassSchema, code: z.string().optional() }),
  owner: 'staff-unknown',
  refusals: {
    'staff-unknown': { status: 404, meaning: 'Nobody of this id works where you administer.' },
    'only-the-person': { status: 403, meaning: 'Only the person makes a code and sets a badge.' },
    'badge-taken': { status: 409, meaning: 'Another person of this library has this badge.' },
    'changed-meanwhile': { status: 409, meaning: 'The person was changed at the same time: try again.' },
    'too-many-failures': { status: 429, meaning: 'Too many badges of others were tried: wait Retry-After seconds.' },
  },
  example: {
    params: { staffId },
    body: { code: 'new' },
    output: { staffId, deskPass: exampleDeskPass, code: '482615' },
  },
  errorImpact: 'Staff cannot get a new code or badge for shared desks.',
});
