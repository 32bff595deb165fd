import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { comparedRecordSchema } from '../domain/duplicates/possible-duplicate-view.ts';
import { choices } from '../domain/matching/match-rules.ts';

const count = z.int().min(0);
const verdictSchema = z.enum(['same', 'ask', 'different']);

/** The number of pairs on which a change of the rules has an effect. */
export const ruleEffectsSchema = z.strictObject({
  joined: count.describe('Two titles that would be one'),
  parted: count.describe('One title that would no longer be one by these two records'),
  asked: count.describe('Pairs that staff would have to decide on'),
  settled: count.describe('Pairs that staff would no longer be asked about'),
});

/** Two records of the catalogue, with the verdict by the rules in force and by those of the preview. */
export const ruledPairSchema = z.strictObject({
  one: comparedRecordSchema,
  two: comparedRecordSchema,
  ...{ before: verdictSchema, after: verdictSchema },
  /** How they agree and differ, by the rules of the preview. */
  because: z.array(z.string()),
  /** The choices that decide on this pair: another value gives another verdict. */
  decides: z.array(z.enum(choices)),
});
export type RuledPair = z.infer<typeof ruledPairSchema>;

/** One page of a preview: what the rules would change among the records that were compared. */
export const matchingPreviewSchema = z.strictObject({
  records: count.describe('The source records compared, each with all others that share a match key'),
  pairs: count.describe('The pairs compared'),
  leftOut: count.describe('Pairs not compared, because a record has too many similar ones'),
  byStaff: count.describe('Pairs that staff decided: the rules do not change them'),
  effects: ruleEffectsSchema,
  members: z.array(ruleEffectsSchema.extend({ memberId: memberIdSchema })),
  changed: z.array(ruledPairSchema).describe('The first pairs on which the change has an effect'),
  examples: z.array(ruledPairSchema).describe('Pairs that one choice of the rules decides'),
  next: z.string().exactOptional(),
});
export type MatchingPreview = z.infer<typeof matchingPreviewSchema>;
