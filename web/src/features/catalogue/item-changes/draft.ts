import { saysWhy } from '../../../components/reason-field.tsx';
import type { ChangeRequest } from './changes.ts';

/** The values that are set at every chosen copy. */
export const setFields = ['location', 'category', 'note', 'hiddenFrom'] as const;
type Change = ChangeRequest['change'];

/** What a query asks for besides the branch. */
export const queryFields = ['location', 'category', 'callNumberFrom', 'callNumberTo'] as const;
type QueryField = (typeof queryFields)[number];

/** A change as it is being written. */
export type Draft = {
  by: 'barcodes' | 'query';
  barcodes: string;
  branchId: string;
  query: Record<QueryField, string>;
  change: Change;
  /** Why, asked where copies are hidden or shown. */
  reason: string;
};

export const emptyDraft = (branchId: string): Draft => ({
  ...{ by: 'barcodes', barcodes: '', branchId, change: {}, reason: '' },
  query: { location: '', category: '', callNumberFrom: '', callNumberTo: '' },
});

/** So many copies at once are named by barcode. */
export const MOST_BARCODES = 500;

/** The barcodes of what was scanned or pasted, each once: one a line, or with blanks, commas or semicolons between them. */
export const barcodesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

const itemsOf = ({ by, barcodes, branchId, query }: Draft): ChangeRequest['items'] | undefined => {
  if (by === 'barcodes') {
    const some = barcodesIn(barcodes);
    return some.length > 0 && some.length <= MOST_BARCODES ? { barcodes: some } : undefined;
  }
  const filled = Object.entries(query).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : []));
  return branchId === '' ? undefined : { branchId, ...Object.fromEntries(filled) };
};

/** What is sent for it; undefined as long as it does not say which copies, what is set, or why it hides. An empty type of copy is none. */
export const changeRequestOf = (draft: Draft): ChangeRequest | undefined => {
  const { change, reason } = draft;
  const items = itemsOf(draft);
  const hides = change.hiddenFrom !== undefined;
  const isComplete = Object.keys(change).length > 0 && change.category?.trim() !== '' && (!hides || saysWhy(reason));
  return items && isComplete ? { items, change, ...(hides && { reason: reason.trim() }) } : undefined;
};
