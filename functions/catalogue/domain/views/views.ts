import * as z from 'zod';
import { BARCODE } from '../../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { hiddenFromSchema } from '../visibility/visibility.ts';

/** The barcode of an item. */
export const barcodeSchema = z
  .string()
  .regex(BARCODE, 'A barcode has 1 to 40 letters, digits and the signs $%*./:#_@+- .');

/** The price of a copy, in minor units. */
export const priceSchema = z.number().int().min(0).max(1_000_000_00);

/** The description of a copy, without its current place. */
export const itemDescriptionSchema = z.strictObject({
  itemId: z.string(),
  sourceId: z.string(),
  memberId: z.string(),
  /** Empty when the copy has none. */
  barcode: z.string(),
  branchId: branchIdSchema,
  location: z.string(),
  callNumber: z.string(),
  category: z.string(),
  copyNumber: z.string(),
  volume: z.string(),
  /** Its price, in minor units of the loan rules' currency: caps on fines and charges for its loss may depend on it. */
  price: priceSchema.exactOptional(),
  hiddenFrom: hiddenFromSchema,
  /**
   * The commitment to retain it, such as a shared print programme: until that date, or permanently; `from`: as in its member's files (583).
   */
  retention: z
    .strictObject({
      program: z.string(),
      until: z.iso.date().exactOptional(),
      note: z.string().exactOptional(),
      from: z.literal('load').exactOptional(),
    })
    .exactOptional(),
  /** A note of staff for staff on its condition ("spine torn"). */
  note: z.string().exactOptional(),
});
export type ItemDescription = z.infer<typeof itemDescriptionSchema>;

const nameView = z.strictObject({
  /** By the tag: 100 and 700 a person, 110 and 710 a body, 111 and 711 a meeting. */
  kind: z.enum(['person', 'body', 'meeting']),
  name: z.string(),
  roles: z.array(z.string()),
  originalScript: z.string().optional(),
  /** A person's dates, which the name ends with ("1775-1817"). */
  dates: z.string().optional(),
});

/** A record's description as displayed. */
export const descriptionViewSchema = z.strictObject({
  title: z.string(),
  originalScriptTitles: z.array(z.string()),
  responsibility: z.string(),
  author: nameView.optional(),
  contributors: z.array(nameView),
  subjects: z.array(z.string()),
  series: z.array(z.string()),
  contents: z.array(z.string()),
  summaries: z.array(z.string()),
  edition: z.string().optional(),
  extent: z.string().optional(),
  publishers: z.array(z.string()),
  places: z.array(z.string()),
  dateText: z.string().optional(),
  year: z.number().int().optional(),
  languages: z.array(z.string()),
  format: z.string(),
  isOnline: z.boolean(),
  isbn13: z.array(z.string()),
  issn: z.array(z.string()),
  links: z.array(z.strictObject({ url: z.string(), label: z.string(), isFullText: z.boolean() })),
});
export type DescriptionView = z.infer<typeof descriptionViewSchema>;

/** The union record: one description and what each member contributed. */
export const recordViewSchema = z.strictObject({
  recordId: z.string(),
  /** The record into which this one was merged: a request for that id returns it in full. */
  movedTo: z.string().optional(),
  description: descriptionViewSchema.optional(),
  members: z.array(z.string()),
  sources: z.array(
    z.strictObject({
      sourceId: z.string(),
      memberId: z.string(),
      localId: z.string(),
      /** The reason why it is here: how it agrees with the first source, in cataloguing terms. */
      because: z.array(z.string()),
    }),
  ),
});
export type RecordView = z.infer<typeof recordViewSchema>;
