import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { issuerIdSchema, pemSchema, serviceAccountSchema, wallets } from '../../domain/wallet/wallet-settings.ts';
import { exampleWallets, walletsViewSchema } from '../../schemas.ts';

const v = z.int().min(0).max(999_998).describe('The version of the settings that was read');

/**
 * Sets up a wallet of phones for library cards, or withdraws it (`off`). The private key is stored encrypted and never shown again. For
 * Apple Wallet the certificate of a pass type, its key, and the certificate of the authority (WWDR) are checked against one another; for
 * Google Wallet the issuer and the service account are those of its console.
 */
export const contract = operation({
  id: 'patrons-set-wallet',
  context: 'patrons',
  service: 'administration',
  method: 'PUT',
  path: '/v1/patrons/wallets',
  summary: 'Set up a wallet for library cards',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write', wallets: 'keep' },
  // The stored request would have a hash of its key.
  idempotency: 'none',
  body: z.discriminatedUnion('wallet', [
    z.strictObject({ wallet: z.literal('apple'), certificate: pemSchema, key: pemSchema, authority: pemSchema, v }),
    z.strictObject({
      ...{ wallet: z.literal('google'), issuerId: issuerIdSchema, serviceAccount: serviceAccountSchema },
      ...{ key: pemSchema, v },
    }),
    z.strictObject({ wallet: z.literal('off'), which: z.enum(wallets), v }),
  ]),
  output: walletsViewSchema,
  refusals: {
    'certificate-unreadable': { status: 422, meaning: 'It is no certificate as PEM.' },
    'certificate-of-no-pass': { status: 422, meaning: 'The certificate names no pass type and team of Apple Wallet.' },
    'key-mismatch': {
      status: 422,
      meaning: 'The private key is not of this certificate or not of RSA, or has a password.',
    },
    'authority-mismatch': { status: 422, meaning: 'The certificate was not issued by this authority.' },
    'certificate-ended': { status: 422, meaning: 'The certificate, or that of its authority, has ended.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed the settings since you read them: look again.' },
  },
  example: { body: { wallet: 'off', which: 'google', v: 0 }, output: exampleWallets },
  errorImpact: 'Cards for wallets cannot be set up or withdrawn.',
});
