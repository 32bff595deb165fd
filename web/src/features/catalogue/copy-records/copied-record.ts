import type { MarcRecord, Source } from '../edit-record/edit.ts';

type Field = MarcRecord['data'][number];

/** Whether a tag is for local use: what it holds elsewhere says nothing here. */
const isLocal = (tag: string): boolean => /^(9..|59.|69.)$/.test(tag);

const meansTag = (pattern: string, tag: string): boolean =>
  [...pattern].every((one, i) => one === tag[i] || (one === 'X' && pattern !== 'LDR'));

/** Whether a field is one that the library protects. */
const isProtected = (
  rules: Source['protected'],
  { tag, subfields = [] }: { tag: string; subfields?: Field['subfields'] },
) =>
  rules.some(({ tag: pattern, mark }) => {
    if (!meansTag(pattern, tag)) return false;
    if (!mark) return true;
    return subfields.some(({ code, value }) => code === mark.subfield && (!mark.value || value.trim() === mark.value));
  });

const byTag = <F extends { tag: string }>(fields: readonly F[]): F[] =>
  fields.toSorted((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0));

/** The number of a record in the catalogue where it was found, as a field 035. */
const foundAs = ({ control }: MarcRecord): Field[] => {
  const [number, system] = ['001', '003'].map((tag) => control.find((one) => one.tag === tag)?.value.trim() ?? '');
  if (!number || !system) return [];
  return [{ tag: '035', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: `(${system})${number}` }] }];
};

const codesOf = ({ control }: MarcRecord) => control.filter(({ tag }) => !['001', '003', '005'].includes(tag));

/** Returns a record found elsewhere as a new one under a number of the library, without what is local to where it was found. */
export const asNew = (hit: MarcRecord, number: string): MarcRecord => ({
  leader: `00000n${hit.leader.slice(6, 8)}${hit.leader.slice(8)}`,
  control: [{ tag: '001', value: number }, ...codesOf(hit)],
  data: byTag([...foundAs(hit), ...hit.data.filter(({ tag }) => !isLocal(tag))]),
});

/** Returns a record found elsewhere laid over the library's own: its number, its local fields and its protected fields stay. */
export const laidOver = (hit: MarcRecord, own: MarcRecord, rules: Source['protected']): MarcRecord => {
  const stays = (field: Field): boolean => isLocal(field.tag) || isProtected(rules, field);
  const ownCodes = own.control.filter((one) => ['001', '003', '005'].includes(one.tag) || isProtected(rules, one));
  const codes = codesOf(hit).filter((one) => !isProtected(rules, one));
  const isLeaderOwn = isProtected(rules, { tag: 'LDR' });
  return {
    leader: isLeaderOwn
      ? own.leader
      : `${own.leader.slice(0, 5)}c${hit.leader.slice(6, 9)}${own.leader.slice(9, 17)}${hit.leader.slice(17)}`,
    control: byTag([...ownCodes, ...codes]),
    data: byTag([...foundAs(hit), ...hit.data.filter((field) => !stays(field)), ...own.data.filter(stays)]),
  };
};
