import { isbn13Of, issnOf, lccnOf, oclcOf } from '../../../../layers/kernel/citation/standard-numbers.ts';
import { fields, ownTag, subfield } from '../../../../layers/protocols/marc/fields.ts';
import { withoutTrailing } from '../../../../layers/protocols/marc/isbd.ts';
import { withSafeLinks } from '../../../../layers/protocols/marc/link-address.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { writeRefusals } from '../../../../layers/protocols/marc/write-refusals.ts';
import { linkedAfresh, otherScripts, type Scripted, scripted, withoutLink } from '../index/other-scripts.ts';
import type { ShownSource } from '../views/record-view.ts';
import type { ItemDescription } from '../views/views.ts';
import { sharedField, sharedPart } from '../visibility/local-fields.ts';
import { type BestOf, bestOf, mostComplete } from './best-of.ts';
import { type Leads, ledBy } from './leading.ts';
import { fullestFirst } from './union-description.ts';

/**
 * Returns whether a field is a member's own: holdings and items (84x to 87x except links and series), and what MARC 21 leaves to each
 * library (9xx, x9x).
 */
const isLocal = ({ tag }: DataField): boolean =>
  /^(9..|.9.|84[1-5]|85[2-5]|86[3-8]|87[6-8])$/.test(tag) && tag !== '490';

/** Normalizes a number for comparison; undefined when it is not one of its kind. */
const numberIn: Readonly<Record<string, (text: string) => string | undefined>> = {
  '010': lccnOf,
  '020': isbn13Of,
  '022': issnOf,
  '035': oclcOf,
};

const bare = (text: string): string => withoutTrailing(text.toLowerCase(), /[\s.,;:]/);

/** Returns what makes two fields equal: a number by its valid form, a link by its address, a heading without case and final punctuation. */
const sayingOf = (field: DataField): string | undefined => {
  const read = numberIn[field.tag];
  if (read) {
    const number = read(subfield(field, 'a') ?? '');
    return number === undefined ? undefined : `${field.tag} ${number}`;
  }
  if (field.tag === '856') return `856 ${subfield(field, 'u') ?? ''}`;
  return field.subfields
    .filter(({ code }) => /[a-z]/.test(code))
    .map(({ value }) => bare(value))
    .join(' ');
};

const lengthOf = ({ subfields }: DataField): number => subfields.reduce((sum, { value }) => sum + value.length, 0);

type Taken = { more: Scripted[]; gone: readonly string[] };

/** The shared part of a source, and the kinds in which it leads. */
type Shared = { record: MarcRecord; leads?: Leads | undefined };

const taken = ({ tags, take, led }: BestOf, sources: readonly Shared[]): Taken => {
  const lists = sources.map(({ record, leads }) => ({ leads, list: fields(record, ...tags).map(scripted(record)) }));
  const each = lists.map(({ list }) => list);
  const [own = [], ...rest] = each;
  const leading = ledBy(lists, led, ({ list }) => list.length > 0)?.list;
  if (leading) return leading === own ? { more: [], gone: [] } : { more: [...leading], gone: tags };
  if (take === 'filled') return { more: own.length > 0 ? [] : (rest.find((list) => list.length > 0) ?? []), gone: [] };
  if (take === 'most-complete') {
    const best = mostComplete(each, ({ field }) => lengthOf(field));
    return best === own ? { more: [], gone: [] } : { more: [...best], gone: tags };
  }
  const known = new Set(own.map(({ field }) => sayingOf(field)));
  const more = rest.flat().filter(({ field }) => {
    const saying = sayingOf(field);
    if (saying === undefined || known.has(saying)) return false;
    known.add(saying);
    return true;
  });
  return { more, gone: [] };
};

/** Returns the fields of the describing source with those that the others supply by the rules. */
const combined = (first: Shared, others: readonly Shared[]): readonly DataField[] => {
  if (others.length === 0) return first.record.data;
  const all = bestOf.map((rule) => taken(rule, [first, ...others]));
  const gone = all.flatMap((one) => [...one.gone]);
  const own = first.record.data.filter((field) => !gone.includes(ownTag(field)));
  const added = linkedAfresh(
    all.flatMap(({ more }) => more),
    own,
  );
  const described = [...own, ...added];
  return [
    ...described,
    ...otherScripts(
      described,
      [first, ...others].map(({ record }) => record),
    ),
  ];
};

