import * as z from 'zod';
import { describeRecord } from '../../../../layers/protocols/marc/description.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { matchFeatures } from '../matching/features.ts';
import type { MatchRules } from '../matching/match-rules.ts';
import { decide, weigh } from '../matching/same-manifestation.ts';
import { type Ruling, rulingOn } from '../union/record-decisions.ts';
import { type Audience, maySee, type Viewer } from '../visibility/visibility.ts';

/** A source record of a pair, as staff compare it. */
export const comparedRecordSchema = z.strictObject({
  sourceId: z.string(),
  memberId: z.string(),
  localId: z.string(),
  /** Its current union record. */
  recordId: z.string(),
  title: z.string(),
  /** Date, extent and publishers, where the record states them. */
  details: z.array(z.string()),
});

/** Two source records that staff should compare, with the evidence for and against one title. */
export const possibleDuplicateViewSchema = z.strictObject({
  one: comparedRecordSchema,
  two: comparedRecordSchema,
  /** The matcher's probability that they are one title, 0 to 1. */
  score: z.number(),
  /** How they agree and differ, in cataloguing terms. */
  because: z.array(z.string()),
  /** The weight of each kind of evidence in log-odds, largest first: above 0 for one title, below 0 for two. */
  evidence: z.array(z.strictObject({ kind: z.string(), points: z.number(), words: z.string().exactOptional() })),
});
export type PossibleDuplicateView = z.infer<typeof possibleDuplicateViewSchema>;

/** A source record of a pair, as read. `recordId`: its union record. */
export type ComparedSource = {
  sourceId: string;
  memberId: string;
  localId: string;
  recordId: string;
  hiddenFrom: readonly Audience[];
  rulings?: readonly Ruling[] | undefined;
  record: MarcRecord;
};

/** Returns a source record of a pair, as staff compare it. */
export const comparedRecord = ({
  sourceId,
  memberId,
  localId,
  recordId,
  record,
}: ComparedSource): z.infer<typeof comparedRecordSchema> => {
  const { titles, publication, extent } = describeRecord(record);
  const details = [publication.dateText, extent, ...publication.publishers];
  return {
    ...{ sourceId, memberId, localId, recordId, title: titles.title },
    details: details.flatMap((text) => (text ? [text] : [])),
  };
};

/**
 * Returns a possible duplicate as a cataloguer reads it. Undefined when there is nothing left to decide (the two are one record, staff
 * ruled on them, or changed records make the matcher certain) or when the viewer may not see both.
 */
export const possibleDuplicateView = (
  one: ComparedSource,
  two: ComparedSource,
  viewer: Viewer,
  rules: MatchRules,
): PossibleDuplicateView | undefined => {
  const isSeen = ({ memberId, hiddenFrom }: ComparedSource): boolean => maySee(viewer, memberId, hiddenFrom);
  if (!isSeen(one) || !isSeen(two)) return undefined;
  if (one.recordId === two.recordId || rulingOn(one, two.sourceId) !== undefined) return undefined;
  const [a, b] = [matchFeatures(one.record), matchFeatures(two.record)];
  const { verdict, score, because } = decide(a, b, rules);
  if (verdict !== 'ask') return undefined;
  return { one: comparedRecord(one), two: comparedRecord(two), score, because, evidence: weigh(a, b, rules).evidence };
};
