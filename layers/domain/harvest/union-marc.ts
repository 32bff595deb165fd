import { type DescribedSource, fullestFirst } from '../catalogue/union-description.ts';
import { control, subfields } from '../marc/fields.ts';
import type { DataField, MarcRecord } from '../marc/record.ts';

/** A source record as its member knows it. */
export type ContributedSource = DescribedSource & { memberId: string; localId: string };

/** Numbers and headings that other members’ records add to the one that describes. */
const added = ['010', '020', '022', '024', '035', '600', '610', '611', '630', '648', '650', '651', '655'];
/** Notes that they give where it has none. */
const filled = ['505', '520', '856'];

/** What members use for themselves: 9xx, and the holdings and items that stand in their systems. */
const isLocal = ({ tag }: DataField): boolean => /^(?:9..|.9.|..9)$/.test(tag) && tag !== '490';
const isHolding = ({ tag }: DataField): boolean =>
  ['841', '842', '843', '844', '845', '852', '853', '854', '855'].includes(tag) || /^8[67][0-9]$/.test(tag);

const sayingOf = ({ tag, subfields: all }: DataField): string =>
  `${tag} ${all
    .map(({ value }) =>
      value
        .toLowerCase()
        .replace(/[\s.,;:/]+$/, '')
        .trim(),
    )
    .join(' ')}`;

const fieldsOf = (record: MarcRecord): DataField[] =>
  record.data.filter((field) => !isLocal(field) && !isHolding(field));

const numberOf = (source: ContributedSource): DataField => ({
  ...{ tag: '035', ind1: ' ', ind2: ' ' },
  subfields: [{ code: 'a', value: `(${source.memberId})${source.localId}` }],
});

/** What the others add: their headings and numbers that are new, and of notes those of the first that has any. */
const addedBy = (first: readonly DataField[], rest: readonly ContributedSource[]): DataField[] => {
  const known = new Set(first.map(sayingOf));
  const has = new Set(first.map(({ tag }) => tag));
  const more: DataField[] = [];
  for (const { record } of rest) {
    const news = fieldsOf(record).filter(({ tag }) => added.includes(tag) || (filled.includes(tag) && !has.has(tag)));
    for (const field of news) {
      // A twin in another script stays with its record.
      if (known.has(sayingOf(field)) || subfields(field, '6').length > 0) continue;
      known.add(sayingOf(field));
      more.push(field);
    }
    for (const { tag } of news) has.add(tag);
  }
  return more;
};

const byTag = (a: DataField, b: DataField): number => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0);

/**
 * The union record as MARC 21: the fullest source describes, the others add headings and numbers and fill in notes it lacks.
 * Its number (001) is the union record's, each member's own stands in 035, who holds it in 852. Members' local fields stay
 * with them. Takes the sources that the reader may see, and the members that are to be named; undefined without sources.
 * The same in any order of the sources.
 */
export const unionMarc = (
  recordId: string,
  sources: readonly ContributedSource[],
  holders: readonly string[],
): MarcRecord | undefined => {
  const [first, ...rest] = fullestFirst(sources);
  if (first === undefined) return undefined;
  const own = fieldsOf(first.record);
  const numbers = [first, ...rest].map(numberOf);
  const held = holders.map((memberId) => ({
    ...{ tag: '852', ind1: ' ', ind2: ' ' },
    subfields: [{ code: 'a', value: memberId }],
  }));
  const date = control(first.record, '005');
  return {
    leader: first.record.leader,
    control: [
      { tag: '001', value: recordId },
      ...(date === undefined ? [] : [{ tag: '005', value: date }]),
      ...first.record.control.filter(({ tag }) => tag > '005'),
    ],
    data: [...own, ...numbers, ...addedBy([...own, ...numbers], rest), ...held].sort(byTag),
  };
};