const subfieldsOf = (pairs: readonly (readonly [code: string, value: string])[]): DataField['subfields'] =>
  pairs.filter(([, value]) => value !== '').map(([code, value]) => ({ code, value }));

/**
 * The public part of a holding: a copy, or only its member. `isil` is the member's international identifier, `state` the copy's state now
 * and `due` the day on which its loan is due. Both are absent where the record is stored.
 */
export type PublicHolding = Pick<ItemDescription, 'memberId'> &
  Partial<ItemDescription> & { isil?: string | undefined; state?: string | undefined; due?: string | undefined };

/**
 * Returns a holding as MARC 852: ISIL (else the member's id), branch, location, call number, copy, volume, barcode and, in notes, its state
 * and due day.
 */
export const holdingField = ({
  memberId,
  isil,
  branchId = '',
  location = '',
  callNumber = '',
  copyNumber = '',
  volume = '',
  barcode = '',
  state = '',
  due = '',
}: PublicHolding): DataField => ({
  tag: '852',
  ind1: ' ',
  ind2: ' ',
  subfields: subfieldsOf([
    ['a', isil ?? memberId],
    ['b', branchId],
    ['c', location],
    ['h', callNumber],
    ['t', copyNumber],
    ['3', volume],
    ['p', barcode],
    ['z', state],
    ['z', due && `due ${due}`],
  ]),
});

const systemNumber = ({ memberId, localId }: ShownSource): DataField => ({
  tag: '035',
  ind1: ' ',
  ind2: ' ',
  subfields: [{ code: 'a', value: `(${memberId})${localId}` }],
});

/** Reading is lenient and writing strict: an invalid field is left out, not the whole record. */
const writable = (record: MarcRecord): MarcRecord => {
  const wrong = new Set(
    writeRefusals(record).flatMap(({ pointer }) => /^\/(?:control|data)\/\d+/.exec(pointer ?? '')?.[0] ?? []),
  );
  if (wrong.size === 0) return record;
  return {
    ...record,
    control: record.control.filter((_, i) => !wrong.has(`/control/${i}`)),
    data: record.data.filter((_, i) => !wrong.has(`/data/${i}`)),
  };
};

/**
 * Returns a union record as one MARC record: the fullest source describes, the others supply fields by the rules of `bestOf`, each field
 * with its linked field in another script, as in `unionDescription`. Takes its id (001), and the sources and holdings that the viewer may
 * see: hidden data is never included. Local and item fields are left out except `own`, those of the viewer's own library; each given
 * holding is an 852, each source an 035. The order of the sources does not matter. Undefined without sources.
 */
export const unionMarc = (
  recordId: string,
  sources: readonly ShownSource[],
  holdings: readonly PublicHolding[],
  own: readonly DataField[] = [],
): MarcRecord | undefined => {
  const ordered = fullestFirst(sources);
  const [first, ...others] = ordered.map(({ record, leads }): Shared => ({ leads, record: sharedPart(record) }));
  if (!first) return undefined;
  // A reader of the complete field needs no second, shared version of it.
  const ownParts = new Set(own.map((field) => JSON.stringify(sharedField(field))));
  const isOwn = (field: DataField): boolean => ownParts.size > 0 && ownParts.has(JSON.stringify(field));
  const described = combined(first, others).filter((field) => !isLocal(field) && !isOwn(field));
  const data = [
    ...withSafeLinks(described),
    ...own.map(withoutLink),
    ...ordered.map(systemNumber),
    ...holdings.map(holdingField),
  ];
  const group = ({ tag }: DataField): string => tag.charAt(0);
  return writable({
    leader: first.record.leader,
    control: [
      { tag: '001', value: recordId },
      ...first.record.control.filter(({ tag }) => tag !== '001' && tag !== '003'),
    ],
    // Within a group the cataloguer's order is significant; added fields follow it.
    data: data.sort((a, b) => (group(a) < group(b) ? -1 : group(a) > group(b) ? 1 : 0)),
  });
};
