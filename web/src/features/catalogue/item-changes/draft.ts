import { saysWhy } from '../../../components/reason-field.tsx';
import type { ChangeRequest } from './changes.ts';

/** The values that a change sets on every selected item. */
export const setFields = ['location', 'category', 'note', 'hiddenFrom'] as const;
type Change = ChangeRequest['change'];

/** The query fields besides the branch. */
export const queryFields = ['location', 'category', 'callNumberFrom', 'callNumberTo'] as const;
type QueryField = (typeof queryFields)[number];

/** A change as entered in the form. */
export type Draft = {
  by: 'barcodes' | 'query';
  barcodes: string;
  branchId: string;
  query: Record<QueryField, string>;
  change: Change;
  /** The reason, required when items are hidden or shown. */
  reason: string;
};

export const emptyDraft = (branchId: string): Draft => ({
  ...{ by: 'barcodes', barcodes: '', branchId, change: {}, reason: '' },
  query: { location: '', category: '', callNumberFrom: '', callNumberTo: '' },
});

/** The maximum number of items selected by barcode. */
export const MOST_BARCODES = 500;

/** Parses scanned or pasted barcodes, without duplicates, separated by line breaks, blanks, commas or semicolons. */
export const barcodesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

const itemsOf = ({ by, barcodes, branchId, query }: Draft): ChangeRequest['items'] | undefined => {
  if (by === 'barcodes') {
    const some = barcodesIn(barcodes);
    return some.length > 0 && some.length <= MOST_BARCODES ? { barcodes: some } : undefined;
  }
  const filled = Object.entries(query).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : []));
  return branchId === '' ? undefined : { branchId, ...Object.fromEntries(filled) };
};

/** Builds the request; undefined while items, values or the reason for hiding are missing. An empty item type means none. */
export const changeRequestOf = (draft: Draft): ChangeRequest | undefined => {
  const { change, reason } = draft;
  const items = itemsOf(draft);
  const hides = change.hiddenFrom !== undefined;
  const isComplete = Object.keys(change).length > 0 && change.category?.trim() !== '' && (!hides || saysWhy(reason));
  return items && isComplete ? { items, change, ...(hides && { reason: reason.trim() }) } : undefined;
};
