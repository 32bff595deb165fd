import type { DataField, MarcRecord, Subfield } from '../../../../layers/protocols/marc/record.ts';
import { headingChanged } from './change-heading.ts';
import { type FieldCondition, fieldMeets, type Patterns, recordMeets } from './field-condition.ts';
import type { RecordStep } from './record-steps.ts';

type FieldStep = Exclude<RecordStep, { do: 'add-field' | 'delete-field' | 'change-heading' }>;

const same = (one: DataField, other: DataField): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Returns the data fields with one more, behind the last field whose tag is not greater. */
const withField = (data: readonly DataField[], field: DataField): DataField[] => {
  if (data.some((one) => same(one, field))) return [...data];
  const place = data.findLastIndex(({ tag }) => tag <= field.tag) + 1;
  return data.toSpliced(place, 0, field);
};

const textReplaced = (
  text: string,
  { find, by, pattern }: Extract<RecordStep, { do: 'replace-text' }>,
  patterns: Patterns,
): string => (pattern ? patterns.replaced(text, find, by) : text.split(find).join(by));

const subfieldsAfter = ({ subfields }: DataField, step: FieldStep, patterns: Patterns): Subfield[] => {
  if (step.do === 'set-indicator') return subfields;
  if (step.do === 'add-subfield') {
    const { code, value } = step;
    const isThere = subfields.some((one) => one.code === code && one.value === value);
    return isThere ? subfields : [...subfields, { code, value }];
  }
  if (step.do === 'delete-subfield') return subfields.filter(({ code }) => code !== step.code);
  return subfields.map((one) => {
    if (step.code !== undefined && one.code !== step.code) return one;
    const value = step.do === 'set-subfield' ? step.value : textReplaced(one.value, step, patterns);
    return { ...one, value };
  });
};

/** Returns a field after a step; undefined when nothing of it is left. Emptied subfields are deleted. */
const fieldAfter = (field: DataField, step: FieldStep, patterns: Patterns): DataField | undefined => {
  if (step.do === 'set-indicator') return { ...field, [step.place === 1 ? 'ind1' : 'ind2']: step.value };
  const subfields = subfieldsAfter(field, step, patterns).filter(({ value }) => value !== '');
  return subfields.length === 0 ? undefined : { ...field, subfields };
};

/** Whether a condition asks for a field as such, and not for one of its subfields. */
const isWholeField = ({ is, code }: FieldCondition): boolean => is === 'lacks' && code === undefined;

const applyStep = (record: MarcRecord, step: RecordStep, patterns: Patterns): MarcRecord => {
  if (step.do === 'change-heading') return { ...record, data: record.data.map((field) => headingChanged(field, step)) };
  const { where, tag } = step;
  const isOfField = where !== undefined && where.tag === tag && step.do !== 'add-field' && !isWholeField(where);
  if (where && !isOfField && !recordMeets(record, where, patterns)) return record;
  if (step.do === 'add-field') {
    const { ind1, ind2, subfields } = step;
    return { ...record, data: withField(record.data, { tag, ind1, ind2, subfields }) };
  }
  const isMeant = (field: DataField): boolean =>
    field.tag === tag && (!isOfField || fieldMeets(field, where, patterns));
  const data = record.data.flatMap((field) => {
    if (!isMeant(field)) return [field];
    return step.do === 'delete-field' ? [] : (fieldAfter(field, step, patterns) ?? []);
  });
  return { ...record, data };
};

/** Returns a record after the steps of a batch edit, in their order. */
export const applySteps = (record: MarcRecord, steps: readonly RecordStep[], patterns: Patterns): MarcRecord =>
  steps.reduce((now, step) => applyStep(now, step, patterns), record);
