import * as z from 'zod';
import type { Refusal } from './contract.ts';

/** An opaque cursor that a list returned: the start of the following page. */
export const cursorSchema = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[\w-]+$/);

/** The paging parameters of a list: the number of rows, and the cursor of the previous page. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: cursorSchema.optional(),
};

/** The refusal of every list for a cursor of another list. */
export const cursorRefusal = {
  'bad-cursor': { status: 400, meaning: 'The cursor is not one of this list.' },
} as const satisfies Record<string, Refusal>;
