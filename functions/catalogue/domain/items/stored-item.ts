import * as z from 'zod';
import type { Commitment } from '../../../../layers/protocols/marc/retention-notes.ts';
import { type ItemDescription, itemDescriptionSchema } from '../views/views.ts';
import { type FileValues, fileValuesSchema } from './values-in-files.ts';

const commitmentSchema = z.object({
  program: z.string(),
  until: z.string().exactOptional(),
  note: z.string().exactOptional(),
});
const stored = z.object({
  ...itemDescriptionSchema.shape,
  slot: z.number().exactOptional(),
  fileBarcode: z.string().exactOptional(),
  fileRetention: commitmentSchema.exactOptional(),
  fileValues: fileValuesSchema.exactOptional(),
});

/**
 * An item's description as stored. `slot`: its index among the record's items without barcode. `fileBarcode`: the barcode in its member's
 * files after relabelling. `fileRetention`: the last retention in the files. `fileValues`: the last location, type and call number in the
 * files where staff set other values.
 */
export type StoredItem = ItemDescription & {
  slot?: number;
  fileBarcode?: string;
  fileRetention?: Commitment;
  fileValues?: FileValues;
};

/** Reads a stored item description. */
export const readItemDescription = (item: unknown): StoredItem => stored.parse(item);

/** Returns the description without fields that only storage needs. */
export const toDescription = <T extends StoredItem>(
  item: T,
): Omit<T, 'slot' | 'fileBarcode' | 'fileRetention' | 'fileValues'> => {
  const { slot: _, fileBarcode: _file, fileRetention: _retention, fileValues: _values, ...description } = item;
  return description;
};
