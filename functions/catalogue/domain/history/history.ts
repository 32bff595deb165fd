import * as z from 'zod';
import { decisionViewSchema } from '../union/decision.ts';
import { isLocalTag, lineSaysOwn } from '../visibility/local-fields.ts';
import { type ChangedField, changedFieldSchema, isCut } from './record-changes.ts';
import { actShapes } from './source-act.ts';

const { itemId, barcode, before, after } = actShapes.hide;
const ofSource = { at: z.iso.datetime(), sourceId: z.string(), memberId: z.string() };

/** One event in the history of a union record and its source records. */
export const historyEntrySchema = z.discriminatedUnion('kind', [
  /** Staff merged or split records or marked them as distinct. */
  z.strictObject({ kind: z.literal('decision'), at: z.iso.datetime(), decision: decisionViewSchema }),
  /** Staff edited a member's record: the fields that changed. Only that member sees who did it. */
  z.strictObject({
    ...{ kind: z.literal('edit'), ...ofSource },
    ...{ by: z.string().exactOptional(), reason: z.string(), fields: z.array(changedFieldSchema) },
  }),
  /** A load of the member's system; `preserved` and `lost` are the fields in which the edits of staff were preserved or replaced. */
  z.strictObject({
    ...{ kind: z.literal('load'), ...ofSource, importId: z.string() },
    /** The file and who sent it, for that member only; unknown for old loads. */
    fileName: z.string().exactOptional(),
    by: z.string().exactOptional(),
    ...{ preserved: z.array(z.string()), lost: z.array(z.string()), fields: z.array(changedFieldSchema) },
  }),
  /** Staff hid or showed the record, its copies at a branch or one copy; for its own member only. */
  z.strictObject({ kind: z.literal('hide'), ...ofSource, by: z.string(), reason: z.string(), ...actShapes.hide }),
  /**
   * An item batch hid or showed several of its copies: their number, with the first of them; with `more` the number is a minimum, as not
   * all were counted. For its own member only.
   */
  z.strictObject({
    ...{ kind: z.literal('batch'), ...ofSource, by: z.string(), reason: z.string(), batchId: z.string() },
    count: z.int().min(2),
    more: z.literal(true).exactOptional(),
    copies: z.array(z.strictObject({ itemId, barcode, before, after })),
  }),
  /** Staff changed the barcode of a copy; for its own member only. */
  z.strictObject({ kind: z.literal('relabel'), ...ofSource, by: z.string(), reason: z.string(), ...actShapes.relabel }),
  /** The member withdrew the offer of a last copy. Only that member sees who did it. */
  z.strictObject({
    ...{ kind: z.literal('withdraw-offer'), ...ofSource },
    ...{ by: z.string().exactOptional(), reason: z.string(), ...actShapes['withdraw-offer'] },
  }),
  /** Staff grouped the record with other editions as one work, or revoked that. Only its own member sees who did it. */
  z.strictObject({
    ...{ kind: z.literal('set-work-decision'), ...ofSource },
    ...{ by: z.string().exactOptional(), reason: z.string(), ...actShapes['set-work-decision'] },
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The most decisions, edits and loads shown. */
export const MOST_HISTORY = 100;
/** The most acts shown that do not change the record: many copies hidden at once displace no other entries. */
export const MOST_ACTS = 50;

/** The most copies shown of one item batch, whose own page lists all. */
const MOST_COPIES = 20;

const acts: readonly HistoryEntry['kind'][] = ['hide', 'batch', 'relabel', 'withdraw-offer', 'set-work-decision'];
const isAct = ({ kind }: HistoryEntry): boolean => acts.includes(kind);

type Hiding = Extract<HistoryEntry, { kind: 'hide' }>;

/** Returns whether an entry is one copy's part of an item batch. */
export const isOfBatch = (entry: HistoryEntry): entry is Hiding & { batchId: string } =>
  entry.kind === 'hide' && entry.batchId !== undefined;

/** Distinguishes a batch and its reversal by the resulting state of the copies. */
const placeOf = ({ batchId, after }: Pick<Hiding, 'batchId' | 'after'>): string => `${batchId} ${after}`;

const asBatch = (hidings: readonly (Hiding & { batchId: string })[], more: boolean): HistoryEntry[] => {
  const [newest] = hidings;
  if (!newest || hidings.length < 2) return [...hidings];
  const { at, sourceId, memberId, by, reason, batchId } = newest;
  const copies = hidings.slice(0, MOST_COPIES).map((one) => ({
    ...(one.itemId !== undefined && { itemId: one.itemId }),
    ...(one.barcode !== undefined && { barcode: one.barcode }),
    ...{ before: one.before, after: one.after },
  }));
  const count = hidings.length;
  return [{ kind: 'batch', at, sourceId, memberId, by, reason, batchId, count, ...(more && { more }), copies }];
};

/**
 * Returns the acts on one record, the newest first, with those of one item batch combined. `goesOn`: the oldest entries read, when older
 * ones exist: the count of a batch among these is incomplete.
 */
export const inBatches = (entries: readonly HistoryEntry[], goesOn: readonly HistoryEntry[] = []): HistoryEntry[] => {
  const batches = Map.groupBy(entries.filter(isOfBatch), placeOf);
  const open = new Set(goesOn.filter(isOfBatch).map(placeOf));
  return [
    ...entries.filter((entry) => !isOfBatch(entry)),
    ...[...batches].flatMap(([place, hidings]) => asBatch(hidings, open.has(place))),
  ];
};

/** Sorts entries by time, newest first; of the same time the later in the list comes first. */
export const newestFirst = (entries: readonly HistoryEntry[]): HistoryEntry[] => {
  const sorted = [...entries].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const reported = new Set([
    ...sorted.filter((entry) => !isAct(entry)).slice(0, MOST_HISTORY),
    ...sorted.filter(isAct).slice(0, MOST_ACTS),
  ]);
  return sorted.filter((entry) => reported.has(entry));
};

/**
 * Returns the actors of an entry, as the API names actors; names are looked up for these only. `ours`: the decisions made for a member for
 * which the reader catalogues. The actors of other members' decisions are left out, including who undid them, as the member for which that
 * was done is not stored.
 */
export const actorsIn =
  (ours: ReadonlySet<string>) =>
  (entry: HistoryEntry): string[] => {
    if (entry.kind !== 'decision') return entry.by === undefined ? [] : [entry.by];
    const { decisionId, by, undone } = entry.decision;
    return ours.has(decisionId) ? [by, ...(undone ? [undone.by] : [])] : [];
  };

/** Returns whether a line (`lineOf`) may be local data of its library; unknown, so true, for a truncated line. */
const mayBeLocal = (tag: string, line: string): boolean => isCut(line) || lineSaysOwn(tag, line);

const sharedLines = (fields: readonly ChangedField[]): ChangedField[] =>
  fields
    .filter(({ tag }) => !isLocalTag(tag))
    .map(({ tag, ...lines }) => {
      const [before, after] = [lines.before, lines.after].map((some) => some.filter((line) => !mayBeLocal(tag, line)));
      return { tag, before: before ?? [], after: after ?? [] };
    })
    .filter(({ before, after }) => before.length + after.length > 0);

/**
 * Returns what other members' cataloguers may read of an entry: without local and private fields, file names and staff. Edits of such
 * fields alone, hiding, and barcodes are left out.
 */
export const sharedEntry = (entry: HistoryEntry): HistoryEntry[] => {
  if (entry.kind === 'decision') return [entry];
  if (entry.kind === 'hide' || entry.kind === 'batch' || entry.kind === 'relabel') return [];
  const { by: _staff, ...rest } = entry;
  if (rest.kind === 'withdraw-offer' || rest.kind === 'set-work-decision') return [rest];
  const fields = sharedLines(rest.fields);
  if (rest.kind === 'edit') return fields.length === 0 ? [] : [{ ...rest, fields }];
  const { fileName: _file, ...load } = rest;
  const [preserved, lost] = [load.preserved, load.lost].map((tags) => tags.filter((tag) => !isLocalTag(tag)));
  return [{ ...load, fields, preserved: preserved ?? [], lost: lost ?? [] }];
};
