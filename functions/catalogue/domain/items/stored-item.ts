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
 * An item's description as stored. `slot` says which of the record's items without barcode it is; `fileBarcode` by which
 * barcode its member's files know it, when it was relabelled since; `fileRetention` what its files said last of keeping it, `fileValues`
 * what they said last of its place, type and call number where staff set these otherwise.
 */
export type StoredItem = ItemDescription & {
  slot?: number;
  fileBarcode?: string;
  fileRetention?: Commitment;
  fileValues?: FileValues;
};

/** Reads a stored item description. */
export const readItemDescription = (item: unknown): StoredItem => stored.parse(item);

/** The description without what only storage needs. */
export const toDescription = <T extends StoredItem>(
  item: T,
): Omit<T, 'slot' | 'fileBarcode' | 'fileRetention' | 'fileValues'> => {
  const { slot: _, fileBarcode: _file, fileRetention: _retention, fileValues: _values, ...description } = item;
  return description;
};
