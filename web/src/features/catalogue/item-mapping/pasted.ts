/** A field of MARC-in-JSON: its tag, and its text or its subfields. */
type Field = Record<string, string | { ind1: string; ind2: string; subfields: Record<string, string>[] }>;

/** The leader of a book, for lines that came without one. */
const LEADER = '00000nam a2200000 a 4500';
/** What begins a subfield: as MARC makers, catalogues and screens write it. */
const MARK = /[$|‡ǂ]([a-z0-9])/;

/** Blanks are written #, _, \ or as they are; a screen may set the two apart. */
const indicatorsOf = (before: string): [string, string] => {
  const apart = /^\s*([\d#_\\])\s([\d#_\\])\s*$/.exec(before);
  const both = (apart ? `${apart[1]}${apart[2]}` : before).replaceAll(/[#_\\]/g, ' ').padEnd(2);
  return [both.charAt(0), both.charAt(1)];
};

const subfieldsOf = (text: string): Record<string, string>[] => {
  const mark = text.charAt(0);
  return text
    .split(mark)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ [part.charAt(0)]: part.slice(1).trim() }));
};

/** The field of a line; none where it holds none. */
const fieldsOf = (line: string): Field[] => {
  // "=952  \\$a" has two blanks behind the tag, "952 ## $a" has one.
  const [, isMade, tag = '', text = ''] = /^\s*(=?)([0-9A-Z]{3})(.*)$/.exec(line) ?? [];
  if (tag === '' || tag === 'LDR') return [];
  if (tag.startsWith('00')) return [{ [tag]: text.trim() }];
  const at = text.search(MARK);
  if (at < 0) return [];
  const before = text.slice(0, at).replace(isMade ? /^ {1,2}/ : /^[ \t]/, '');
  const [ind1, ind2] = indicatorsOf(before);
  return [{ [tag]: { ind1, ind2, subfields: subfieldsOf(text.slice(at)) } }];
};

const leaderIn = (lines: readonly string[]): string => {
  const [, leader = ''] = lines.map((line) => /^\s*=?LDR\s+(.*)$/.exec(line)).find(Boolean) ?? [];
  const read = leader.replaceAll(/[#\\]/g, ' ');
  return read.length === 24 ? read : LEADER;
};

/** A record of lines; fields that were copied without a title get one, as a record without is none. */
const recordOf = (lines: readonly string[], title: string): { leader: string; fields: Field[] } | undefined => {
  const fields = lines.flatMap(fieldsOf);
  if (fields.length === 0) return undefined;
  const named: Field = { '245': { ind1: '0', ind2: '0', subfields: [{ a: title }] } };
  return { leader: leaderIn(lines), fields: fields.some((field) => '245' in field) ? fields : [named, ...fields] };
};

/**
 * What was pasted, as a file holds it: MARCXML, MARC-in-JSON and ISO 2709 as they are; lines of fields, as screens and MARC makers show them,
 * as MARC-in-JSON, records by empty lines apart. Undefined when there is no field in it. `title` names fields that came without one.
 */
export const fileOfPasted = (text: string, title: string): string | undefined => {
  if (/^\s*[<[{]/.test(text) || text.includes('\u001e')) return text.trim();
  const blocks = text.split(/\r?\n\s*\r?\n/).map((block) => block.split(/\r?\n/).filter((line) => line.trim() !== ''));
  const records = blocks.flatMap((lines) => recordOf(lines, title) ?? []);
  return records.length > 0 ? JSON.stringify(records) : undefined;
};
