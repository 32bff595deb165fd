import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { type FileKind, fileKinds } from './files/file-kinds.ts';
import { mappingSchema } from './files/mapping.ts';
import { comparisonSchema, controlTotalsSchema } from './report/control-totals.ts';
import { rejectReasons, warningReasons } from './report/reasons.ts';
import { tallySchema } from './report/tally.ts';

const kind = z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]);

/** The purposes of a load: a member's cut-over from its old system with all kinds of files, or a recurring feed of its patrons. */
export const loadPurposes = ['cut-over', 'patron-feed'] as const;

/** The states of a run. `refused`: a file cannot be read at all; `failed`: it stopped and can be resumed. */
export const runStates = ['waiting', 'running', 'done', 'refused', 'failed'] as const;
export const runModes = ['dry-run', 'apply'] as const;

/** The largest file, in bytes: a presigned PUT and the ranges of its parts are made for this size. */
export const MAX_LOAD_BYTES = 500_000_000;
/** Days after which the bucket deletes a file. */
export const FILE_DAYS = 7 as const;

/** The API view of a file; `there` says whether it was uploaded and not deleted since. */
export const fileViewSchema = z.strictObject({
  fileId: z.string(),
  kind,
  fileName: z.string(),
  bytes: z.int(),
  control: controlTotalsSchema,
  createdAt: z.string(),
  there: z.boolean(),
});

/** The result for patrons missing from a feed. `refused`: too many are missing, so none was deactivated. */
export const missingViewSchema = z.strictObject({
  of: z.int(),
  missing: z.int(),
  mostPercent: z.int(),
  refused: z.boolean(),
  deactivated: z.int(),
});
export type MissingView = z.infer<typeof missingViewSchema>;

/** The report of one file in a run, with the old system's totals. */
export const fileReportSchema = z.strictObject({
  fileId: z.string(),
  kind,
  tally: tallySchema,
  totals: z.array(comparisonSchema),
  agrees: z.boolean(),
});
export type FileReport = z.infer<typeof fileReportSchema>;

/** The API view of a run. */
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

/** The API view of a load. */
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

/** One line of a report: line, column, reason and text. Codes are repeated, no other content of the file. */
export const reportLineSchema = z.strictObject({
  line: z.int(),
  rejected: z.boolean(),
  reason: z.enum([...reject, ...warning]),
  column: z.string().optional(),
  value: z.string().optional(),
  /** The earlier line that this one duplicates. */
  otherLine: z.int().optional(),
  detail: z.string(),
});
export type ReportLine = z.infer<typeof reportLineSchema>;
