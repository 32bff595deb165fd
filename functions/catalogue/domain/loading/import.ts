import * as z from 'zod';
import { marcForms } from '../../../../layers/protocols/marc/forms.ts';

/** The state of a load. `rejected`: the file format is not supported; `failed`: it stopped and can be run again. */
export const importStates = ['awaiting-file', 'running', 'done', 'rejected', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** The kind of a load: a member's own records (the default), or authority records, whose references serve all members. */
export const importKinds = ['records', 'authorities'] as const;

/** The largest file of one load, in bytes: presigned PUT and the ranges of its parts are designed for this size. */
export const MAX_IMPORT_BYTES = 500_000_000;

/** How much of a file a preview reads: bytes, records, and listed items or rejects. */
export const MAX_PREVIEW = { bytes: 500_000, records: 50, items: 500 } as const;

const count = z.number().int().min(0);

/** The counts of records and items so far. accepted + rejected = read; created + changed + unchanged + withdrawn = accepted. */
export const importCountsSchema = z.strictObject({
  read: count,
  accepted: count,
  rejected: count,
  /** Of the accepted: new to the member, changed since the last load, identical to the last load. */
  created: count,
  changed: count,
  unchanged: count,
  /** Records that the file marks as deleted (leader/05 `d`) and that existed until now. */
  withdrawn: count.default(0),
  /** New records that joined a union record of other members. */
  matched: count,
  itemsCreated: count,
  itemsChanged: count,
  itemsRejected: count,
  /** Items accepted although an item of another member has their barcode; not counted in older loads. */
  barcodesShared: count.default(0),
  /** Items for which the file repeats values that staff changed: those of staff stay. */
  itemsAsStaffSet: count.default(0),
  /** Items removed with their deleted record. */
  itemsWithdrawn: count.default(0),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** Returns counts of zero. */
export const noCounts = (): ImportCounts => ({
  read: 0,
  accepted: 0,
  rejected: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  withdrawn: 0,
  matched: 0,
  itemsCreated: 0,
  itemsChanged: 0,
  itemsRejected: 0,
  barcodesShared: 0,
  itemsAsStaffSet: 0,
  itemsWithdrawn: 0,
});

/** Adds two counts. */
export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  read: a.read + b.read,
  accepted: a.accepted + b.accepted,
  rejected: a.rejected + b.rejected,
  created: a.created + b.created,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  withdrawn: a.withdrawn + b.withdrawn,
  matched: a.matched + b.matched,
  itemsCreated: a.itemsCreated + b.itemsCreated,
  itemsChanged: a.itemsChanged + b.itemsChanged,
  itemsRejected: a.itemsRejected + b.itemsRejected,
  barcodesShared: a.barcodesShared + b.barcodesShared,
  itemsAsStaffSet: a.itemsAsStaffSet + b.itemsAsStaffSet,
  itemsWithdrawn: a.itemsWithdrawn + b.itemsWithdrawn,
});

/**
 * One case for staff to examine: a rejected record, a rejected item of an accepted record, the barcode of an accepted item that another
 * member's item has too, an item that stays although its record is deleted, an item value of the file that staff changed, or a loaded record of
 * which something could not be taken (`warning`).
 */
export const rejectSchema = z.strictObject({
  what: z.enum(['record', 'item', 'barcode', 'retained', 'passed-over', 'warning']),
  /** Byte offset of the record in the file. */
  offset: count,
  /** The code of the reason, and one sentence on what a cataloguer can do about it. */
  reason: z.string(),
  detail: z.string(),
  /** The record's local id (001), where it could be read. */
  localId: z.string().optional(),
  barcode: z.string().optional(),
  /** The value that caused it: the unknown branch, the members with the barcode, the state of the item that stays. */
  value: z.string().optional(),
});
export type ImportReject = z.infer<typeof rejectSchema>;

/** A load as a member's staff see it. `parts`: their number, and how many are done. */
export const importViewSchema = z.strictObject({
  importId: z.string(),
  memberId: z.string(),
  fileName: z.string(),
  bytes: count,
  kind: z.enum(importKinds).optional(),
  /** The format, detected from the bytes; until then as declared. */
  form: z.enum(marcForms).optional(),
  state: z.enum(importStates),
  createdAt: z.iso.datetime(),
  /** The staff user who opened it; absent for older loads. */
  openedBy: z.string().optional(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  parts: z.strictObject({ all: count, done: count }),
  counts: importCountsSchema,
  /** The reason why the whole file was refused, or why the load stopped. */
  problem: z.strictObject({ reason: z.string(), detail: z.string() }).optional(),
});
export type ImportView = z.infer<typeof importViewSchema>;
