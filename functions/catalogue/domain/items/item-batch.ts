import * as z from 'zod';
import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { MAX_ITEM_TYPE } from '../../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { boundIn, shelfPlace } from '../../../../layers/protocols/call-numbers/shelf-order.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { isTemporarySource } from '../source-id.ts';
import type { ItemDescription } from '../views/views.ts';
import { hiddenFromSchema } from '../visibility/visibility.ts';

/** The most barcodes in one batch: as many as staff scan or paste; a query selects more. */
export const MOST_BARCODES = 500;

const text = oneLine(200, 0);

/**
 * The selection of a member's items: by barcode, or all of a branch that match the other fields. Call numbers from and to are inclusive, in
 * the shelf order of their scheme.
 */
export const itemChoiceSchema = z.union([
  z.strictObject({ barcodes: z.array(scannedSchema).min(1).max(MOST_BARCODES) }),
  z.strictObject({
    branchId: branchIdSchema,
    location: text.min(1).optional(),
    category: text.min(1).optional(),
    callNumberFrom: text.min(1).optional(),
    callNumberTo: text.min(1).optional(),
  }),
]);
export type ItemChoice = z.infer<typeof itemChoiceSchema>;
type ItemQuery = Exclude<ItemChoice, { barcodes: string[] }>;

/**
 * The values to set on every selected item; omitted ones do not change. `category` is the item type that loan rules use; an empty note
 * deletes the note.
 */
export const itemChangeSchema = z
  .strictObject({
    location: text.exactOptional(),
    category: oneLine(MAX_ITEM_TYPE).exactOptional(),
    note: text.exactOptional(),
    hiddenFrom: hiddenFromSchema.exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'Say what is to change.' });
export type ItemChange = z.infer<typeof itemChangeSchema>;

/** The changes of a batch. */
export const batchKinds = ['items', 'records'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** The state of a batch: its items are collected, previewed, being changed, changed, being restored, or restored. */
export const batchStates = ['gathering', 'previewed', 'running', 'done', 'undoing', 'undone'] as const;
export type BatchState = (typeof batchStates)[number];
/** The state of a line: to be changed, equal already, refused; changed, not changed; restored, not restored. */
export const lineStates = ['planned', 'unchanged', 'refused', 'done', 'failed', 'undone', 'retained'] as const;
export type LineState = (typeof lineStates)[number];

/** The values that a batch may set, as stored on an item. */
export const itemValuesSchema = z.strictObject({
  location: z.string().exactOptional(),
  category: z.string().exactOptional(),
  note: z.string().exactOptional(),
  hiddenFrom: hiddenFromSchema.exactOptional(),
});
export type ItemValues = z.infer<typeof itemValuesSchema>;

/** The reasons why a selected item is not changed. */
export const batchRefusals = {
  'unknown-item': 'No item of this member bears the barcode.',
  'on-reserve': 'It is on reserve for a course: its place and type are the reserve’s until that ends.',
  withdrawn: 'It is withdrawn: no longer part of the collection.',
} as const;
export type BatchRefusal = keyof typeof batchRefusals;

/** The planned result of a batch for an item: new values, no change because it already has them, or no change for a reason. */
export type PlannedChange =
  | { state: 'planned'; from: ItemValues; to: ItemValues }
  | { state: 'unchanged' }
  | { state: 'refused'; reason: BatchRefusal };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const valuesOf = ({ location, category, note = '', hiddenFrom }: ItemDescription): Required<ItemValues> => ({
  location,
  category,
  note,
  hiddenFrom: [...hiddenFrom].sort(),
});

const requestedValues = ({ hiddenFrom, ...rest }: ItemChange): ItemValues => ({
  ...rest,
  ...(hiddenFrom && { hiddenFrom: [...new Set(hiddenFrom)].sort() }),
});

/** Returns what a change does with an item in its current state: sets only values that differ. */
export const plannedChange = (
  described: ItemDescription,
  copy: Pick<ItemCirculation, 'state' | 'reserve'>,
  change: ItemChange,
): PlannedChange => {
  if (isTemporarySource(described.sourceId)) return { state: 'refused', reason: 'unknown-item' };
  if (copy.state === 'withdrawn') return { state: 'refused', reason: 'withdrawn' };
  const [now, target] = [valuesOf(described), requestedValues(change)];
  const names = (Object.keys(target) as (keyof ItemValues)[]).filter((name) => !same(now[name], target[name]));
  if (names.length === 0) return { state: 'unchanged' };
  if (copy.reserve && names.some((name) => name === 'location' || name === 'category'))
    return { state: 'refused', reason: 'on-reserve' };
  const only = (values: ItemValues): ItemValues => Object.fromEntries(names.map((name) => [name, values[name]]));
  return { state: 'planned', from: only(now), to: only(target) };
};

const within = (callNumber: string, { callNumberFrom, callNumberTo }: ItemQuery): boolean => {
  if (callNumberFrom === undefined && callNumberTo === undefined) return true;
  const place = shelfPlace(callNumber);
  const bounds = [callNumberFrom, callNumberTo];
  // "B" to "BZ" are classes of LC, not biographies: a range that can be LC's is treated as LC's.
  const isOfLc = bounds.every((bound) => bound === undefined || boundIn(bound, 'lc') !== undefined);
  if (place === undefined || (isOfLc && place.order !== 'lc')) return false;
  return bounds.every((bound, side) => {
    if (bound === undefined) return true;
    const at = boundIn(bound, place.order);
    if (at === undefined) return false;
    // An upper limit of 823 includes all numbers under 823: "823.7 AUS".
    return side === 1 ? place.key <= at || place.key.startsWith(at) : place.key >= at;
  });
};

/** Returns whether a query selects an item. The branch is where the item belongs, not where it is now. */
export const isChosen = (described: ItemDescription, query: ItemQuery): boolean =>
  described.branchId === query.branchId &&
  (query.location === undefined || described.location === query.location) &&
  (query.category === undefined || described.category === query.category) &&
  within(described.callNumber, query);
