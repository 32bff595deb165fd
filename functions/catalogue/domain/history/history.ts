import * as z from 'zod';
import { decisionViewSchema } from '../union/decision.ts';
import { isLocalTag, lineSaysOwn } from '../visibility/local-fields.ts';
import { type ChangedField, changedFieldSchema, isCut } from './record-changes.ts';
import { actShapes } from './source-act.ts';

const { itemId, barcode, before, after } = actShapes.hide;
const ofSource = { at: z.iso.datetime(), sourceId: z.string(), memberId: z.string() };

/** What happened to a union record and the members' records in it, one thing. */
export const historyEntrySchema = z.discriminatedUnion('kind', [
  /** Staff merged, split or kept apart. */
  z.strictObject({ kind: z.literal('decision'), at: z.iso.datetime(), decision: decisionViewSchema }),
  /** Staff edited a member's record: which fields were others before. Who did is for that member to know. */
  z.strictObject({
    ...{ kind: z.literal('edit'), ...ofSource },
    ...{ by: z.string().exactOptional(), reason: z.string(), fields: z.array(changedFieldSchema) },
  }),
  /** Its member's system loaded it; `kept` and `lost` are the fields in which what staff had edited stayed, and gave way. */
  z.strictObject({
    ...{ kind: z.literal('load'), ...ofSource, importId: z.string() },
    /** The file, and who sent it, for that member; of old loads not known. */
    fileName: z.string().exactOptional(),
    by: z.string().exactOptional(),
    ...{ preserved: z.array(z.string()), lost: z.array(z.string()), fields: z.array(changedFieldSchema) },
  }),
  /** Staff hid it, its copies at a branch or one copy, or showed it again: for its own member alone. */
  z.strictObject({ kind: z.literal('hide'), ...ofSource, by: z.string(), reason: z.string(), ...actShapes.hide }),
  /**
   * A change of many copies hid or showed several of its copies: so many, of which the first are told; at least so many where `more`
   * says that not all were counted. For its own member alone.
   */
  z.strictObject({
    ...{ kind: z.literal('batch'), ...ofSource, by: z.string(), reason: z.string(), batchId: z.string() },
    count: z.int().min(2),
    more: z.literal(true).exactOptional(),
    copies: z.array(z.strictObject({ itemId, barcode, before, after })),
  }),
  /** Staff gave a copy another barcode: for its own member alone. */
  z.strictObject({ kind: z.literal('relabel'), ...ofSource, by: z.string(), reason: z.string(), ...actShapes.relabel }),
  /** Its member took back the offer of a last copy. Who did is for that member to know. */
  z.strictObject({
    ...{ kind: z.literal('withdraw-offer'), ...ofSource },
    ...{ by: z.string().exactOptional(), reason: z.string(), ...actShapes['withdraw-offer'] },
  }),
  /** Staff said with which editions it stands as one work, or took that back. Who did is for its own member to know. */
  z.strictObject({
    ...{ kind: z.literal('set-work-decision'), ...ofSource },
    ...{ by: z.string().exactOptional(), reason: z.string(), ...actShapes['set-work-decision'] },
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** So many decisions, edits and loads are told at the most. */
export const MOST_HISTORY = 100;
/** And so many acts that change nothing in what a record says: many copies hidden at once push out nothing else. */
export const MOST_ACTS = 50;

/** And so many copies of a change of many copies, which tells of all of them itself. */
const MOST_COPIES = 20;

const acts: readonly HistoryEntry['kind'][] = ['hide', 'batch', 'relabel', 'withdraw-offer', 'set-work-decision'];
const isAct = ({ kind }: HistoryEntry): boolean => acts.includes(kind);

type Hiding = Extract<HistoryEntry, { kind: 'hide' }>;

/** Whether an entry is one copy's part of a change of many copies. */
export const isOfBatch = (entry: HistoryEntry): entry is Hiding & { batchId: string } =>
  entry.kind === 'hide' && entry.batchId !== undefined;

/** A change and its being put back are two, by what the copies became. */
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
 * The acts on one record, the newest first, those of one change of many copies as one. `goesOn`: the oldest of them, where older ones
 * are not among them: of a change that is in these not all is counted.
 */
export const inBatches = (entries: readonly HistoryEntry[], goesOn: readonly HistoryEntry[] = []): HistoryEntry[] => {
  const batches = Map.groupBy(entries.filter(isOfBatch), placeOf);
  const open = new Set(goesOn.filter(isOfBatch).map(placeOf));
  return [
    ...entries.filter((entry) => !isOfBatch(entry)),
    ...[...batches].flatMap(([place, hidings]) => asBatch(hidings, open.has(place))),
  ];
};

/** The newest first; of one moment the later told. */
export const newestFirst = (entries: readonly HistoryEntry[]): HistoryEntry[] => {
  const sorted = [...entries].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const reported = new Set([
    ...sorted.filter((entry) => !isAct(entry)).slice(0, MOST_HISTORY),
    ...sorted.filter(isAct).slice(0, MOST_ACTS),
  ]);
  return sorted.filter((entry) => reported.has(entry));
};

/**
 * Who an entry tells of, as the API names actors: names are asked for these only, so that no more are known than are told of. `ours`:
 * the decisions made for a member for which the reader catalogues. Of another member's nobody is named, whoever undid it: for which
 * member that was done is not kept.
 */
export const actorsIn =
  (ours: ReadonlySet<string>) =>
  (entry: HistoryEntry): string[] => {
    if (entry.kind !== 'decision') return entry.by === undefined ? [] : [entry.by];
    const { decisionId, by, undone } = entry.decision;
    return ours.has(decisionId) ? [by, ...(undone ? [undone.by] : [])] : [];
  };

/** Whether a line (`lineOf`) may say what is its library's own. Of a cut one it is not known. */
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
 * What happened to a member's record as other members' cataloguers may read it: without its library's own and private fields, the names of its
 * files and its staff. An edit of such fields alone is not told, nor what its library hid, nor its labels.
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
