import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { ownerSchema, textKeepers, textKeySchema } from '../../schemas/shapes.ts';

/** Takes a text of one's own back: the consortium's, or the one that comes with the house, is used again. */
export const contract = operation({
  id: 'notices-remove-text',
  context: 'notices',
  service: 'circulation',
  method: 'DELETE',
  path: '/v1/notices/owners/{owner}/texts/{language}/{channel}/{template}',
  summary: 'Take a text of notices back',
  permission: textKeepers,
  touches: { table: 'write' },
  params: z.strictObject({ owner: ownerSchema, ...textKeySchema }),
  query: z.strictObject({ version: z.coerce.number().int().min(1) }),
  output: z.strictObject({ removed: z.literal(true) }),
  refusals: { 'changed-meanwhile': { status: 409, meaning: 'There is no such text of this version: look again.' } },
  example: {
    params: { owner: 'riverton', language: 'eng', channel: 'mail' as const, template: 'recall' as const },
    query: { version: 2 },
    output: { removed: true as const },
  },
  errorImpact: 'Libraries cannot go back to the texts of all.',
});
