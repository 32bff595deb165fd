import * as z from 'zod';
import { authorityFieldSchema } from '../index/authority-field.ts';
import { dataTagSchema, fieldConditionSchema, soughtSchema, subfieldCodeSchema } from './field-condition.ts';

/** The most records selected by number, the most in one batch, and the most steps. */
export const [MOST_NUMBERS, MOST_RECORDS, MOST_STEPS] = [500, 5_000, 20];

const value = z.string().min(1).max(2_000);
const indicator = z.string().regex(/^[0-9a-z ]$/);
const on = { tag: dataTagSchema, where: fieldConditionSchema.exactOptional() };

/**
 * A step of a batch edit. With a condition on its own tag it changes the fields that meet it; with one on another tag it changes records
 * that meet it. `add-field` and `add-subfield` add nothing that is there already; `set-subfield` gives an existing subfield a value;
 * `replace-text` changes text in one subfield, or in all; `pattern`: the text is a regular expression, and `$1` in the new text is its first group.
 */
export const recordStepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add-field'),
    ...on,
    ...{ ind1: indicator, ind2: indicator },
    subfields: z
      .array(z.strictObject({ code: subfieldCodeSchema, value }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ do: z.literal('delete-field'), ...on }),
  z.strictObject({ do: z.literal('add-subfield'), ...on, code: subfieldCodeSchema, value }),
  z.strictObject({ do: z.literal('delete-subfield'), ...on, code: subfieldCodeSchema }),
  z.strictObject({ do: z.literal('set-subfield'), ...on, code: subfieldCodeSchema, value }),
  z.strictObject({
    do: z.literal('replace-text'),
    ...on,
    code: subfieldCodeSchema.exactOptional(),
    find: soughtSchema,
    by: z.string().max(2_000),
    pattern: z.boolean(),
  }),
  /**
   * Gives the fields with a heading (by its text or its $0) that of another authority, as `catalogue-find-authority` shows it; subdivisions of a
   * subject stay where the old heading has none.
   */
  z.strictObject({
    do: z.literal('change-heading'),
    list: z.enum(['author', 'subject']),
    heading: z.string().trim().min(1).max(400),
    number: z.string().trim().min(1).max(200).exactOptional(),
    field: authorityFieldSchema,
  }),
  z.strictObject({ do: z.literal('set-indicator'), ...on, place: z.literal([1, 2]), value: indicator }),
]);
export type RecordStep = z.infer<typeof recordStepSchema>;

export const recordStepsSchema = z.array(recordStepSchema).min(1).max(MOST_STEPS);

/**
 * The selection of a member's records: by its own numbers (001) or by the ids of union records (`rec_…`); all that meet a condition, or all
 * that the steps change, of which a batch takes the first 5,000.
 */
export const recordChoiceSchema = z.union([
  z.strictObject({ numbers: z.array(z.string().trim().min(1).max(200)).min(1).max(MOST_NUMBERS) }),
  z.strictObject({ where: fieldConditionSchema }),
  z.strictObject({ all: z.literal(true) }),
]);
export type RecordChoice = z.infer<typeof recordChoiceSchema>;

const patternsIn = (step: RecordStep): string[] => [
  ...(step.do === 'replace-text' && step.pattern ? [step.find] : []),
  ...('where' in step && step.where?.is === 'matches' ? [step.where.value ?? ''] : []),
];

const isPattern = (text: string): boolean => {
  try {
    return Boolean(new RegExp(text, 'gu'));
  } catch {
    return false;
  }
};

/** Returns the first pattern of a batch edit that is no regular expression. */
export const badPattern = (choice: RecordChoice, steps: readonly RecordStep[]): string | undefined => {
  const chosen = 'where' in choice && choice.where.is === 'matches' ? [choice.where.value ?? ''] : [];
  return [...chosen, ...steps.flatMap(patternsIn)].find((text) => !isPattern(text));
};
