import { shelfOrders } from '../../../../layers/protocols/call-numbers/shelf-order.ts';
import { readHeading, shelfHeadings, writeHeading } from './heading.ts';
import type { IndexDocument } from './index-document.ts';

/** Sorts after every letter: represents an absent keyword in a cursor, for which the engine has no "last". */
export const LAST = '\uffff';
/** The index fields that sort by call number: the first key of all members, and the keys of all in one value. */
export const shelfFieldNames = { first: 'shelf_first', all: 'shelf_places' } as const;
/** Separates the keys in one value: no key and no displayed call number contains a line break. */
export const BETWEEN_KEYS = '\n';

/** The call number by which a record is sorted among hits, with its member. */
export type ShelvedAs = { memberId: string; callNumber: string };

/**
 * Returns the keys by which a record is sorted: the first call number of each member that has it on a shelf, as one value that sorts by
 * scheme (Library of Congress, Dewey, UDC, others) and within the scheme in shelf order.
 */
export const shelfKeys = (document: Pick<IndexDocument, 'shelf'>): string[] => {
  const firstOf = new Map<string, string>();
  for (const { order, value: heading } of shelfHeadings(document)) {
    const value = writeHeading({ ...heading, key: `${shelfOrders.indexOf(order)}${heading.key}` });
    const known = firstOf.get(heading.member);
    if (known === undefined || value < known) firstOf.set(heading.member, value);
  }
  return [...firstOf.values()].sort();
};

/**
 * Returns the fields that the index stores: the first key of all, by which the engine sorts, and all keys in one value, in which the keys
 * of some members are found.
 */
export const shelfFields = (document: Pick<IndexDocument, 'shelf'>): Record<string, unknown> => {
  const keys = shelfKeys(document);
  return keys.length === 0
    ? {}
    : {
        [shelfFieldNames.first]: keys[0],
        [shelfFieldNames.all]: Buffer.from(keys.join(BETWEEN_KEYS)).toString('base64'),
      };
};

/** Returns the call number by which a hit is sorted, read from its sort value; undefined for a record without call number. */
export const shelvedAs = (sortValue: string | number): ShelvedAs | undefined => {
  const { shown, member } = readHeading(String(sortValue));
  return member === undefined ? undefined : { memberId: member, callNumber: shown };
};
