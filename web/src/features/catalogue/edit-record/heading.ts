/** The part of a field that names a heading, and in which list of authorities it is looked up. */
export type Heading = { list: 'author' | 'subject'; text: string };

type Part = { code: string; value: string };

/** Returns the subfields of a text as typed; text before the first $ is a $a, as when the record is saved. */
const partsOf = (text: string): Part[] => {
  const [before = '', ...rest] = text.split('$');
  const parts = before.trim() === '' ? rest : [`a${before}`, ...rest];
  return parts.map((part) => ({ code: part.charAt(0), value: part.slice(1) }));
};

/** Returns the list of authorities for a tag: names of main, added and series entries, and subjects; undefined for other fields. */
const listOf = (tag: string): Heading['list'] | undefined => {
  if (/^[178](00|10|11)$/.test(tag)) return 'author';
  return /^6(00|10|11|30|50|51|55)$/.test(tag) ? 'subject' : undefined;
};

const NAME = 'abcdq';
const SUBDIVISIONS = 'vxyz';
const clean = (value: string): string => value.trim().replace(/[\s.,:;]$/, '');

/** Returns the heading of a field as typed; undefined when the field has none. */
export const headingOf = (tag: string, text: string): Heading | undefined => {
  const list = listOf(tag);
  const parts = partsOf(text).filter(({ value }) => value.trim() !== '');
  const name = parts.filter(({ code }) => NAME.includes(code)).map(({ value }) => value.trim());
  if (list === undefined || name.length === 0) return undefined;
  const further = parts.filter(({ code }) => SUBDIVISIONS.includes(code)).map(({ value }) => clean(value));
  return { list, text: list === 'author' ? name.join(' ') : [name.join(' '), ...further].join(' -- ') };
};

/** Returns the subfields of an established name: a person's years stand apart. */
const nameParts = (tag: string, name: string): Part[] => {
  const years = tag.endsWith('00') ? /^(.*,) (\d{3,4}\??-.*|(?:born|died|active) .*|-\d{3,4}.*)$/.exec(name) : null;
  if (!years) return [{ code: 'a', value: name }];
  const [, before = '', after = ''] = years;
  return [
    { code: 'a', value: before },
    { code: 'd', value: after },
  ];
};

/** The subfields of a name or title besides $a; the text of an authority does not say where each begins. */
const FURTHER = 'bcdfghklmnopqrst';

/** Returns the codes of the name of a heading in order, with those that only some headings have. */
const nameCodes = (tag: string, parts: readonly Part[]): string =>
  parts
    .map(({ code }) => code)
    .filter((code) => `a${FURTHER}`.includes(code) || (code === 'e' && tag.endsWith('11')))
    .join('');

const isOfHeading = (tag: string, { code }: Part): boolean =>
  NAME.includes(code) || (listOf(tag) === 'subject' && SUBDIVISIONS.includes(code));

const compared = (text: string): string => text.normalize('NFC').replace(/[\p{P}\p{S}\s]+/gu, '');

/** Whether the heading of a field is the established one, apart from punctuation and spaces. */
export const isEstablished = (tag: string, text: string, established: string): boolean =>
  compared(headingOf(tag, text)?.text ?? '') === compared(established);

/**
 * Returns the text of a field with the established form of its heading; other subfields stay, and subdivisions have the codes as typed.
 * Undefined for a heading of more than $a, $d of a person and subdivisions: its subfields would be lost, as the established form is a text.
 */
