import { fields, subfields, twinOf } from './fields.ts';
import { distinct, trimIsbd } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** A person's name as its field parts it: what a citation needs beside the name as shown. */
export type PersonParts = {
  /** By what the name is entered and sorted (first indicator of X00). */
  enteredUnder: 'surname' | 'forename' | 'family';
  /** $a with its numeration, $b: "King, Martin Luther", "Elizabeth II". */
  heading: string;
  /** $c, what else is said of the person: "Jr.", "Queen of Great Britain", "of Hippo, Saint". */
  titles: string[];
};

/** A person, body or meeting named in a record. */
export type Name = {
  /** As shown and sorted: "Austen, Jane, 1775-1817". */
  name: string;
  /** What it did: terms of $e, codes of $4. */
  roles: string[];
  /** The same name in its own script (880), if the record gives it. */
  originalScript?: string;
  /** Where a title goes with the name ($t): the work is contained in what is described, or only has to do with it. */
  work?: 'contained' | 'related';
} & ({ kind: 'person'; parts: PersonParts } | { kind: 'body' | 'meeting' });

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

/** Where cataloguers leave the indicator blank, and where they give a forename's to "Schneider, Herbert", the comma tells. */
const enteredUnder = ({ ind1 }: DataField, heading: string): PersonParts['enteredUnder'] => {
  if (ind1 === '3') return 'family';
  return ind1 === '1' || ind1 === '2' || heading.includes(',') ? 'surname' : 'forename';
};

const partsOf = (field: DataField): PersonParts => {
  const heading = textOf(field, 'ab');
  const titles = subfields(field, 'c').map(trimIsbd);
  return { enteredUnder: enteredUnder(field, heading), heading, titles: distinct(titles) };
};

/** A role by its address in the list of relators of MARC 21 (`http://id.loc.gov/vocabulary/relators/edt`) is its code. */
const roleIn = (value: string): string =>
  /^https?:\/\/id\.loc\.gov\/vocabulary\/relators\/([a-z]{3})$/.exec(value.trim())?.[1] ?? trimIsbd(value);

/** Takes a record and a field 100, 110, 111, 700, 710 or 711; gives the name in it, or undefined when it is empty. */
export const nameOf = (record: MarcRecord, field: DataField): Name | undefined => {
  const rule = kinds[field.tag.slice(1)];
  if (rule === undefined) return undefined;
  const name = textOf(field, rule.codes);
  if (name === '') return undefined;
  const twin = twinOf(record, field);
  const original = twin === undefined ? '' : textOf(twin, rule.codes);
  const roleCodes = rule.kind === 'meeting' ? 'j4' : 'e4';
  const common: Omit<Name, 'kind'> = {
    name,
    roles: distinct(subfields(field, roleCodes).map(roleIn)),
    ...(original === '' ? {} : { originalScript: original }),
    ...(subfields(field, 't').length === 0 ? {} : { work: field.ind2 === '2' ? 'contained' : 'related' }),
  };
  return rule.kind === 'person'
    ? { ...common, kind: rule.kind, parts: partsOf(field) }
    : { ...common, kind: rule.kind };
};

/** Each name once, where it first stands: as one who did something for the whole before one of a part, and that before one of another work. */
const once = (names: readonly Name[]): Name[] => {
  const rank = ({ work }: Name): number => (work === undefined ? 0 : work === 'contained' ? 1 : 2);
  const known = new Map<string, Name>();
  for (const name of names) {
    const held = known.get(name.name);
    if (held === undefined || rank(name) < rank(held)) known.set(name.name, name);
  }
  return [...known.values()];
};

/** Takes a record; gives the names that made it: main entry (1xx) first, then added entries (7xx), the authors of contained works among them, each name once. */
export const namesOf = (record: MarcRecord): { main?: Name; added: Name[] } => {
  const main = fields(record, '100', '110', '111').flatMap((field) => nameOf(record, field) ?? [])[0];
  const named = fields(record, '700', '710', '711').flatMap((field) => nameOf(record, field) ?? []);
  const added = once(named).filter(({ name }) => name !== main?.name);
  return main === undefined ? { added } : { main, added };
};
