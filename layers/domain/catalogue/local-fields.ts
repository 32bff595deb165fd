import { ownTag, subfield } from '../marc/fields.ts';
import type { DataField, MarcRecord } from '../marc/record.ts';
import type { Viewer } from './visibility.ts';

/** What MARC 21 leaves to each library to say for itself: notes 59X, subjects 69X, all of 9XX. */
const LOCAL = /^(59.|69.|9..)$/;

/** Whether a tag is left to each library. */
export const isLocalTag = (tag: string): boolean => LOCAL.test(tag);

/** Whether a field is its library's own: by its tag, or marked with $5, whose field it is. */
export const isLocalField = (field: DataField): boolean =>
  isLocalTag(ownTag(field)) || subfield(field, '5') !== undefined;

/** Whether a library's own field is for those who work with its record: what 9XX say is not for its patrons. */
export const isForStaff = (field: DataField): boolean => ownTag(field).startsWith('9');

/** What of a member's record all may read: without its library's own fields. */
export const sharedPart = (record: MarcRecord): MarcRecord =>
  record.data.some(isLocalField) ? { ...record, data: record.data.filter((field) => !isLocalField(field)) } : record;

/** A field of a member's own. */
export type LocalField = { memberId: string; field: DataField };

/** The members whose own fields a viewer may read: the home library of a patron, those of staff. */
export const ownMembers = (viewer: Viewer): readonly string[] =>
  viewer.kind === 'anonymous' ? [] : viewer.kind === 'patron' ? [viewer.member] : viewer.members;

/**
 * The libraries' own fields in the sources of a union record, of some members only. Takes which tags hold a member's items: these
 * are told as holdings, with all that is in them for its desks, and so left out.
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
      return record.data
        .filter((field) => isLocalField(field) && !items.includes(field.tag))
        .map((field) => ({ memberId, field }));
    });

/** A library's own field as its readers read it: the text of its subfields, without codes, links and marks. */
export const localText = ({ subfields }: DataField): string =>
  subfields
    .filter(({ code }) => /[a-z]/.test(code))
    .map(({ value }) => value.trim())
    .filter((value) => value !== '')
    .join(' ');
