import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { priceSchema } from '../views/views.ts';

const text = z.string().trim().max(200);

/** The values that a template gives to a new item, where the request has none. */
export const itemDefaultsSchema = z.strictObject({
  branchId: branchIdSchema.exactOptional(),
  location: text.exactOptional(),
  callNumber: text.exactOptional(),
  category: z.string().trim().min(1).max(60).exactOptional(),
  price: priceSchema.exactOptional(),
  note: text.exactOptional(),
});
export type ItemDefaults = z.infer<typeof itemDefaultsSchema>;

/** The name of a template, which the staff of one member choose from a list. */
export const templateNameSchema = z.string().trim().min(1).max(60);

/** A named set of defaults. */
export const itemTemplateSchema = z.strictObject({ name: templateNameSchema, defaults: itemDefaultsSchema });
export type ItemTemplate = z.infer<typeof itemTemplateSchema>;
