import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { machineClientSchema } from '../../domain/machine.ts';

const { clientId: _id, createdAt: _at, withdrawnAt: _end, ...wanted } = machineClientSchema.shape;
const body = {
  name: 'Self-check by the entrance',
  memberId: 'riverton',
  branchId: 'riverton.main',
  scopes: ['self-check'],
};

/** Creates a machine client that acts for a member, with a client id and a secret, which is shown only once and stored as a hash. */
export const contract = operation({
  id: 'membership-create-machine-client',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/machines',
  summary: 'Create a machine client',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write' },
  // No stored response: it would contain the secret in plain text.
  idempotency: 'none',
  body: z.strictObject(wanted),
  status: 201,
  output: z.strictObject({ ...machineClientSchema.shape, clientSecret: z.string() }),
  namedOwner: 'branch-elsewhere',
  refusals: {
    'place-unknown': { status: 404, meaning: 'There is no such member or branch.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch belongs to another member.' },
  },
  example: {
    body,
    output: {
      ...body,
      clientId: 'mch_01kaw5v7n0000000000000000z',
      createdAt: '2026-03-02T10:00:00.000Z',
      clientSecret: 'shown this once',
    },
  },
  errorImpact: 'New self-checks and integrations cannot be set up.',
});