export const withHeading = (tag: string, text: string, established: string): string | undefined => {
  const parts = partsOf(text);
  const [name = '', ...further] = listOf(tag) === 'subject' ? established.split(/ -- ?|--/) : [established];
  const subdivisions = listOf(tag) === 'subject' ? parts.filter(({ code }) => SUBDIVISIONS.includes(code)) : [];
  const written = nameParts(tag, name);
  const [before, after] = [nameCodes(tag, parts), written.map(({ code }) => code).join('')];
  if (!(before === 'a' || before === after) || subdivisions.length !== further.length) return undefined;
  const first = parts.findIndex((part) => isOfHeading(tag, part));
  const others = (some: readonly Part[]): Part[] => some.filter((part) => !isOfHeading(tag, part));
  const heading = [...written, ...further.map((value, i) => ({ code: subdivisions[i]?.code ?? 'x', value }))].map(
    ({ code, value }) => ({ code, value: value.replaceAll('$', '{dollar}') }),
  );
  return [...others(parts.slice(0, first)), ...heading, ...others(parts.slice(first))]
    .map(({ code, value }) => `$${code}${value}`)
    .join('');
};

/** The heading field of an authority record: subfields, the value of its $0, and the vocabulary of a subject field. */
export type AuthorityField = {
  tag: string;
  ind1: string;
  ind2: string;
  subfields: Part[];
  number: string;
  vocabulary: string;
  source?: string | undefined;
};

/** The codes of a heading by the kind of its field: of a series, $v is its volume; a title after a name belongs to the heading when both have one. */
const headingCodes = (tag: string): string => {
  const divisions = tag.startsWith('6') ? SUBDIVISIONS : '';
  return `a${FURTHER}${tag.endsWith('11') ? 'e' : ''}${divisions}`;
};

const written = (parts: readonly Part[]): string =>
  parts.map(({ code, value }) => `$${code}${value.replaceAll('$', '{dollar}')}`).join('');

const shown = (indicator: string): string => (indicator === ' ' ? '#' : indicator);

/** Returns the indicators: those of the heading; the second one of a subject names the vocabulary, of another field it stays. */
const indicatorsFor = (tag: string, indicators: string, field: AuthorityField): string => {
  const second = tag.startsWith('6') ? field.vocabulary : indicators.charAt(1) || '#';
  // A uniform title counts its nonfiling characters in the first indicator of 130, 630 and 730, in an authority in the second.
  const first = field.tag.endsWith('30') ? field.ind2 : field.ind1;
  return shown(/^.(50|51|55|47|48)$/.test(tag) ? ' ' : first) + second;
};

/**
 * Returns a field with the heading of an authority record: all its subfields and $0, at the tag and with the indicators of that heading.
 * Roles, volumes, links and a title after a name stay. Undefined when the heading cannot stand in such a field, as a topic in 700.
 */
export const withField = (
  line: { tag: string; indicators: string; text: string },
  field: AuthorityField,
): { tag: string; indicators: string; text: string } | undefined => {
  const tag = line.tag.charAt(0) + field.tag.slice(1);
  if (listOf(tag) === undefined && !/^[1678]30$/.test(tag)) return undefined;
  const parts = partsOf(line.text).map(({ code, value }) => ({ code, value: value.replaceAll('{dollar}', '$') }));
  const title = parts.findIndex(({ code }) => code === 't');
  const isName = title < 0 || field.subfields.some(({ code }) => code === 't');
  const end = isName ? parts.length : title;
  const codes = headingCodes(tag);
  const links = tag.startsWith('6') ? '02' : '0';
  const stays = ({ code }: Part, at: number): boolean => !links.includes(code) && (at >= end || !codes.includes(code));
  const first = parts.findIndex(({ code }) => codes.includes(code));
  const staying = parts.map((part, at) => ({ part, at })).filter(({ part, at }) => stays(part, at));
  const [before, after] = [staying.filter(({ at }) => at < first), staying.filter(({ at }) => at >= first)].map(
    (some) => some.map(({ part }) => part),
  );
  const source = tag.startsWith('6') && field.source ? [{ code: '2', value: field.source }] : [];
  const number = { code: '0', value: field.number };
  return {
    ...{ tag, indicators: indicatorsFor(tag, line.indicators, field) },
    text: written([...(before ?? []), ...field.subfields, ...(after ?? []), ...source, number]),
  };
};
