import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { templateTextSchema } from '../../domain/template.ts';
import { ownerSchema, textEditors, textKeySchema, textSizeSchema } from '../../schemas.ts';

/** Previews an e-mail or letter with example data, using the given draft or the text in use. Stores nothing. */
export const contract = operation({
  id: 'notices-preview-text',
  context: 'notices',
  service: 'circulation',
  method: 'POST',
  path: '/v1/notices/owners/{owner}/previews',
  summary: 'Preview a text of notices',
  permission: textEditors,
  touches: { table: 'read' },
  idempotency: 'none',
  params: z.strictObject({ owner: ownerSchema }),
  body: z.strictObject({ ...textKeySchema, draft: templateTextSchema.optional() }),
  output: z.strictObject({
    subject: z.string(),
    text: z.string(),
    /** Of a text message: its alphabet, its length in it, and the segments that are billed. */
    size: textSizeSchema.optional(),
  }),
  refusals: {
    'unknown-placeholder': { status: 422, meaning: 'This kind of notice has no such placeholder in curly brackets.' },
    'notices-missing': { status: 422, meaning: 'A frame must contain {notices}.' },
  },
  example: {
    params: { owner: 'riverton' },
    body: {
      ...{ language: 'eng', channel: 'email' as const, template: 'recall' as const },
      draft: { subject: 'Please bring back: {title}', text: 'Please bring it back by {due}.' },
    },
    output: {
      subject: 'Please bring back: “Emma”',
      text: 'Please bring it back by Monday, December 7, 2026.\n\nRiverton Public Library',
    },
  },
  errorImpact: 'Staff set texts without seeing what patrons will read.',
});
