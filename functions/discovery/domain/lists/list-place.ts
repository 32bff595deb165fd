import * as z from 'zod';
import type { ListPlace } from './saved-lists.ts';

const placeSchema = z.tuple([z.iso.datetime(), z.string().min(1).max(64)]);

/** Encodes a position in a list as a cursor. */
export const writePlace = ({ addedAt, recordId }: ListPlace): string =>
  Buffer.from(JSON.stringify([addedAt, recordId])).toString('base64url');

/**
 * Decodes a position in a list; undefined when the text is invalid. It is not signed: it only states where to continue in a list of the
 * requesting patron (ADR 9).
 */
export const readPlace = (cursor: string): ListPlace | undefined => {
  try {
    const { data } = placeSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return data && { addedAt: data[0], recordId: data[1] };
  } catch {
    return undefined;
  }
};
