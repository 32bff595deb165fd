import * as z from 'zod';
import { decisionViewSchema } from './decision.ts';
import { changedFieldSchema } from './record-changes.ts';

const ofSource = { at: z.iso.datetime(), sourceId: z.string(), memberId: z.string() };

/** What happened to a union record and the members' records in it, one thing. */
export const historyEntrySchema = z.discriminatedUnion('kind', [
  /** Staff merged, split or kept apart. */
  z.strictObject({ kind: z.literal('decision'), at: z.iso.datetime(), decision: decisionViewSchema }),
  /** Staff edited a member's record: which fields were others before. */
  z.strictObject({
    ...{ kind: z.literal('edit'), ...ofSource },
    ...{ by: z.string(), reason: z.string(), fields: z.array(changedFieldSchema) },
  }),
  /** Its member's system loaded it; `kept` and `lost` are the fields in which what staff had edited stayed, and gave way. */
  z.strictObject({
    ...{ kind: z.literal('load'), ...ofSource, importId: z.string() },
    /** The file, and who sent it; of old loads not known. */
    fileName: z.string().exactOptional(),
    by: z.string().exactOptional(),
    ...{ kept: z.array(z.string()), lost: z.array(z.string()), fields: z.array(changedFieldSchema) },
  }),
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** So many entries are told at the most. */
export const MOST_HISTORY = 100;

/** The newest first; of one moment the later told. */
export const newestFirst = (entries: readonly HistoryEntry[]): HistoryEntry[] =>
  [...entries].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST_HISTORY);
