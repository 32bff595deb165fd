import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { ownerSchema, textEditors, textKeySchema } from '../../schemas.ts';

/** Removes an owner's text: the consortium's, or the built-in one, is used again. */
export const contract = operation({
  id: 'notices-remove-text',
  context: 'notices',
  service: 'circulation',
  method: 'DELETE',
  path: '/v1/notices/owners/{owner}/texts/{language}/{channel}/{template}',
  summary: 'Remove a text of notices',
  permission: textEditors,
  touches: { table: 'write' },
  params: z.strictObject({ owner: ownerSchema, ...textKeySchema }),
  query: z.strictObject({ version: z.coerce.number().int().min(1) }),
  output: z.strictObject({ removed: z.literal(true) }),
  refusals: { 'changed-meanwhile': { status: 409, meaning: 'There is no such text of this version: look again.' } },
  example: {
    params: { owner: 'riverton', language: 'eng', channel: 'email' as const, template: 'recall' as const },
    query: { version: 2 },
    output: { removed: true as const },
  },
  errorImpact: 'Libraries cannot go back to the texts of all.',
});
