import { recordOf } from '../edit-record/record-lines.ts';
import type { RecordRequest } from '../item-changes/changes.ts';

/** A step of a batch change of records. */
export type Step = RecordRequest['steps'][number];
/** A condition on a field, of a step or for the choice of records. */
export type Condition = NonNullable<Extract<Step, { do: 'delete-field' }>['where']>;

export const deeds = [
  'replace-text',
  'add-field',
  'delete-field',
  'add-subfield',
  'set-subfield',
  'delete-subfield',
  'set-indicator',
  'change-heading',
] as const satisfies readonly Step['do'][];
/** The heading field of an authority record. */
type HeadingField = Extract<Step, { do: 'change-heading' }>['field'];
type Deed = (typeof deeds)[number];

export const comparisons = ['has', 'lacks', 'equals', 'contains', 'matches'] as const;

/** A condition as entered. */
export type ConditionDraft = { tag: string; code: string; is: Condition['is']; value: string };
export const emptyCondition: ConditionDraft = { tag: '', code: '', is: 'equals', value: '' };

/** A step as entered; each deed uses some of the values. A blank indicator is #. */
export type StepDraft = {
  key: number;
  do: Deed;
  tag: string;
  code: string;
  value: string;
  find: string;
  by: string;
  pattern: boolean;
  place: '1' | '2';
  indicators: string;
  list: 'author' | 'subject';
  /** The new heading as the authorities have it. */
  field?: HeadingField | undefined;
  where?: ConditionDraft | undefined;
};

export const emptyStep = (key: number): StepDraft => ({
  ...{ key, do: 'replace-text', tag: '', code: '', value: '', find: '', by: '', pattern: false, place: '1' },
  ...{ indicators: '##', list: 'subject' },
});

/** Whether a comparison needs a value. */
export const hasValue = (is: Condition['is']): boolean => is !== 'has' && is !== 'lacks';

const isTag = (tag: string): boolean => /^(?!00)\d{3}$/.test(tag);
const isCode = (code: string): boolean => /^[0-9a-z]$/.test(code);

/** Returns the condition; undefined while it is incomplete. */
export const conditionOf = ({ tag, code, is, value }: ConditionDraft): Condition | undefined => {
  if (!isTag(tag) || (code !== '' && !isCode(code)) || (hasValue(is) && value === '')) return undefined;
  return { tag, is, ...(code !== '' && { code }), ...(hasValue(is) && { value }) };
};

const blankAs = (indicator: string): string => (indicator === '#' || indicator === '' ? ' ' : indicator);

const deedOf = (draft: StepDraft): Exclude<Step, { do: 'change-heading' }> | undefined => {
  const { tag, code, value, find, by, pattern } = draft;
  switch (draft.do) {
    case 'add-field': {
      const [field] = recordOf([{ key: 0, tag, indicators: draft.indicators, text: value }]).data;
      const isFilled = field?.subfields.every((one) => isCode(one.code) && one.value !== '') ?? false;
      if (!field || !isFilled || field.subfields.length === 0) return undefined;
      return { do: 'add-field', tag, ind1: field.ind1, ind2: field.ind2, subfields: field.subfields };
    }
    case 'delete-field':
      return { do: 'delete-field', tag };
    case 'replace-text':
      if (find === '' || (code !== '' && !isCode(code))) return undefined;
      return { do: 'replace-text', tag, find, by, pattern, ...(code !== '' && { code }) };
    case 'set-indicator':
      return { do: 'set-indicator', tag, place: draft.place === '1' ? 1 : 2, value: blankAs(value) };
    case 'delete-subfield':
      return isCode(code) ? { do: 'delete-subfield', tag, code } : undefined;
    case 'change-heading':
      return undefined;
    default:
      return isCode(code) && value !== '' ? { do: draft.do, tag, code, value } : undefined;
  }
};

const numberOf = ({ by }: StepDraft): { number?: string } => (by.trim() === '' ? {} : { number: by.trim() });

/** Returns the step; undefined while it is incomplete. */
export const stepOf = (draft: StepDraft): Step | undefined => {
  const { list, find, field } = draft;
  if (draft.do === 'change-heading')
    return field && find.trim() !== ''
      ? { do: 'change-heading', list, heading: find.trim(), field, ...numberOf(draft) }
      : undefined;
  const where = draft.where && conditionOf(draft.where);
  if (!isTag(draft.tag) || (draft.where && !where)) return undefined;
  const step = deedOf(draft);
  return step && { ...step, ...(where && { where }) };
};
