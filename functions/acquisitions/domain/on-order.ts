import { isbn13Of } from '../../../layers/kernel/citation/standard-numbers.ts';
import { type LineTerms, type Order, wantedOf } from './order.ts';
import { isEncumbered } from './order-step.ts';

/**
 * Returns the key by which orders of all libraries are compared: the ISBN of 13 digits (one of 10 is converted), or else the record of the
 * catalogue; undefined for a title with neither.
 */
export const titleKeyOf = ({ isbn, recordId }: Pick<LineTerms, 'isbn' | 'recordId'>): string | undefined =>
  isbn === undefined ? recordId : (isbn13Of(isbn) ?? isbn);

/** Returns how many copies of each title an order waits for, by the key of the title. */
export const onOrderOf = ({ lines, state }: Pick<Order, 'lines' | 'state'>): Map<string, number> => {
  const copies = new Map<string, number>();
  if (!isEncumbered(state)) return copies;
  for (const line of lines) {
    const [title, missing] = [titleKeyOf(line), Math.max(0, wantedOf(line) - line.received)];
    if (title !== undefined && missing > 0) copies.set(title, (copies.get(title) ?? 0) + missing);
  }
  return copies;
};

/** Returns the titles of which a change of an order leaves another number of copies on order, with that number. */
export const onOrderChanges = (
  before: Pick<Order, 'lines' | 'state'>,
  after: Pick<Order, 'lines' | 'state'>,
): { title: string; copies: number }[] => {
  const [was, is] = [onOrderOf(before), onOrderOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((title) => ({ title, copies: is.get(title) ?? 0 }))
    .filter(({ title, copies }) => copies !== (was.get(title) ?? 0));
};
