import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { collectionPath, signInRefusals } from '../../schemas.ts';

/**
 * Signs the requesting patron in at a vendor, by the number of the own card and the PIN. With it the patron agrees that the vendor learns
 * both; Concord stores the vendor's token until it expires, and never the PIN.
 */
export const contract = operation({
  id: 'digital-lending-sign-in',
  context: 'digital-lending',
  service: 'circulation',
  method: 'POST',
  path: '/v1/digital-lending/accounts/{collectionId}',
  summary: 'Sign in at an e-book vendor',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', outside: true },
  idempotency: 'none',
  params: collectionPath,
  body: z.strictObject({ pin: z.string().min(1).max(64) }),
  output: z.strictObject({ collectionId: z.string(), until: z.iso.datetime() }),
  owner: { none: 'It signs the requesting patron in, by the own card.' },
  refusals: signInRefusals,
  example: {
    params: { collectionId: 'palace' },
    body: { pin: '482615' },
    output: { collectionId: 'palace', until: '2026-12-01T11:00:00.000Z' },
  },
  errorImpact: 'Patrons cannot borrow e-books.',
});
