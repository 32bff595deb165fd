import * as z from 'zod';
import { moneySchema } from './money/money.ts';

/** A figure of a refusal: a count, a code or name, an instant or day (ISO 8601), or money with its currency. */
const paramSchema = z.union([z.number(), z.string(), moneySchema]);
export type Param = z.infer<typeof paramSchema>;

/** The figures of a refusal by name, so that it can be worded in any language; never a person's name, card or PIN. */
export const paramsSchema = z.record(z.string(), paramSchema);
export type Params = z.infer<typeof paramsSchema>;
