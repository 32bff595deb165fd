import * as z from 'zod';
import type { Refusal } from './contract.ts';

/** An opaque cursor as a list gave it: where the following page begins. */
export const cursorSchema = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[\w-]+$/);

/** Which page of a list a query asks for: how many rows, and the cursor that the page before gave. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: cursorSchema.optional(),
};

/** The refusal of every list whose cursor came from elsewhere. */
export const cursorRefusal = {
  'bad-cursor': { status: 400, meaning: 'The cursor is not one of this list.' },
} as const satisfies Record<string, Refusal>;
