import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import { itemRefSchema } from './items.ts';

/** A part as its copies name it: the start of a long enumeration. */
export const partSchema = oneLine(60);

/** The suspension of a hold, by days of the pickup branch's calendar, both included. Without `until` it lasts until resumed. */
export const suspensionSchema = z.strictObject({ from: daySchema.optional(), until: daySchema.optional() });

/** The object and time of a hold: one copy, one part, any edition of the work, or by default any copy of the title. */
export const holdRequestFields = {
  recordId: z.string().min(1).max(64),
  /** Set when only this copy is requested: its barcode or id. */
  item: itemRefSchema.optional(),
  /** Set when only one volume or part is requested, as its copies name it (C31). */
  part: partSchema.optional(),
  /** Any edition of the work, in these formats if some are named (C32). */
  anyEdition: z.strictObject({ formats: z.array(z.enum(formats)).max(20).default([]) }).optional(),
};

export type RequestedTitle = z.output<z.ZodObject<typeof holdRequestFields>>;

/** Only one level: a copy belongs to one part of one edition. */
export const isOneLevel = ({ item, part, anyEdition }: Pick<RequestedTitle, 'item' | 'part' | 'anyEdition'>): boolean =>
  [item, part, anyEdition].filter((one) => one !== undefined).length <= 1;
