import { ownTag, subfield } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import type { Viewer } from './visibility.ts';

/** What MARC 21 leaves to each library to say for itself: notes 59X, subjects 69X, all of 9XX. From whom and for how much (541) is its own affair. */
const LOCAL = /^(541|59.|69.|9..)$/;

/** Fields that their first indicator marks as private with 0: copyright, provenance, actions. */
const MAY_BE_PRIVATE = /^(542|561|583)$/;

/** Fields of which $x is a note that is not for the public: study programmes, actions, links, holdings, items. In others $x is something else. */
const NONPUBLIC_X = /^(526|583|852|856|857|86[3-8]|87[6-8])$/;

/** Fields that tell of holdings, which are told of otherwise: but links to what is online. */
const HOLDING = /^(852|86[3-8]|87[6-8])$/;

/** Whether a tag is left to each library. */
export const isLocalTag = (tag: string): boolean => LOCAL.test(tag);

/** Whether a field is private as MARC 21 marks it: by its first indicator, or as an acquisition's. */
const isPrivate = (field: DataField, tag = ownTag(field)): boolean =>
  tag === '541' || (field.ind1 === '0' && MAY_BE_PRIVATE.test(tag));

/** Whether a field is its library's own: by its tag, private, or marked with $5, whose field it is. */
export const isLocalField = (field: DataField): boolean => {
  const tag = ownTag(field);
  return isLocalTag(tag) || isPrivate(field, tag) || subfield(field, '5') !== undefined;
};

/** Whether a library's own field is for those who work with its record: what 9XX and private ones say is not for its patrons. */
export const isForStaff = (field: DataField): boolean => ownTag(field).startsWith('9') || isPrivate(field);

const hasPrivateNote = (field: DataField): boolean =>
  NONPUBLIC_X.test(ownTag(field)) && subfield(field, 'x') !== undefined;

/** A field without its notes that are not for the public; undefined where it says nothing else. */
const withoutPrivateNotes = (field: DataField): DataField | undefined => {
  if (!hasPrivateNote(field)) return field;
  const subfields = field.subfields.filter(({ code }) => code !== 'x');
  return subfields.some(({ code }) => /[a-z]/.test(code)) ? { ...field, subfields } : undefined;
};

/** What of a field all may read: the very field, or less of it; undefined where it is its library's own. */
export const sharedField = (field: DataField): DataField | undefined =>
  isLocalField(field) ? undefined : withoutPrivateNotes(field);

/** What of a library's own field its patrons may read among its own words. Undefined where that is nothing, or all may read as much. */
export const patronsField = (field: DataField): DataField | undefined =>
  isLocalField(field) && !isForStaff(field) ? withoutPrivateNotes(field) : undefined;

/** Whether something in a field is its library's own. */
export const saysOwn = (field: DataField): boolean => isLocalField(field) || hasPrivateNote(field);

/**
 * Whether a line of a field as a history keeps it (indicators, then subfields by their codes) may be its library's own, as far as a
 * line tells: its text may hold what looks like a code, and then it is taken for one.
 */
export const lineSaysOwn = (tag: string, line: string): boolean => {
  const own = tag === '880' ? (/\$6(\d{3})-/.exec(line)?.[1] ?? '') : tag;
  if (isLocalTag(own) || line.includes('$5')) return true;
  return (MAY_BE_PRIVATE.test(own) && line.startsWith('0')) || (NONPUBLIC_X.test(own) && line.includes('$x'));
};

/** What of a member's record all may read: without its library's own fields, and without notes that are not for the public. */
export const sharedPart = (record: MarcRecord): MarcRecord =>
  record.data.some(saysOwn) ? { ...record, data: record.data.flatMap((field) => sharedField(field) ?? []) } : record;

/** A field of a member's own. */
export type LocalField = { memberId: string; field: DataField };

/** The members whose own fields a viewer may read: the home library of a patron, those of staff. */
export const ownMembers = (viewer: Viewer): readonly string[] =>
  viewer.kind === 'anonymous' ? [] : viewer.kind === 'patron' ? [viewer.member] : viewer.members;

/**
 * The libraries' own fields in the sources of a union record, of some members only; one with a private note is among them as a whole.
 * Takes which tags hold a member's items: these are told as holdings, with all that is in them for its desks, and so left out.
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

/** A library's own field as its readers read it: the text of its subfields, without codes, links and marks. */
export const localText = ({ subfields }: DataField): string =>
  subfields
    .filter(({ code }) => /[a-z]/.test(code))
    .map(({ value }) => value.trim())
    .filter((value) => value !== '')
    .join(' ');
