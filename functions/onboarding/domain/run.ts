import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { comparisonSchema, controlTotalsSchema } from './control-totals.ts';
import { type FileKind, fileKinds } from './file-kinds.ts';
import { mappingSchema } from './mapping.ts';
import { rejectReasons, warningReasons } from './reasons.ts';
import { tallySchema } from './tally.ts';

const kind = z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]);

/** Why a load is made: a member's change from its old system, all kinds of file; or its patrons alone, again and again. */
export const loadPurposes = ['cut-over', 'patron-feed'] as const;

/** How far a run is. `refused`: a file cannot be read at all; `failed`: it stopped and can be started again. */
export const runStates = ['waiting', 'running', 'done', 'refused', 'failed'] as const;
export const runModes = ['dry-run', 'apply'] as const;

/** The largest file, in bytes: a presigned PUT and the ranges of its parts are made for this size. */
export const MAX_LOAD_BYTES = 500_000_000;
/** Days after which the bucket deletes a file whatever became of it. */
export const FILE_DAYS = 7;

/** A file of a load as its member's staff see it; `there` says whether it was sent and not deleted since. */
export const fileViewSchema = z.strictObject({
  fileId: z.string(),
  kind,
  fileName: z.string(),
  bytes: z.int(),
  control: controlTotalsSchema,
  createdAt: z.string(),
  there: z.boolean(),
});

/** What became of patrons whom a feed no longer names. `refused`: too many would go, so none did. */
export const missingViewSchema = z.strictObject({
  of: z.int(),
  missing: z.int(),
  mostPercent: z.int(),
  refused: z.boolean(),
  deactivated: z.int(),
});
export type MissingView = z.infer<typeof missingViewSchema>;

/** What came of one file in a run, beside the old system's totals. */
export const fileReportSchema = z.strictObject({
  fileId: z.string(),
  kind,
  tally: tallySchema,
  totals: z.array(comparisonSchema),
  agrees: z.boolean(),
});
export type FileReport = z.infer<typeof fileReportSchema>;

/** A run as its member's staff see it. */
export const runViewSchema = z.strictObject({
  runId: z.string(),
  mode: z.enum(runModes),
  state: z.enum(runStates),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  parts: z.strictObject({ all: z.int(), done: z.int() }),
  files: z.array(fileReportSchema),
  missing: missingViewSchema.optional(),
  problems: z.array(z.strictObject({ fileId: z.string(), reason: z.string(), detail: z.string() })).optional(),
});
export type RunView = z.infer<typeof runViewSchema>;

/** A load as its member's staff see it. */
export const loadViewSchema = z.strictObject({
  loadId: z.string(),
  memberId: memberIdSchema,
  name: z.string(),
  purpose: z.enum(loadPurposes),
  createdAt: z.string(),
  mapping: mappingSchema,
});
export type LoadView = z.infer<typeof loadViewSchema>;

const [reject, warning] = [
  Object.keys(rejectReasons) as [keyof typeof rejectReasons, ...(keyof typeof rejectReasons)[]],
  Object.keys(warningReasons) as [keyof typeof warningReasons, ...(keyof typeof warningReasons)[]],
];

/** One line of a report: where in the file, which column, why, in words. Codes are repeated, nothing else that stood there. */
export const reportLineSchema = z.strictObject({
  line: z.int(),
  rejected: z.boolean(),
  reason: z.enum([...reject, ...warning]),
  column: z.string().optional(),
  value: z.string().optional(),
  /** The earlier line that says the same. */
  otherLine: z.int().optional(),
  detail: z.string(),
});
export type ReportLine = z.infer<typeof reportLineSchema>;
