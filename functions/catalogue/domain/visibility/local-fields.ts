import { ownTag, subfield } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import type { Viewer } from './visibility.ts';

/** Fields that MARC 21 leaves to each library: notes 59X, subjects 69X, all of 9XX. The acquisition (541) is private to it as well. */
const LOCAL = /^(541|59.|69.|9..)$/;

/** Fields whose first indicator 0 marks them as private: copyright, provenance, actions. */
const MAY_BE_PRIVATE = /^(542|561|583)$/;

/** Fields whose $x is a nonpublic note: study programmes, actions, links, holdings, items. In others $x has another meaning. */
const NONPUBLIC_X = /^(526|583|852|856|857|86[3-8]|87[6-8])$/;

/** Fields of holdings, which are shown separately; links to online resources are not among them. */
const HOLDING = /^(852|86[3-8]|87[6-8])$/;

/** Returns whether MARC 21 leaves a tag to each library. */
export const isLocalTag = (tag: string): boolean => LOCAL.test(tag);

/** Returns whether a field is private as MARC 21 marks it: by its first indicator, or as an acquisition. */
const isPrivate = (field: DataField, tag = ownTag(field)): boolean =>
  tag === '541' || (field.ind1 === '0' && MAY_BE_PRIVATE.test(tag));

/** Returns whether a field is its library's own: by its tag, as private, or by its institution in $5. */
export const isLocalField = (field: DataField): boolean => {
  const tag = ownTag(field);
  return isLocalTag(tag) || isPrivate(field, tag) || subfield(field, '5') !== undefined;
};

/** Returns whether a library's own field is for its staff only: 9XX and private fields are not for its patrons. */
export const isForStaff = (field: DataField): boolean => ownTag(field).startsWith('9') || isPrivate(field);

const hasPrivateNote = (field: DataField): boolean =>
  NONPUBLIC_X.test(ownTag(field)) && subfield(field, 'x') !== undefined;

/** Returns a field without its nonpublic notes; undefined when nothing else remains. */
const withoutPrivateNotes = (field: DataField): DataField | undefined => {
  if (!hasPrivateNote(field)) return field;
  const subfields = field.subfields.filter(({ code }) => code !== 'x');
  return subfields.some(({ code }) => /[a-z]/.test(code)) ? { ...field, subfields } : undefined;
};

/** Returns what everybody may read of a field: the field itself or a part of it; undefined when it is its library's own. */
export const sharedField = (field: DataField): DataField | undefined =>
  isLocalField(field) ? undefined : withoutPrivateNotes(field);

/** Returns what a library's patrons may read of its own field beyond the shared part; undefined when that is nothing. */
export const patronsField = (field: DataField): DataField | undefined =>
  isLocalField(field) && !isForStaff(field) ? withoutPrivateNotes(field) : undefined;

/** Returns whether something in a field is its library's own. */
export const saysOwn = (field: DataField): boolean => isLocalField(field) || hasPrivateNote(field);

/**
 * Returns whether a line of a field in the history (indicators, then subfields by their codes) may be its library's own, as far as a line
 * shows: text that looks like a subfield code counts as one.
 */
export const lineSaysOwn = (tag: string, line: string): boolean => {
  const own = tag === '880' ? (/\$6(\d{3})-/.exec(line)?.[1] ?? '') : tag;
  if (isLocalTag(own) || line.includes('$5')) return true;
  return (MAY_BE_PRIVATE.test(own) && line.startsWith('0')) || (NONPUBLIC_X.test(own) && line.includes('$x'));
};

/** Returns what everybody may read of a member's record: without its library's own fields and nonpublic notes. */
export const sharedPart = (record: MarcRecord): MarcRecord =>
  record.data.some(saysOwn) ? { ...record, data: record.data.flatMap((field) => sharedField(field) ?? []) } : record;

/** A field of a member's own. */
export type LocalField = { memberId: string; field: DataField };

/** Returns the members whose own fields a viewer may read: the home library of a patron, the members of staff. */
export const ownMembers = (viewer: Viewer): readonly string[] =>
  viewer.kind === 'anonymous' ? [] : viewer.kind === 'patron' ? [viewer.member] : viewer.members;

/**
 * Returns the libraries' own fields in the sources of a union record, of some members only; a field with a private note is included as a
 * whole. Takes the tags with a member's items: these are shown as holdings, may contain internal data, and are left out.
 */
export const localFields = (
  sources: readonly { memberId: string; record: MarcRecord }[],
  members: readonly string[],
  itemTagsOf: (memberId: string) => readonly string[],
): LocalField[] =>
  sources
    .filter(({ memberId }) => members.includes(memberId))
    .flatMap(({ memberId, record }) => {
      const items = itemTagsOf(memberId);
      const isOwn = (field: DataField): boolean =>
        isLocalField(field) || (hasPrivateNote(field) && !HOLDING.test(ownTag(field)));
      return record.data
        .filter((field) => isOwn(field) && !items.includes(field.tag))
        .map((field) => ({ memberId, field }));
    });

/** Returns a library's own field as its readers see it: the text of its subfields, without codes, links and marks. */
export const localText = ({ subfields }: DataField): string =>
  subfields
    .filter(({ code }) => /[a-z]/.test(code))
    .map(({ value }) => value.trim())
    .filter((value) => value !== '')
    .join(' ');
