import type { DataField, Subfield } from '../record.ts';
import { type Convert, type Converted, fieldOf, leftOver } from './conversion.ts';
import { relatorOf } from './relators.ts';

const valuesOf = (field: DataField, code: string): string[] =>
  field.subfields.filter((one) => one.code === code && one.value.trim() !== '').map(({ value }) => value.trim());

const withoutComma = (text: string): string => (text.endsWith(',') ? text.slice(0, -1).trimEnd() : text);

/** Returns the roles of a name: a code of three digits as $4, words as $e. An unknown code has no counterpart. */
const rolesOf = (field: DataField): Subfield[] =>
  valuesOf(field, '4').flatMap((value): Subfield[] => {
    if (!/^\d+$/.test(value)) return [{ code: 'e', value }];
    const code = relatorOf(value);
    return code === undefined ? [] : [{ code: '4', value: code }];
  });

const unknownRoles = (field: DataField): string[] =>
  valuesOf(field, '4').some((value) => /^\d+$/.test(value) && relatorOf(value) === undefined) ? ['4'] : [];

const subdivisions: Readonly<Record<string, string>> = { j: 'v', x: 'x', y: 'z', z: 'y', t: 't' };

/** Returns the subdivisions of a subject: $y is the place and $z the time in UNIMARC, the other way round in MARC 21. */
const subdivisionsOf = (field: DataField): Subfield[] =>
  field.subfields.flatMap(({ code, value }) => {
    const to = subdivisions[code];
    return to === undefined ? [] : [{ code: to, value }];
  });

const systems: Readonly<Record<string, string>> = { lc: '0', lcsh: '0', lcch: '1', mesh: '2', nal: '3' };

/** Returns the second indicator and $2 of a subject: the system whose heading it is. */
export const systemOf = (field: DataField): { indicator: string; source: Subfield[] } => {
  const [system = ''] = valuesOf(field, '2');
  if (system === '') return { indicator: '4', source: [] };
  const known = systems[system.toLowerCase()];
  return known === undefined
    ? { indicator: '7', source: [{ code: '2', value: system.toLowerCase() === 'rameau' ? 'ram' : system }] }
    : { indicator: known, source: [] };
};

const personOf = (field: DataField): Subfield[] => {
  const [entry = ''] = valuesOf(field, 'a');
  const [rest] = valuesOf(field, 'b');
  const name = rest === undefined ? entry : `${withoutComma(entry)}, ${rest}`;
  const date = valuesOf(field, 'f').map((value) => ({ code: 'd', value: value.replace(/^\((.*)\)$/, '$1') }));
  const fuller = valuesOf(field, 'g').map((value) => ({
    code: 'q',
    value: value.startsWith('(') ? value : `(${value})`,
  }));
  const made: Subfield[] = [
    { code: 'a', value: name },
    ...valuesOf(field, 'd').map((value) => ({ code: 'b', value })),
    ...valuesOf(field, 'c').map((value) => ({ code: 'c', value })),
    ...fuller,
    ...date,
  ];
  // A date follows a comma.
  const before = made.at(-2);
  if (date.length > 0 && before && !/[,)-]$/.test(before.value)) before.value = `${before.value},`;
  return [...made, ...valuesOf(field, 'p').map((value) => ({ code: 'u', value }))];
};

const nameTo =
  (tag: string, first: (field: DataField) => string): Convert =>
  (field) => ({
    fields: fieldOf(tag, `${first(field)} `, [...personOf(field), ...rolesOf(field)]),
    left: [...leftOver(field, 'abcdfgp4'), ...unknownRoles(field)],
  });

/** Returns a conversion of a personal name: entered under the surname (1), or in direct order (0). */
export const personTo = (tag: string): Convert => nameTo(tag, ({ ind2 }) => (ind2 === '1' ? '1' : '0'));

/** Returns a conversion of a family name. */
export const familyTo = (tag: string): Convert => nameTo(tag, () => '3');

const isMeeting = (field: DataField): boolean => field.ind1 === '1';

const bodyOf = (field: DataField): Subfield[] => {
  const meeting = isMeeting(field);
  const codes: Readonly<Record<string, string>> = meeting
    ? { a: 'a', b: 'e', d: 'n', e: 'c', f: 'd', t: 't' }
    : { a: 'a', b: 'b', d: 'n', e: 'c', f: 'd', t: 't' };
  return field.subfields.flatMap(({ code, value }): Subfield[] => {
    const to = codes[code];
    if (to !== undefined) return [{ code: to, value }];
    return code === 'c' ? [{ code: meeting ? 'c' : 'g', value }] : [];
  });
};

const bodyIndicator = (field: DataField): string => (/[012]/.test(field.ind2) ? field.ind2 : '2');

/** Returns a conversion of a body: to the corporate tag, or to that of meetings (10 and 11). `tens`: 1, 6 or 7. */
export const bodyTo =
  (tens: string): Convert =>
  (field) => ({
    fields: fieldOf(`${tens}1${isMeeting(field) ? 1 : 0}`, `${bodyIndicator(field)} `, [
      ...bodyOf(field),
      ...rolesOf(field),
    ]),
    left: [...leftOver(field, 'abcdefg4p'), ...unknownRoles(field)],
  });

const asSubject = (field: DataField, { fields, left }: Converted): Converted => {
  const { indicator, source } = systemOf(field);
  return {
    fields: fields.map((one) => ({
      ...one,
      ind2: indicator,
      subfields: [...one.subfields, ...subdivisionsOf(field), ...source],
    })),
    left: left.filter((code) => !'jxyzt2'.includes(code)),
  };
};

/** Converts a person as a subject (600). */
export const subjectPerson: Convert = (field) => asSubject(field, personTo('600')(field));

/** Converts a family as a subject (602). */
export const subjectFamily: Convert = (field) => asSubject(field, familyTo('600')(field));

/** Converts a body as a subject (601): 610, or 611 for a meeting. */
export const subjectBody: Convert = (field) =>
  asSubject(field, bodyTo('6')({ ...field, subfields: field.subfields.filter(({ code }) => code !== 't') }));

/** Returns a conversion of a subject that is no name: title, topic, place, form. `first`: its first indicator. */
export const subjectTo =
  (tag: string, first: string): Convert =>
  (field) => {
    const heads = valuesOf(field, 'a').map((value) => ({ code: 'a', value }));
    return asSubject(field, {
      fields: fieldOf(
        tag,
        `${first} `,
        heads.slice(0, 1).concat(heads.slice(1).map(({ value }) => ({ code: 'x', value }))),
      ),
      left: leftOver(field, 'a'),
    });
  };
