import { fields, subfields, twinOf } from './fields.ts';
import { distinct, trimIsbd } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** A person, body or meeting named in a record. */
export type Name = {
  kind: 'person' | 'body' | 'meeting';
  /** As shown and sorted: "Austen, Jane, 1775-1817". */
  name: string;
  /** What it did: terms of $e, codes of $4. */
  roles: string[];
  /** The same name in its own script (880), if the record gives it. */
  originalScript?: string;
};

const kinds: Readonly<Record<string, { kind: Name['kind']; codes: string }>> = {
  '00': { kind: 'person', codes: 'abcdq' },
  '10': { kind: 'body', codes: 'abcdn' },
  '11': { kind: 'meeting', codes: 'acdenq' },
};

const textOf = (field: DataField, codes: string): string =>
  trimIsbd(
    subfields(field, codes)
      .map((value) => value.trim())
      .join(' '),
  );

/** The name in a field of a name's tag (100, 410, 711 …), as shown and sorted; empty for any other field. */
export const nameText = (field: DataField): string => textOf(field, kinds[field.tag.slice(1)]?.codes ?? '');

/** Takes a record and a field 100, 110, 111, 700, 710 or 711; gives the name in it, or undefined when it is empty. */
export const nameOf = (record: MarcRecord, field: DataField): Name | undefined => {
  const rule = kinds[field.tag.slice(1)];
  if (rule === undefined) return undefined;
  const name = textOf(field, rule.codes);
  if (name === '') return undefined;
  const twin = twinOf(record, field);
  const original = twin === undefined ? '' : textOf(twin, rule.codes);
  const roleCodes = rule.kind === 'meeting' ? 'j4' : 'e4';
  const roles = distinct(subfields(field, roleCodes).map(trimIsbd));
  return { kind: rule.kind, name, roles, ...(original === '' ? {} : { originalScript: original }) };
};

/** Takes a record; gives the names that made it: main entry (1xx) first, then added entries (7xx), the authors of contained works among them, each name once. */
export const namesOf = (record: MarcRecord): { main?: Name; added: Name[] } => {
  const main = fields(record, '100', '110', '111').flatMap((field) => nameOf(record, field) ?? [])[0];
  const added = fields(record, '700', '710', '711')
    .flatMap((field) => nameOf(record, field) ?? [])
    .filter((name, i, all) => name.name !== main?.name && all.findIndex((other) => other.name === name.name) === i);
  return main === undefined ? { added } : { main, added };
};
