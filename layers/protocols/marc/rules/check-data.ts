import { isbn13Of, issnOf } from '../../../kernel/citation/standard-numbers.ts';
import { fields, linked880, ownTag } from '../fields.ts';
import type { DataField, MarcRecord } from '../record.ts';
import { ANYWHERE, bibliographicFields, type FieldRule } from './bibliographic-fields.ts';
import { type Finding, finding } from './finding.ts';

/** Returns true for tags that MARC 21 reserves for local use: 09X, 59X, 69X and 9XX; 490 is not among them. */
const isFree = (tag: string): boolean => /^(9..|.9.)$/.test(tag) && tag !== '490';

const MAIN_ENTRIES = ['100', '110', '111', '130'];

/** Returns the rule of a field; for one in another script the rule of the field that it represents. */
const ruleOf = (field: DataField): FieldRule | undefined => {
  const rule = bibliographicFields.get(ownTag(field));
  return rule && field.tag === '880' ? { ...rule, repeats: true } : rule;
};

const allowed = (values: string): string => [...values].map((one) => (one === ' ' ? '#' : one)).join(' ');

const checkIndicators = ({ tag, ind1, ind2 }: DataField, rule: FieldRule, pointer: string): Finding[] =>
  ([['1', ind1, rule.ind1] as const, ['2', ind2, rule.ind2] as const] as const).flatMap(([place, found, values]) =>
    values.includes(found)
      ? []
      : finding('refusal', 'indicator-undefined', `${pointer}/ind${place}`, {
          ...{ tag, place, found: allowed(found), allowed: allowed(values) },
        }),
  );

const checkSubfields = ({ tag, subfields }: DataField, rule: FieldRule | undefined, pointer: string): Finding[] => {
  if (subfields.length === 0) return [finding('refusal', 'subfield-missing', pointer, { tag })];
  const once = (rule?.once ?? '') + ANYWHERE.once;
  const many = (rule?.many ?? '') + ANYWHERE.many;
  return subfields.flatMap(({ code, value }, i): Finding[] => {
    const at = `${pointer}/subfields/${i}`;
    const params = { tag, subfield: `$${code}` };
    if (value.trim() === '') return [finding('refusal', 'subfield-empty', at, params)];
    if (!rule || many.includes(code)) return [];
    if (!once.includes(code)) return [finding('refusal', 'subfield-undefined', at, params)];
    const again = subfields.findIndex((one) => one.code === code) < i;
    return again ? [finding('refusal', 'subfield-repeated', at, params)] : [];
  });
};

const checkNumbers = ({ tag, subfields }: DataField, pointer: string): Finding[] =>
  subfields.flatMap(({ code, value }, i): Finding[] => {
    const at = `${pointer}/subfields/${i}`;
    if (code !== 'a' || value.trim() === '') return [];
    if (tag === '020' && isbn13Of(value) === undefined)
      return [finding('warning', 'isbn-wrong', at, { tag, found: value })];
    if (tag === '022' && issnOf(value) === undefined)
      return [finding('warning', 'issn-wrong', at, { tag, found: value })];
    return [];
  });

const checkField = (record: MarcRecord, field: DataField, i: number): Finding[] => {
  const pointer = `/data/${i}`;
  const { tag } = field;
  if (tag === '880' && linked880(field) === undefined) return [finding('refusal', 'link-missing', pointer, { tag })];
  const rule = ruleOf(field);
  const isRepeated = rule?.repeats === false && record.data.findIndex((one) => one.tag === tag) < i;
  return [
    ...(rule || isFree(tag) || tag === '880' ? [] : [finding('warning', 'field-unknown', pointer, { tag })]),
    ...(isRepeated ? [finding('refusal', 'field-repeated', pointer, { tag })] : []),
    ...(rule ? checkIndicators(field, rule, pointer) : []),
    ...checkSubfields(field, rule, pointer),
    ...checkNumbers(field, pointer),
  ];
};

const checkTitle = (record: MarcRecord): Finding[] => {
  const [title] = fields(record, '245');
  const says = title?.subfields.some(({ code, value }) => 'ak'.includes(code) && value.trim() !== '') === true;
  if (says) return [];
  const at = title ? `/data/${record.data.indexOf(title)}` : '';
  return [finding('refusal', 'title-missing', at, { tag: '245' })];
};

const checkMainEntry = (record: MarcRecord): Finding[] => {
  const second = record.data.filter(({ tag }) => MAIN_ENTRIES.includes(tag))[1];
  if (!second) return [];
  return [finding('refusal', 'main-entry-repeated', `/data/${record.data.indexOf(second)}`, { tag: second.tag })];
};

/**
 * Checks data fields by the table of MARC 21: the title, main entries, repetition, indicators, subfields; numbers with a wrong check
 * digit are warnings, as a book may have one. Local fields (9XX and the like) may contain anything.
 */
export const checkData = (record: MarcRecord): Finding[] => [
  ...checkTitle(record),
  ...checkMainEntry(record),
  ...record.data.flatMap((field, i) => checkField(record, field, i)),
];
