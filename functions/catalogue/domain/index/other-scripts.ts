import { linked880, originalScript, ownTag, subfield, twinOf } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';

/** The fields that readers of another script search: names, titles, edition, imprint, series; each group is interchangeable. */
const SCRIPT_FIELDS = [['100', '110', '111'], ['245'], ['246'], ['250'], ['260'], ['264'], ['490', '440']];

/** A field with its linked field in another script, both of the same record. */
export type Scripted = { field: DataField; twin: DataField | undefined };

/** Takes a record; returns a function that pairs a field of it with its linked field. */
export const scripted =
  (record: MarcRecord) =>
  (field: DataField): Scripted => ({ field, twin: twinOf(record, field) });

/** Returns a field without its link ($6), for a record that lacks the linked field. */
export const withoutLink = (field: DataField): DataField => ({
  ...field,
  subfields: field.subfields.filter(({ code }) => code !== '6'),
});

/**
 * Returns a field in another script with a new link: the tag and number of its linked field; what followed the number (the script) stays.
 */
const relinked = (twin: DataField, tag: string, occurrence: string): DataField => {
  const [, more = ''] = /^[^/]*(\/.*)?$/.exec(subfield(twin, '6') ?? '') ?? [];
  const link = { code: '6', value: `${tag}-${occurrence}${more}` };
  return { ...twin, subfields: [link, ...withoutLink(twin).subfields] };
};

/** Returns fields for a record that did not have them, each linked with its counterpart by a number that is free there. */
export const linkedAfresh = (fields: readonly Scripted[], used: readonly DataField[]): DataField[] => {
  let last = Math.max(0, ...used.map((field) => Number(linked880(field)?.occurrence ?? 0)));
  return fields.flatMap(({ field, twin }) => {
    const plain = withoutLink(field);
    if (!twin || last >= 99) return [plain];
    last += 1;
    const occurrence = String(last).padStart(2, '0');
    const link = { code: '6', value: `880-${occurrence}` };
    return [{ ...plain, subfields: [link, ...plain.subfields] }, relinked(twin, field.tag, occurrence)];
  });
};

/**
 * Returns the fields in another script for what is described in one script only, from the first source that has them, even when a leading
 * member's field replaces that source's own field.
 */
export const otherScripts = (described: readonly DataField[], sources: readonly MarcRecord[]): DataField[] =>
  SCRIPT_FIELDS.flatMap((tags) => {
    const matching = described.filter((field) => tags.includes(ownTag(field)));
    if (matching.length === 0 || matching.some(({ tag }) => tag === '880')) return [];
    const found = sources.map((source) => originalScript(source, ...tags)).find((list) => list.length > 0) ?? [];
    // The linked field is in another record: number 00 means that there is none here (MARC 21, appendix A).
    return found.map((twin) => relinked(twin, ownTag(twin), '00'));
  });
