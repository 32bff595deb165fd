import * as z from 'zod';
import { orderIdSchema } from '../domain/order.ts';

/** What a message answered for one order: how many of its lines, and how many of them the vendor cancelled. */
export const loadedAnswerSchema = z.strictObject({
  ...{ reference: z.string(), type: z.string(), number: z.string() },
  ...{ orderId: orderIdSchema, order: z.string() },
  isNew: z.boolean(),
  ...{ lines: z.int().min(1), cancelled: z.int().min(0) },
});
export type LoadedAnswer = z.infer<typeof loadedAnswerSchema>;
