import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { templateTextSchema } from '../../domain/template.ts';
import { ownerSchema, textKeepers, textKeySchema } from '../../schemas/shapes.ts';

/** Shows what an e-mail or letter would say, with invented data: with the words given, or with those in use. Keeps nothing. */
export const contract = operation({
  id: 'notices-preview-text',
  context: 'notices',
  service: 'circulation',
  method: 'POST',
  path: '/v1/notices/owners/{owner}/previews',
  summary: 'Preview a text of notices',
  permission: textKeepers,
  touches: { table: 'read' },
  idempotency: 'none',
  params: z.strictObject({ owner: ownerSchema }),
  body: z.strictObject({ ...textKeySchema, words: templateTextSchema.optional() }),
  output: z.strictObject({ subject: z.string(), text: z.string() }),
  refusals: {
    'unknown-placeholder': { status: 422, meaning: 'This kind of notice knows no such thing in curly brackets.' },
    'notices-missing': { status: 422, meaning: 'A frame must hold {notices}, which is what it frames.' },
  },
  example: {
    params: { owner: 'riverton' },
    body: {
      ...{ language: 'eng', channel: 'mail' as const, template: 'recall' as const },
      words: { subject: 'Please bring back: {title}', text: 'Please bring it back by {due}.' },
    },
    output: {
      subject: 'Please bring back: “Emma”',
      text: 'Please bring it back by Monday, December 7, 2026.\n\nRiverton Public Library',
    },
  },
  errorImpact: 'Staff set texts without seeing what patrons will read.',
});
