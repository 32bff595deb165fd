import type { DataField, MarcRecord } from './record.ts';

/** Takes a record and the tag of a control field (001 to 009); gives the value of the first one, if any. */
export const control = (record: MarcRecord, tag: string): string | undefined =>
  record.control.find((field) => field.tag === tag)?.value;

/** Takes a record and one or more tags; gives the data fields with these tags in record order. */
export const fields = (record: MarcRecord, ...tags: string[]): DataField[] =>
  record.data.filter((field) => tags.includes(field.tag));

/** Takes a field (or none) and a code; gives the value of the first such subfield, if any. */
export const subfield = (field: DataField | undefined, code: string): string | undefined =>
  field?.subfields.find((each) => each.code === code)?.value;

/** Takes a field and the codes wanted, as one string (`abnp`); gives their values in record order. */
export const subfields = (field: DataField, codes: string): string[] =>
  field.subfields.filter(({ code }) => codes.includes(code)).map(({ value }) => value);

/** What $6 of a field says (MARC 21 Appendix A): the tag and occurrence it is linked with, script and direction. */
export type Link = { tag: string; occurrence: string; script?: string; rightToLeft: boolean };

/**
 * Takes a field with $6 (`880-01` in the Latin field, `245-01/(3/r` in its 880 twin); gives the link. Undefined when
 * there is no $6 or it is no link. Occurrence `00` means: no twin in Latin script.
 */
export const linked880 = (field: DataField): Link | undefined => {
  const match = /^\s*([0-9A-Za-z]{3})-?(\d{2})(?:\/([^/]*))?(?:\/(r))?/.exec(subfield(field, '6') ?? '');
  const [, tag, occurrence, script, direction] = match ?? [];
  if (tag === undefined || occurrence === undefined) return undefined;
  const link = { tag, occurrence, rightToLeft: direction === 'r' };
  return script === undefined || script === '' ? link : { ...link, script };
};

/** The tag by which a field is judged: of one in another script (880) that of its twin; empty where it names none. */
export const ownTag = (field: DataField): string => (field.tag === '880' ? (linked880(field)?.tag ?? '') : field.tag);

/** Takes a record and a field in Latin script; gives its 880 twin in the original script, if the two are linked. */
export const twinOf = (record: MarcRecord, field: DataField): DataField | undefined => {
  const link = linked880(field);
  if (link?.tag !== '880' || link.occurrence === '00') return undefined;
  return fields(record, '880').find((twin) => {
    const back = linked880(twin);
    return back?.tag === field.tag && back.occurrence === link.occurrence;
  });
};

/** Takes a record and tags; gives the 880 fields that stand for them in another script, with or without a Latin twin. */
export const originalScript = (record: MarcRecord, ...tags: string[]): DataField[] =>
  fields(record, '880').filter((field) => tags.includes(linked880(field)?.tag ?? ''));
