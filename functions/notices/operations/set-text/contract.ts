import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { templateTextSchema } from '../../domain/template.ts';
import { ownerSchema, textEditors, textKeySchema } from '../../schemas.ts';

const exampleText = {
  subject: 'Please bring back: {title}',
  text: 'Somebody waits for {title}. Please bring it back by {due}.',
};

/**
 * Sets a member's (or the consortium's) own text in place of the built-in one. Plain text with placeholders in curly brackets. `version`
 * is the one that was read: none when the owner has no text of its own yet.
 */
export const contract = operation({
  id: 'notices-set-text',
  context: 'notices',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/notices/owners/{owner}/texts/{language}/{channel}/{template}',
  summary: 'Set a text of notices',
  permission: textEditors,
  touches: { table: 'write' },
  params: z.strictObject({ owner: ownerSchema, ...textKeySchema }),
  body: z.strictObject({ ...templateTextSchema.shape, version: z.int().min(1).optional() }),
  output: z.strictObject({ subject: z.string(), text: z.string(), version: z.number() }),
  refusals: {
    'owner-unknown': { status: 404, meaning: 'There is no such member.' },
    'unknown-placeholder': { status: 422, meaning: 'This kind of notice has no such placeholder in curly brackets.' },
    'notices-missing': { status: 422, meaning: 'A frame must contain {notices}.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else set this text meanwhile: look again.' },
  },
  example: {
    params: { owner: 'riverton', language: 'eng', channel: 'email' as const, template: 'recall' as const },
    body: { ...exampleText, version: 1 },
    output: { ...exampleText, version: 2 },
  },
  errorImpact: 'Libraries cannot change the texts of their notices.',
});
