import type { DataField, MarcRecord } from './record.ts';

/** Returns the value of the first control field (001 to 009) with a tag, if any. */
export const control = (record: MarcRecord, tag: string): string | undefined =>
  record.control.find((field) => field.tag === tag)?.value;

/** Returns the data fields with these tags in record order. */
export const fields = (record: MarcRecord, ...tags: string[]): DataField[] => {
  const [first, ...more] = tags;
  return record.data.filter(({ tag }) => tag === first || (more.length > 0 && more.includes(tag)));
};

/** Returns the value of the first subfield with a code, if any. */
export const subfield = (field: DataField | undefined, code: string): string | undefined =>
  field?.subfields.find((each) => each.code === code)?.value;

/** Returns the values of the subfields with these codes, given as one string (`abnp`), in record order. */
export const subfields = (field: DataField, codes: string): string[] =>
  field.subfields.filter(({ code }) => codes.includes(code)).map(({ value }) => value);

/** The content of $6 (MARC 21 Appendix A): the linked tag and occurrence, script and direction. */
export type Link = { tag: string; occurrence: string; script?: string; rightToLeft: boolean };

/**
 * Returns the link in $6 (`880-01` in the Latin field, `245-01/(3/r` in its linked 880). Undefined when there is no $6 or it is invalid.
 * Occurrence `00` means: no linked field in Latin script.
 */
export const linked880 = (field: DataField): Link | undefined => {
  const match = /^\s*([0-9A-Za-z]{3})-?(\d{2})(?:\/([^/]*))?(?:\/(r))?/.exec(subfield(field, '6') ?? '');
  const [, tag, occurrence, script, direction] = match ?? [];
  if (tag === undefined || occurrence === undefined) return undefined;
  const link = { tag, occurrence, rightToLeft: direction === 'r' };
  return script === undefined || script === '' ? link : { ...link, script };
};

/** Returns the tag whose rules apply to a field: for one in another script (880) that of its linked field; empty when it names none. */
export const ownTag = (field: DataField): string => (field.tag === '880' ? (linked880(field)?.tag ?? '') : field.tag);

/** Returns the 880 field in the original script that is linked to a field in Latin script, if any. */
export const twinOf = (record: MarcRecord, field: DataField): DataField | undefined => {
  const link = linked880(field);
  if (link?.tag !== '880' || link.occurrence === '00') return undefined;
  return fields(record, '880').find((twin) => {
    const back = linked880(twin);
    return back?.tag === field.tag && back.occurrence === link.occurrence;
  });
};

/** Returns the 880 fields that represent these tags in another script, with or without a linked Latin field. */
export const originalScript = (record: MarcRecord, ...tags: string[]): DataField[] =>
  fields(record, '880').filter((field) => tags.includes(linked880(field)?.tag ?? ''));
