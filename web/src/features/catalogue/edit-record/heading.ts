/** The part of a field that names a heading, and in which list of authorities it is looked up. */
export type Heading = { list: 'author' | 'subject'; text: string };

type Part = { code: string; value: string };

const partsOf = (text: string): Part[] =>
  text
    .split('$')
    .slice(1)
    .map((part) => ({ code: part.charAt(0), value: part.slice(1) }));

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

/** Returns the text of a field with the established form of its heading; other subfields stay, and subdivisions have the codes as typed. */
export const withHeading = (tag: string, text: string, established: string): string => {
  const parts = partsOf(text);
  const [name = '', ...further] = listOf(tag) === 'subject' ? established.split(/ -- ?|--/) : [established];
  const codes = parts.filter(({ code }) => SUBDIVISIONS.includes(code)).map(({ code }) => code);
  const first = parts.findIndex(({ code }) => NAME.includes(code));
  const isOfHeading = ({ code }: Part): boolean =>
    NAME.includes(code) || (listOf(tag) === 'subject' && SUBDIVISIONS.includes(code));
  const others = (some: readonly Part[]): Part[] => some.filter((part) => !isOfHeading(part));
  const heading = [...nameParts(tag, name), ...further.map((value, i) => ({ code: codes[i] ?? 'x', value }))];
  return [...others(parts.slice(0, first)), ...heading, ...others(parts.slice(first))]
    .map(({ code, value }) => `$${code}${value}`)
    .join('');
};
