import * as z from 'zod';

/** What a list of the day shows of a request: in the key of its index entry, so that a list is read without the requests. */
export type Shown = {
  recordId: string;
  title?: string | undefined;
  /** The library that asks, for requests of others. */
  other?: string | undefined;
  /** Until when it is to be answered, or is due. */
  by?: string | undefined;
};

/** The part of a title that fits into a key. */
const LONGEST_TITLE = 100;

const shownSchema = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** Writes what is shown as a part of a key. */
export const asShown = ({ recordId, title = '', other = '', by = '' }: Shown): string =>
  JSON.stringify([recordId, other, by, title.slice(0, LONGEST_TITLE)]);

/** Reads what is shown from a part of a key, which escapes `#` and `%`; absent values are left out. */
export const readShown = (part: string) => {
  const text = part.replaceAll('%23', '#').replaceAll('%25', '%');
  const [recordId, other, by, title] = shownSchema.parse(JSON.parse(text));
  return { recordId, ...(other && { other }), ...(by && { by }), ...(title && { title }) };
};
