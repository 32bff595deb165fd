import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import { itemRefSchema } from './items.ts';

/** A part as its copies name it: the beginning of a long enumeration. */
export const partSchema = z.string().trim().min(1).max(60);

/** When a hold is passed over, by days of the pickup branch's calendar, both included. Without `until` it is until resumed. */
export const suspensionSchema = z.strictObject({ from: daySchema.optional(), until: daySchema.optional() });

/** What is wanted and when: one copy, one part, any edition of the work, or (when none is said) any copy of the title. */
export const holdRequestFields = {
  recordId: z.string().min(1).max(64),
  /** Only when one copy and no other is wanted: its barcode or id. */
  item: itemRefSchema.optional(),
  /** Only when one volume or part is wanted, as its copies name it (C31). */
  part: partSchema.optional(),
  /** Any edition of the work, of these formats when some are named (C32). */
  anyEdition: z.strictObject({ formats: z.array(z.enum(formats)).max(20).default([]) }).optional(),
};

export type RequestedTitle = z.output<z.ZodObject<typeof holdRequestFields>>;

/** One level at a time: a copy is of one part of one edition. */
export const isOneLevel = ({ item, part, anyEdition }: Pick<RequestedTitle, 'item' | 'part' | 'anyEdition'>): boolean =>
  [item, part, anyEdition].filter((one) => one !== undefined).length <= 1;
