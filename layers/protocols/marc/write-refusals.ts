import { holdsForbidden } from './clean-text.ts';
import type { MarcRecord } from './record.ts';

/** The reason why a record is not written: code (kebab-case), detail in words, and a JSON pointer into the record. */
export type WriteRefusal = { code: string; detail: string; pointer?: string };

const isPrintable = (character: string): boolean => character.length === 1 && character >= ' ' && character <= '~';

/**
 * Returns every reason why a record must not be written: a leader that is not 24 printable characters, a tag that is not three letters
 * or digits or is among the wrong fields, indicators and codes that are not one printable character, a field without subfields, control
 * characters in text, no fields at all. Empty for a valid record.
 */
export const writeRefusals = (record: MarcRecord): WriteRefusal[] => {
  const refused: WriteRefusal[] = [];
  const refuse = (code: string, detail: string, pointer: string): void => {
    refused.push({ code, detail, pointer });
  };
  if (!/^[ -~]{24}$/.test(record.leader))
    refuse('leader-not-24-characters', 'A leader has 24 printable characters.', '/leader');
  if (record.control.length + record.data.length === 0) refuse('record-without-fields', 'A record has fields.', '');
  record.control.forEach(({ tag, value }, i) => {
    if (!/^00[0-9A-Za-z]$/.test(tag)) refuse('tag-not-of-a-control-field', `Tag "${tag}".`, `/control/${i}/tag`);
    if (holdsForbidden(value)) refuse('control-character', `Field ${tag}.`, `/control/${i}/value`);
  });
  record.data.forEach((field, i) => {
    const at = `/data/${i}`;
    if (!/^(?!00)[0-9A-Za-z]{3}$/.test(field.tag))
      refuse('tag-not-of-a-data-field', `Tag "${field.tag}".`, `${at}/tag`);
    if (!isPrintable(field.ind1)) refuse('indicator-not-one-character', `Field ${field.tag}.`, `${at}/ind1`);
    if (!isPrintable(field.ind2)) refuse('indicator-not-one-character', `Field ${field.tag}.`, `${at}/ind2`);
    if (field.subfields.length === 0) refuse('field-without-subfields', `Field ${field.tag}.`, at);
    field.subfields.forEach(({ code, value }, j) => {
      if (!/^[!-~]$/.test(code)) refuse('code-not-one-character', `Field ${field.tag}.`, `${at}/subfields/${j}/code`);
      if (holdsForbidden(value))
        refuse('control-character', `Field ${field.tag} $${code}.`, `${at}/subfields/${j}/value`);
    });
  });
  return refused;
};
