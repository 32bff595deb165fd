import type { DataField, Subfield } from '../record.ts';
import { type Convert, fieldOf, leftOver } from './conversion.ts';

/** A field within a linking field: $1 with its tag and indicators, and the subfields that follow. */
type Embedded = { tag: string; subfields: Subfield[] };

const embeddedIn = (field: DataField): Embedded[] => {
  const found: Embedded[] = [];
  for (const { code, value } of field.subfields) {
    if (code === '1') {
      const tag = value.slice(0, 3);
      found.push({ tag, subfields: tag.startsWith('00') ? [{ code: 'a', value: value.slice(3) }] : [] });
    } else found.at(-1)?.subfields.push({ code, value });
  }
  return found;
};

const firstA = (fields: readonly Embedded[], ...tags: string[]): string | undefined =>
  fields.find(({ tag }) => tags.includes(tag))?.subfields.find(({ code }) => code === 'a')?.value;

const nameIn = (fields: readonly Embedded[]): string | undefined => {
  const name = fields.find(({ tag }) => /^7[0-2]/.test(tag));
  const parts = name?.subfields.filter(({ code }) => code === 'a' || code === 'b').map(({ value }) => value);
  return parts === undefined || parts.length === 0 ? undefined : parts.join(', ').replace(/,,/g, ',');
};

const CODES: Readonly<Record<string, string>> = {
  a: 'a',
  t: 't',
  x: 'x',
  y: 'z',
  v: 'g',
  d: 'd',
  c: 'd',
  n: 'd',
  e: 'b',
  p: 'h',
  s: 'k',
  u: 'o',
};
const LINK_CODES = 'atxzgdbhkow';

const plainSubfields = (field: DataField): Subfield[] =>
  field.subfields.flatMap(({ code, value }) => {
    const to = CODES[code];
    return to === undefined ? [] : [{ code: to, value }];
  });

const embeddedSubfields = (fields: readonly Embedded[]): Subfield[] => {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['a', nameIn(fields)],
    ['t', firstA(fields, '200', '500', '503')],
    ['b', firstA(fields, '205')],
    ['d', firstA(fields, '210', '214')],
    ['g', fields.find(({ tag }) => tag === '200')?.subfields.find(({ code }) => code === 'v')?.value],
    ['x', firstA(fields, '011')],
    ['z', firstA(fields, '010')],
    ['w', firstA(fields, '001')],
  ];
  return values.flatMap(([code, value]) => (value === undefined ? [] : [{ code, value }]));
};

const subfieldsOf = (field: DataField): Subfield[] => {
  const embedded = embeddedIn(field);
  const found = embedded.length > 0 ? embeddedSubfields(embedded) : plainSubfields(field);
  const order = (one: Subfield): number => LINK_CODES.indexOf(one.code);
  return found.sort((one, other) => order(one) - order(other));
};

const leftIn = (field: DataField): string[] =>
  embeddedIn(field).length > 0 ? [] : leftOver(field, `${Object.keys(CODES).join('')}05`);

/** Returns a conversion of a linking field (4XX), with fields embedded in $1 or with subfields of its own. */
export const linkTo =
  (tag: string, second = ' '): Convert =>
  (field) => ({ fields: fieldOf(tag, `0${second}`, subfieldsOf(field)), left: leftIn(field) });

/** Converts the series of a volume (410) to the series as traced (830): title, volume, ISSN. */
export const convertSeries: Convert = (field) => {
  const found = subfieldsOf(field);
  const codes: Readonly<Record<string, string>> = { t: 'a', g: 'v', x: 'x' };
  const subfields = found.flatMap(({ code, value }) => {
    const to = codes[code];
    return to === undefined ? [] : [{ code: to, value }];
  });
  const order = 'axv';
  return {
    fields: fieldOf(
      '830',
      ' 0',
      subfields.sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code)),
    ),
    left: leftIn(field),
  };
};
