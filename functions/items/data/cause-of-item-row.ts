import { causeOf } from '../../../layers/kernel/usage/cause.ts';
import { type RowChange, textOf } from '../../../layers/platform/dynamodb/row-change.ts';
import { decodeFacts } from '../domain/fact-codec.ts';
import { readItem } from './item-codec.ts';

/**
 * Returns the member that caused a change of an item's row: the desk in its facts, else the owner. Works for a row that cannot be decoded
 * too, as its owner is stored as text.
 */
export const causeOfItemRow = ({ before, after }: Pick<RowChange, 'before' | 'after'>): string | undefined => {
  const owner = textOf(after ?? before, 'memberId');
  const facts = textOf(after, 'facts');
  if (facts === undefined) return owner;
  try {
    const [first] = decodeFacts(facts, undefined, readItem(after));
    return first ? causeOf(first.members) : owner;
  } catch {
    return owner;
  }
};
