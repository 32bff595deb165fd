import * as z from 'zod';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';

/** The tag of a data field: control fields are not changed in batches. */
export const dataTagSchema = z.string().regex(/^(?!00)\d{3}$/);
export const subfieldCodeSchema = z.string().regex(/^[0-9a-z]$/);
/** A text or pattern that is searched for. */
export const soughtSchema = z.string().min(1).max(200);

/**
 * A condition on the fields of a tag, or on one subfield of them. `has`: there is such a field or subfield; `lacks`: there is none;
 * `equals`, `contains` and `matches` (a regular expression) compare the value of a subfield, or of any subfield when none is named.
 */
export const fieldConditionSchema = z
  .strictObject({
    tag: dataTagSchema,
    code: subfieldCodeSchema.exactOptional(),
    is: z.enum(['has', 'lacks', 'equals', 'contains', 'matches']),
    value: soughtSchema.exactOptional(),
  })
  .refine(({ is, value }) => is === 'has' || is === 'lacks' || value !== undefined, {
    ...{ path: ['value'], message: 'Say which value.' },
  });
export type FieldCondition = z.infer<typeof fieldConditionSchema>;

/**
 * Searches text by the pattern of a cataloguer. Passed in, because it limits the time of a pattern: it throws `PatternTooSlow` beyond it.
 */
export type Patterns = {
  matches(text: string, pattern: string): boolean;
  replaced(text: string, pattern: string, by: string): string;
};

const valuesIn = ({ subfields }: DataField, code: string | undefined): string[] =>
  subfields.flatMap((one) => (code === undefined || one.code === code ? [one.value] : []));

/** Returns whether one field meets a condition on its tag; `lacks` without a subfield is met by no field. */
export const fieldMeets = (field: DataField, { tag, code, is, value = '' }: FieldCondition, patterns: Patterns) => {
  if (field.tag !== tag) return false;
  const values = valuesIn(field, code);
  if (is === 'has') return values.length > 0;
  if (is === 'lacks') return code !== undefined && values.length === 0;
  return values.some((found) => {
    if (is === 'equals') return found === value;
    return is === 'contains' ? found.includes(value) : patterns.matches(found, value);
  });
};

/** Returns whether a record meets a condition: any of its fields does; for `lacks`, none has the field or subfield. */
export const recordMeets = ({ data }: MarcRecord, condition: FieldCondition, patterns: Patterns): boolean =>
  condition.is === 'lacks'
    ? !data.some((field) => fieldMeets(field, { ...condition, is: 'has' }, patterns))
    : data.some((field) => fieldMeets(field, condition, patterns));
