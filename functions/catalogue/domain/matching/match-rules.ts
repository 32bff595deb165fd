import * as z from 'zod';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

/** What a difference between two records means: it does not count, staff decide, or the records are two titles. */
const meanings = ['same', 'ask', 'apart'] as const;
const meaningSchema = z.enum(meanings);
export type Meaning = z.infer<typeof meaningSchema>;

/** How far a kind of number is trusted: a common one decides, counts beside other evidence, or is not used. */
const trusts = ['decides', 'counts', 'not-used'] as const;
const trustSchema = z.enum(trusts);

/** The least distance of the two thresholds, so that a caution can leave a pair to staff. */
const LEAST_GAP = 0.02;

/** What the consortium counts as the same title, by policy. */
export const matchingSchema = z.strictObject({
  reissues: meaningSchema.describe('Published two or more years apart'),
  impressions: meaningSchema.describe('Another numbered impression or printing of an edition'),
  coEditions: meaningSchema.describe('Other publishers in other countries'),
  microforms: meaningSchema.describe('A printed resource and its microform'),
  oclcNumbers: trustSchema,
  isbns: trustSchema,
  thresholds: z
    .strictObject({ same: z.number().min(0.5).max(0.99), ask: z.number().min(0.05).max(0.97) })
    .refine(({ same, ask }) => ask <= same - LEAST_GAP, {
      message: 'Staff are asked from a lower probability than that of the same title.',
    })
    .exactOptional()
    .describe(
      'Probabilities from which two records are the same and from which staff decide; without, those of the trained model',
    ),
});
export type Matching = z.infer<typeof matchingSchema>;

/** The values of each choice. */
export const choiceValues = {
  ...{ reissues: meanings, impressions: meanings, coEditions: meanings, microforms: meanings },
  ...{ oclcNumbers: trusts, isbns: trusts },
};

/** The choices of the consortium. */
export const choices = ['reissues', 'impressions', 'coEditions', 'microforms', 'oclcNumbers', 'isbns'] as const;
export type Choice = (typeof choices)[number];

/** The choices that concern a difference between two records. */
export type DifferenceChoice = Exclude<Choice, 'oclcNumbers' | 'isbns'>;

/** The rules by which records are matched, with the version of the policy; 0 when none was adopted. */
export type MatchRules = Matching & { version: number };

/** The rules without a policy. */
export const defaultRules: MatchRules = {
  version: 0,
  reissues: 'ask',
  impressions: 'same',
  coEditions: 'ask',
  microforms: 'apart',
  oclcNumbers: 'counts',
  isbns: 'counts',
};

export const matchingKind = policyKind('matching', matchingSchema);
