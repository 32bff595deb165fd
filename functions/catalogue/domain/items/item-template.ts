import * as z from 'zod';
import { MAX_ITEM_TYPE } from '../../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { priceSchema } from '../views/views.ts';

const text = oneLine(200, 0);

/** The values that a template gives to a new item, where the request has none. */
export const itemDefaultsSchema = z.strictObject({
  branchId: branchIdSchema.exactOptional(),
  location: text.exactOptional(),
  callNumber: text.exactOptional(),
  category: oneLine(MAX_ITEM_TYPE).exactOptional(),
  price: priceSchema.exactOptional(),
  note: text.exactOptional(),
});
export type ItemDefaults = z.infer<typeof itemDefaultsSchema>;

/** The name of a template, which the staff of one member choose from a list. */
export const templateNameSchema = oneLine(60);

/** A named set of defaults. */
export const itemTemplateSchema = z.strictObject({ name: templateNameSchema, defaults: itemDefaultsSchema });
export type ItemTemplate = z.infer<typeof itemTemplateSchema>;
