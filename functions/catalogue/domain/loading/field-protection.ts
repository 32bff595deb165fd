import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import type { ControlField, DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { type AnyField, fieldsOf, sameFields, tagsOf } from '../history/record-changes.ts';

/**
 * A field that a member protects: edits of its staff are preserved when its system loads the record again. `tag` may contain X for any
 * character; LDR is the leader. With a subfield, only fields with that subfield match ($5 an institution, $9 a local value), with any value
 * or with this one.
 */
export const protectedFieldSchema = z.strictObject({
  tag: z.string().regex(/^(LDR|[0-9X]{3})$/, 'A tag has three digits; X stands for any of them; LDR is the leader.'),
  mark: z.strictObject({ subfield: z.enum(['5', '9']), value: oneLine(100).exactOptional() }).exactOptional(),
});
export type ProtectedField = z.infer<typeof protectedFieldSchema>;

const meansTag = (pattern: string, tag: string): boolean =>
  [...pattern].every((one, i) => one === tag[i] || (one === 'X' && pattern !== 'LDR'));

/** Returns whether a field is one that a member protects. The record number (001) never is: it comes from the member's system. */
export const isProtected = (rules: readonly ProtectedField[], field: AnyField): boolean =>
  field.tag !== '001' &&
  rules.some(({ tag, mark }) => {
    if (!meansTag(tag, field.tag)) return false;
    if (mark === undefined) return true;
    if (!('subfields' in field)) return false;
    return field.subfields.some(
      ({ code, value }) => code === mark.subfield && (mark.value === undefined || value.trim() === mark.value),
    );
  });

/** Returns the record with these fields in place of those of the tag: at the position of the first of them, else in tag order. */
const withFields = (record: MarcRecord, tag: string, fields: readonly AnyField[]): MarcRecord => {
  if (tag === 'LDR') {
    const [leader] = fields;
    const value = leader && 'value' in leader ? leader.value : '';
    return {
      ...record,
      leader: `${record.leader.slice(0, 5)}${value.slice(0, 4)}${record.leader.slice(9, 17)}${value.slice(4)}${record.leader.slice(20)}`,
    };
  }
  const placed = <F extends AnyField>(all: readonly F[], some: readonly F[]): F[] => {
    const first = all.findIndex((field) => field.tag === tag);
    const behind = first < 0 ? all.findIndex((field) => field.tag > tag) : first;
    const at = behind < 0 ? all.length : behind;
    const others = (part: readonly F[]): F[] => part.filter((field) => field.tag !== tag);
    return [...others(all.slice(0, at)), ...some, ...others(all.slice(at))];
  };
  if (tag.startsWith('00'))
    return {
      ...record,
      control: placed(
        record.control,
        fields.filter((one): one is ControlField => 'value' in one),
      ),
    };
  return {
    ...record,
    data: placed(
      record.data,
      fields.filter((one): one is DataField => 'subfields' in one),
    ),
  };
};

/**
 * The result of a load over a record that staff edited: the record, the tags whose edits were preserved, and those whose edits were lost.
 */
export type Overlaid = { record: MarcRecord; preserved: string[]; lost: string[] };

/**
 * Applies the edits of staff to a record that its member's system loads again: edited fields that are protected stay as staff left them
 * (added, changed or deleted); all others are as loaded. Takes the loaded record, the current record, the last contributed record and the
 * protected fields. An edit that the system now contains too counts neither as preserved nor as lost.
 */
export const overlaid = (
  loaded: MarcRecord,
  current: MarcRecord,
  came: MarcRecord,
  rules: readonly ProtectedField[],
): Overlaid => {
  const result: Overlaid = { record: loaded, preserved: [], lost: [] };
  for (const tag of tagsOf(loaded, current, came)) {
    const [stands, was, now] = [current, came, loaded].map((one) => fieldsOf(one, tag)) as [
      AnyField[],
      AnyField[],
      AnyField[],
    ];
    if (sameFields(stands, was)) continue;
    const isProtectedField = (field: AnyField): boolean => isProtected(rules, field);
    const isOpen = (field: AnyField): boolean => !isProtectedField(field);
    const edited = (which: (field: AnyField) => boolean): boolean =>
      !sameFields(stands.filter(which), was.filter(which));
    if (edited(isProtectedField) && !sameFields(stands.filter(isProtectedField), now.filter(isProtectedField))) {
      result.record = withFields(result.record, tag, [...now.filter(isOpen), ...stands.filter(isProtectedField)]);
      result.preserved.push(tag);
    }
    if (edited(isOpen) && !sameFields(stands.filter(isOpen), now.filter(isOpen))) result.lost.push(tag);
  }
  return result;
};
