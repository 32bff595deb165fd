import * as z from 'zod';
import { readOpaque, writeOpaque } from '../../../../layers/kernel/text/opaque-json.ts';
import type { ListPlace } from './saved-lists.ts';

const placeSchema = z.tuple([z.iso.datetime(), z.string().min(1).max(64)]);

/** Encodes a position in a list as a cursor. */
export const writePlace = ({ addedAt, recordId }: ListPlace): string => writeOpaque([addedAt, recordId]);

/**
 * Decodes a position in a list; undefined when the text is invalid. It is not signed: it only states where to continue in a list of the
 * requesting patron (ADR 9).
 */
export const readPlace = (cursor: string): ListPlace | undefined => {
  const { data } = placeSchema.safeParse(readOpaque(cursor));
  return data && { addedAt: data[0], recordId: data[1] };
};
