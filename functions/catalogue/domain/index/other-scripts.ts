import { linked880, originalScript, ownTag, subfield, twinOf } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';

/** What a reader of another script looks for: names, titles, edition, imprint, series; what stands for one another together. */
const SCRIPT_FIELDS = [['100', '110', '111'], ['245'], ['246'], ['250'], ['260'], ['264'], ['490', '440']];

/** A field with its twin in another script, in the record that both are of. */
export type Scripted = { field: DataField; twin: DataField | undefined };

/** Takes a record; gives a function that joins a field of it to its twin. */
export const scripted =
  (record: MarcRecord) =>
  (field: DataField): Scripted => ({ field, twin: twinOf(record, field) });

/** A field without its link to a twin ($6): for a record where that is not. */
export const withoutLink = (field: DataField): DataField => ({
  ...field,
  subfields: field.subfields.filter(({ code }) => code !== '6'),
});

/** The link of a field in another script: the tag and number of its twin; what followed the number (the script) stays. */
const relinked = (twin: DataField, tag: string, occurrence: string): DataField => {
  const [, more = ''] = /^[^/]*(\/.*)?$/.exec(subfield(twin, '6') ?? '') ?? [];
  const link = { code: '6', value: `${tag}-${occurrence}${more}` };
  return { ...twin, subfields: [link, ...withoutLink(twin).subfields] };
};

/** Fields for a record that did not have them, each linked with its twin by a number that is free there. */
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
 * What was described in one script alone, in another script: of the first source that has it, be it one whose own field gave way
 * to that of a leading member.
 */
export const otherScripts = (described: readonly DataField[], sources: readonly MarcRecord[]): DataField[] =>
  SCRIPT_FIELDS.flatMap((tags) => {
    const matching = described.filter((field) => tags.includes(ownTag(field)));
    if (matching.length === 0 || matching.some(({ tag }) => tag === '880')) return [];
    const found = sources.map((source) => originalScript(source, ...tags)).find((list) => list.length > 0) ?? [];
    // Its twin is in another record: number 00 says that there is none here (MARC 21, appendix A).
    return found.map((twin) => relinked(twin, ownTag(twin), '00'));
  });
