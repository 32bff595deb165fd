import * as z from 'zod';
import { isTemporarySource } from '../source-id.ts';
import type { HeadingName } from './references.ts';

const image = z
  .object({
    entity: z.string(),
    recordId: z.string().optional(),
    sourceId: z.string().optional(),
    itemId: z.string().optional(),
    sources: z.array(z.string()).optional(),
    checksum: z.string().optional(),
    edited: z.string().optional(),
    state: z.string().optional(),
    hiddenFrom: z.array(z.string()).optional(),
    hiddenHoldings: z.record(z.string(), z.array(z.string())).optional(),
    workDecision: z.unknown().optional(),
  })
  .loose();

/** A change of one stored row, as the stream delivers it. */
export type Change = { before: unknown; after: unknown };

/** Which document a change may affect, and how to find it. `check`: only when the member's availability changes. */
export type Touched =
  | { rebuild: { recordId: string } }
  | { rebuild: { sourceId: string } }
  | { check: { sourceId: string } };

type Image = z.infer<typeof image>;

const serialized = (value: unknown): string => JSON.stringify(value ?? null);

const ofSource = (sourceId: string, before: Image | undefined, after: Image | undefined): Touched[] => {
  // A new source comes with a change of its record, which is handled separately.
  if (!before && after) return [];
  const watched = ['checksum', 'edited', 'hiddenFrom', 'hiddenHoldings', 'recordId', 'workDecision'] as const;
  return watched.some((name) => serialized(before?.[name]) !== serialized(after?.[name]))
    ? [{ rebuild: { sourceId } }]
    : [];
};

/** Temporary items of libraries outside the consortium are not indexed. */
const isTemporary = ({ sourceId, sources = [] }: Image): boolean =>
  [...sources, ...(sourceId === undefined ? [] : [sourceId])].some(isTemporarySource);

const headingSchema = z.object({
  entity: z.literal('authority'),
  list: z.enum(['author', 'subject']),
  heading: z.string(),
});

/** Returns the heading whose references a change affects: the records with it must be indexed again. */
export const headingTouched = ({ before, after }: Change): HeadingName | undefined => {
  const read = headingSchema.safeParse(after ?? before);
  return read.success ? { list: read.data.list, heading: read.data.heading } : undefined;
};

const pending = z.array(z.unknown());
const begunSchema = z.discriminatedUnion('entity', [
  z.object({ entity: z.literal('unionDecision'), decisionId: z.string(), pending }),
  z.object({ entity: z.literal('sourceChange'), sourceId: z.string(), changeId: z.string(), pending }),
]);

/** Returns the decision or edit of a cataloguer in a change for which copies and holds are not updated yet, if any. */
export const begunBy = ({ after }: Change): z.infer<typeof begunSchema> | undefined =>
  begunSchema.safeParse(after).data;

/** Returns what a change affects in the index. Takes the row before and after (undefined: none); most changes affect nothing. */
export const touchedBy = ({ before: was, after: is }: Change): Touched[] => {
  const before = was === undefined ? undefined : image.parse(was);
  const after = is === undefined ? undefined : image.parse(is);
  const one = after ?? before;
  if (!one || isTemporary(one)) return [];
  if (one.entity === 'record' && one.recordId !== undefined) return [{ rebuild: { recordId: one.recordId } }];
  if (one.sourceId === undefined) return [];
  if (one.entity === 'source') return ofSource(one.sourceId, before, after);
  if (one.entity === 'itemDescription') return [{ rebuild: { sourceId: one.sourceId } }];
  const flips = (before?.state === 'available') !== (after?.state === 'available');
  // A new copy comes with its description.
  return one.entity === 'item' && before && flips ? [{ check: { sourceId: one.sourceId } }] : [];
};
