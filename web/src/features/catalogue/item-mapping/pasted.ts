/** A field of MARC-in-JSON: its tag, and its text or its subfields. */
type Field = Record<string, string | { ind1: string; ind2: string; subfields: Record<string, string>[] }>;

/** The leader of a book, for lines without a leader. */
const LEADER = '00000nam a2200000 a 4500';
/** The subfield delimiter as written by MARC tools, catalogues and screens. */
const MARK = /[$|‡ǂ]([a-z0-9])/;

/** Blanks are written as #, _, \ or blanks; a screen may separate the two indicators. */
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

/** Parses the fields of a line; empty when it has none. */
const fieldsOf = (line: string): Field[] => {
  // "=952  \\$a" has two blanks after the tag, "952 ## $a" has one.
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

/** Builds a record from lines; adds a title when there is none, because a record requires one. */
const recordOf = (lines: readonly string[], title: string): { leader: string; fields: Field[] } | undefined => {
  const fields = lines.flatMap(fieldsOf);
  if (fields.length === 0) return undefined;
  const named: Field = { '245': { ind1: '0', ind2: '0', subfields: [{ a: title }] } };
  return { leader: leaderIn(lines), fields: fields.some((field) => '245' in field) ? fields : [named, ...fields] };
};

/**
 * Converts pasted text to file content: MARCXML, MARC-in-JSON and ISO 2709 unchanged; lines of fields, as screens and MARC tools show
 * them, to MARC-in-JSON, with empty lines between records. Undefined when it has no field. `title` is used for records without one.
 */
export const fileOfPasted = (text: string, title: string): string | undefined => {
  if (/^\s*[<[{]/.test(text) || text.includes('\u001e')) return text.trim();
  const blocks = text.split(/\r?\n\s*\r?\n/).map((block) => block.split(/\r?\n/).filter((line) => line.trim() !== ''));
  const records = blocks.flatMap((lines) => recordOf(lines, title) ?? []);
  return records.length > 0 ? JSON.stringify(records) : undefined;
};
