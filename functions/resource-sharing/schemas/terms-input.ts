import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { costSchema } from './loan-request-input.ts';

/** A code of ISO 18626's open lists: never free text. */
export const codeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'A code has letters, digits and hyphens.');
/** A note to a partner: stored in its log of messages, and nowhere else. */
export const noteSchema = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^[^\p{Cc}]*(?:\r?\n[^\p{Cc}]*)*$/u, 'Lines of text, without other control characters.');
const codes = z.array(codeSchema).max(20).optional();
const lines = z.array(oneLine(200)).max(20).optional();

/** The terms of a supply, or of a claim: conditions, cost, when to request again, alternatives. */
export const termsInput = z.strictObject({
  conditions: codes,
  cost: costSchema.optional(),
  retryAfter: z.iso.datetime().optional(),
  retryBefore: z.iso.datetime().optional(),
  editions: lines,
  volumes: lines,
  formats: codes,
  service: z.enum(['loan', 'copy']).optional(),
});
