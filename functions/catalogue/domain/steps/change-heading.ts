import { nameText } from '../../../../layers/protocols/marc/names.ts';
import type { DataField, Subfield } from '../../../../layers/protocols/marc/record.ts';
import { subjectOf } from '../../../../layers/protocols/marc/subjects.ts';
import { authorityKey } from '../index/references.ts';
import type { RecordStep } from './record-steps.ts';

type HeadingStep = Extract<RecordStep, { do: 'change-heading' }>;

/** The fields with headings of each list. */
const tags = { author: /^[178](00|10|11)$/, subject: /^6(00|10|11|30|47|48|50|51|55)$/ };
/** The subfields of a heading, and of its subdivisions. */
const [HEADING, SUBDIVISIONS] = ['abcdfghjklmnopq', 'vxyz'];
/** Between a heading and its subdivision. */
const DIVIDES = ' -- ';

const textOf = (field: DataField, list: HeadingStep['list']): string =>
  list === 'author' ? nameText(field) : subjectOf(field);

/** Returns whether a field has the heading of a step: its number in $0, or its text, of a subject also with further subdivisions. */
const bears = (field: DataField, { list, heading, number }: HeadingStep): boolean => {
  if (!tags[list].test(field.tag)) return false;
  if (number !== undefined && field.subfields.some(({ code, value }) => code === '0' && value === number)) return true;
  const text = textOf(field, list);
  const compared = list === 'subject' && !heading.includes(DIVIDES) ? (text.split(DIVIDES)[0] ?? '') : text;
  const key = authorityKey(list, heading);
  return key !== '' && authorityKey(list, compared) === key;
};

/** Returns the codes of a field that the new heading replaces; a title after a name stays, unless the heading has one. */
const replacedCodes = (field: DataField, { list, heading, field: { subfields } }: HeadingStep): string => {
  const isWhole = heading.includes(DIVIDES) || subfields.some(({ code }) => SUBDIVISIONS.includes(code));
  return [
    HEADING,
    ...(field.tag.endsWith('11') ? ['e'] : []),
    ...(list === 'subject' || subfields.some(({ code }) => code === 't') ? ['rst'] : []),
    ...(list === 'subject' && isWhole ? [SUBDIVISIONS] : []),
  ].join('');
};

const indicatorsOf = ({ tag, ind2 }: DataField, { field }: HeadingStep): Pick<DataField, 'ind1' | 'ind2'> => ({
  ind1: /^.(47|48|50|51|55)$/.test(tag) ? ' ' : field.tag.endsWith('30') ? field.ind2 : field.ind1,
  ind2: tag.startsWith('6') ? field.vocabulary : ind2,
});

/**
 * Returns a field with the new heading of a step: its subfields, $0, tag and indicators; roles, volumes and what else the field says stay.
 * A field without the old heading, or in which the new one cannot stand, is returned as it is.
 */
export const headingChanged = (field: DataField, step: HeadingStep): DataField => {
  const tag = field.tag.charAt(0) + step.field.tag.slice(1);
  if (!bears(field, step) || !tags[step.list].test(tag)) return field;
  const title = step.list === 'author' ? field.subfields.findIndex(({ code }) => code === 't') : -1;
  const codes = replacedCodes(field, step);
  const links = step.list === 'subject' ? '02' : '0';
  const keeps = ({ code }: Subfield, at: number): boolean =>
    !links.includes(code) && (!codes.includes(code) || (title >= 0 && at > title));
  const first = field.subfields.findIndex(({ code }) => codes.includes(code));
  const source = step.list === 'subject' && step.field.source ? [{ code: '2', value: step.field.source }] : [];
  const subfields = [
    ...field.subfields.filter((one, at) => at < first && keeps(one, at)),
    ...step.field.subfields,
    ...field.subfields.filter((one, at) => at >= first && keeps(one, at)),
    ...source,
    { code: '0', value: step.field.number },
  ];
  return { tag, ...indicatorsOf({ ...field, tag }, step), subfields };
};
