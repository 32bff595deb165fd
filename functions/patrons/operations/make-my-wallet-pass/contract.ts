import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { passLanguages } from '../../domain/wallet/card-pass.ts';
import { wallets } from '../../domain/wallet/wallet-settings.ts';

/**
 * Makes a pass of the requesting patron's library card for the wallet of a phone: a signed file for Apple Wallet (.pkpass, in base64), or a
 * link for Google Wallet, which carries the name and the card number to Google when the patron follows it. Nothing is stored.
 */
export const contract = operation({
  id: 'patrons-make-my-wallet-pass',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/wallet-passes',
  summary: 'Get one’s library card for a wallet',
  permission: [{ who: 'patron' }],
  touches: { table: 'read', wallets: 'send' },
  bundleKilobytes: 1100,
  // It changes nothing, and the stored answer would have the card in it.
  idempotency: 'none',
  body: z.strictObject({ wallet: z.enum(wallets), language: z.enum(passLanguages).default('en') }),
  output: z.strictObject({
    wallet: z.enum(wallets),
    /** The pass for Apple Wallet (application/vnd.apple.pkpass) in base64. */
    file: z.base64().optional(),
    /** Where Google Wallet stores the pass. */
    address: z.url().optional(),
  }),
  refusals: {
    'wallet-not-offered': { status: 409, meaning: 'The consortium offers no cards for this wallet.' },
    gone: { status: 410, meaning: 'This patron is no longer here.' },
  },
  example: {
    body: { wallet: 'google', language: 'en' },
    output: { wallet: 'google', address: 'https://pay.google.com/gp/v/save/example' },
  },
  errorImpact: 'Patrons cannot add their card to a wallet.',
});
