import * as z from 'zod';
import { marcForms } from '../../../../layers/protocols/marc/forms.ts';

/** Where a load stands. `rejected`: the file is not what a catalogue takes; `failed`: it stopped and can be run again. */
export const importStates = ['awaiting-file', 'running', 'done', 'rejected', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** What a load is of: a member’s own records, where nothing is said; or authority records, whose references serve all. */
export const importKinds = ['records', 'authorities'] as const;

/** The largest file of one load, in bytes: a presigned PUT and the ranges of its parts are made for this size. */
export const MAX_IMPORT_BYTES = 500_000_000;

/** So much of a file is looked at before a mapping is kept: bytes, records, and items or refusals that are shown. */
export const MAX_PREVIEW = { bytes: 500_000, records: 50, items: 500 } as const;

const count = z.number().int().min(0);

/** What came of records and items so far. accepted + rejected = read; created + changed + unchanged + withdrawn = accepted. */
export const importCountsSchema = z.strictObject({
  read: count,
  accepted: count,
  rejected: count,
  /** Of the accepted: new to the member, changed since the last load, the very bytes of the last load. */
  created: count,
  changed: count,
  unchanged: count,
  /** Records that the file marks as deleted (leader/05 `d`) and that stood until now. */
  withdrawn: count.default(0),
  /** New records that joined a union record of others. */
  matched: count,
  itemsCreated: count,
  itemsChanged: count,
  itemsRejected: count,
  /** Items that were taken though another member's item bears their barcode; loads of before count none. */
  barcodesShared: count.default(0),
  /** Items of which the file says otherwise than staff set, as it did before: what staff set stands. */
  itemsAsStaffSet: count.default(0),
  /** Items that went with their deleted record. */
  itemsWithdrawn: count.default(0),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** Nothing read yet. */
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
 * One thing that staff must look at: a record that was not taken, an item of an accepted record that was not, the barcode of
 * an item that was taken although another member's item bears it too, an item kept though its record is deleted, or what a file says
 * of an item that staff set otherwise.
 */
export const rejectSchema = z.strictObject({
  what: z.enum(['record', 'item', 'barcode', 'retained', 'passed-over']),
  /** Byte of the file at which the record begins. */
  offset: count,
  /** A reason's code and, in one sentence, what a cataloguer can do about it. */
  reason: z.string(),
  detail: z.string(),
  /** The record's local id (001), where it could be read. */
  localId: z.string().optional(),
  barcode: z.string().optional(),
  /** What in the record caused it: the branch that is not known, the members who bear the barcode, the state of the item kept. */
  value: z.string().optional(),
});
export type ImportReject = z.infer<typeof rejectSchema>;

/** A load as a member's staff see it. `parts`: how many, and how many are done. */
export const importViewSchema = z.strictObject({
  importId: z.string(),
  memberId: z.string(),
  fileName: z.string(),
  bytes: count,
  kind: z.enum(importKinds).optional(),
  /** What the file is, told by its bytes; what it was said to be until these were looked at. */
  form: z.enum(marcForms).optional(),
  state: z.enum(importStates),
  createdAt: z.iso.datetime(),
  /** Who opened it; loads of before say nobody. */
  openedBy: z.string().optional(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  parts: z.strictObject({ all: count, done: count }),
  counts: importCountsSchema,
  /** Why the whole file was refused, or why the load stopped. */
  problem: z.strictObject({ reason: z.string(), detail: z.string() }).optional(),
});
export type ImportView = z.infer<typeof importViewSchema>;
