import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskSchema } from '../../domain/desk.ts';
import { exampleDesk } from '../../schemas/examples.ts';

const { deskId: _id, enrolledAt: _at, usedAt: _used, withdrawnAt: _end, ...wanted } = deskSchema.shape;
const { name, memberId, branchId, lockMinutes } = exampleDesk;
// A point of the curve P-256, in the form SPKI.
const publicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE…';

/** Enrols a device as a shared desk of a branch, by the public half of a key that never leaves the device. Audited. */
export const contract = operation({
  id: 'membership-enrol-desk',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/desks',
  summary: 'Enrol a device as a shared desk',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write' },
  body: z.strictObject({
    ...wanted,
    /** ECDSA on P-256: SubjectPublicKeyInfo in base64url. */
    publicKey: z.string().min(1).max(200),
  }),
  status: 201,
  output: deskSchema,
  namedOwner: 'branch-elsewhere',
  refusals: {
    'place-unknown': { status: 404, meaning: 'There is no such member or branch.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch belongs to another member.' },
    'bad-key': { status: 422, meaning: 'This is no public key on P-256.' },
  },
  example: { body: { name, memberId, branchId, lockMinutes, publicKey }, output: exampleDesk },
  errorImpact: 'No further device can be shared at a desk.',
});
