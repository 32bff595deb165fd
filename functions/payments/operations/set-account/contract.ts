import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountViewSchema, exampleAccount } from '../../schemas/views.ts';

const secretSchema = z.string().regex(/^[\x21-\x7e]{8,300}$/, 'Visible ASCII characters, as the provider shows it.');

/**
 * Sets a member’s account at the payment provider: whether patrons pay with it, for whose bills, and its secrets, which are stored encrypted
 * and never shown again. Omitted secrets stay as they are.
 */
export const contract = operation({
  id: 'payments-set-account',
  context: 'payments',
  service: 'administration',
  method: 'PUT',
  path: '/v1/payments/accounts/{memberId}',
  summary: 'Set a member’s account for online payments',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write', partners: 'keep' },
  // The key of a request would be stored with a hash of its secrets.
  idempotency: 'none',
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    ...accountViewSchema.pick({ on: true, collectsFor: true }).shape,
    minimum: z.int().min(0).max(100_000_00),
    providerAccount: z.string().regex(/^acct_[A-Za-z0-9]{4,60}$/, 'The number of the account: acct_…'),
    /** The secret key of requests: sk_… or a restricted key rk_… */
    secretKey: secretSchema.optional(),
    /** The secret that signs events: whsec_… */
    eventSecret: secretSchema.optional(),
    /** Where the provider is; only a stand-in on the same machine is elsewhere. Omitted, it stays as it is. */
    address: z.url().max(200).optional(),
    /** The version that was read: 0 when the member has no account yet. */
    version: z.int().min(0).max(999_998),
  }),
  output: accountViewSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'secrets-missing': { status: 422, meaning: 'Both secrets are needed together, before patrons can pay.' },
    'address-refused': { status: 422, meaning: 'The provider is not at this address.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed the account since you read it: look again.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      ...{ on: true, collectsFor: 'own', minimum: 100, providerAccount: 'acct_1ExampleAccount' },
      ...{ secretKey: 'sk_example_key', eventSecret: 'whsec_example', version: 0 },
    },
    output: exampleAccount,
  },
  errorImpact: 'Online payment cannot be turned on or off.',
});
