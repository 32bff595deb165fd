import * as z from 'zod';

/** An opaque cursor as a list gave it: where the following page begins. */
export const cursorSchema = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[\w-]+$/);
