import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { templateTextSchema } from '../../domain/template.ts';
import { ownerSchema, textKeepers, textKeySchema } from '../../schemas/shapes.ts';

const words = {
  subject: 'Please bring back: {title}',
  text: 'Somebody waits for {title}. Please bring it back by {due}.',
};

/**
 * Sets a text in a member's (or the consortium's) own words, over the one that comes with the house. Plain text; what
 * stands in curly brackets is put in. `version` is the one that was read: none where the owner has no text of its own yet.
 */
export const contract = operation({
  id: 'notices-set-text',
  context: 'notices',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/notices/owners/{owner}/texts/{language}/{channel}/{template}',
  summary: 'Set a text of notices',
  permission: textKeepers,
  touches: { table: 'write' },
  params: z.strictObject({ owner: ownerSchema, ...textKeySchema }),
  body: z.strictObject({ ...templateTextSchema.shape, version: z.int().min(1).optional() }),
  output: z.strictObject({ subject: z.string(), text: z.string(), version: z.number() }),
  refusals: {
    'owner-unknown': { status: 404, meaning: 'There is no such member.' },
    'unknown-placeholder': { status: 422, meaning: 'This kind of notice knows no such thing in curly brackets.' },
    'notices-missing': { status: 422, meaning: 'A frame must hold {notices}, which is what it frames.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else set this text meanwhile: look again.' },
  },
  example: {
    params: { owner: 'riverton', language: 'eng', channel: 'mail' as const, template: 'recall' as const },
    body: { ...words, version: 1 },
    output: { ...words, version: 2 },
  },
  errorImpact: 'Libraries cannot tell their patrons things in their own words.',
});
