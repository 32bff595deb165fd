import { fields, subfields, twinOf } from './fields.ts';
import { distinct, trimIsbd } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** The parts of a person's name that a citation needs besides the displayed name. */
export type PersonParts = {
  /** How the name is entered and sorted (first indicator of X00). */
  enteredUnder: 'surname' | 'forename' | 'family';
  /** $a with its numeration, $b: "King, Martin Luther", "Elizabeth II". */
  heading: string;
  /** $c, additions to the name: "Jr.", "Queen of Great Britain", "of Hippo, Saint". */
  titles: string[];
  /** $d, the dates that tell namesakes apart, mostly of birth and death: "1775-1817". */
  dates?: string;
};

/** A person, body or meeting named in a record. */
export type Name = {
  /** The name as displayed and sorted: "Austen, Jane, 1775-1817". */
  name: string;
  /** Its roles: terms of $e, codes of $4. */
  roles: string[];
  /** The same name in its own script (880), if the record gives it. */
  originalScript?: string;
  /** For a name with a title ($t): whether the work is contained in the described one, or only related to it. */
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

/** Returns the name in a field of a name's tag (100, 410, 711 …), as displayed and sorted; empty for any other field. */
export const nameText = (field: DataField): string => textOf(field, kinds[field.tag.slice(1)]?.codes ?? '');

/** When cataloguers leave the indicator blank, or code "Schneider, Herbert" as a forename, the comma decides. */
const enteredUnder = ({ ind1 }: DataField, heading: string): PersonParts['enteredUnder'] => {
  if (ind1 === '3') return 'family';
  return ind1 === '1' || ind1 === '2' || heading.includes(',') ? 'surname' : 'forename';
};

const partsOf = (field: DataField): PersonParts => {
  const heading = textOf(field, 'ab');
  const titles = subfields(field, 'c').map(trimIsbd);
  const dates = textOf(field, 'd');
  return {
    ...{ enteredUnder: enteredUnder(field, heading), heading, titles: distinct(titles) },
    ...(dates === '' ? {} : { dates }),
  };
};

/** The address of a role in the MARC 21 relator list (`http://id.loc.gov/vocabulary/relators/edt`) contains its code. */
const roleIn = (value: string): string =>
  /^https?:\/\/id\.loc\.gov\/vocabulary\/relators\/([a-z]{3})$/.exec(value.trim())?.[1] ?? trimIsbd(value);

/** Returns the name in a field 100, 110, 111, 700, 710 or 711, or undefined when it is empty. */
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

/**
 * Returns each name once, at its first position: a contributor to the whole takes precedence over one to a part, and that over one to a
 * related work.
 */
const once = (names: readonly Name[]): Name[] => {
  const rank = ({ work }: Name): number => (work === undefined ? 0 : work === 'contained' ? 1 : 2);
  const known = new Map<string, Name>();
  for (const name of names) {
    const held = known.get(name.name);
    if (held === undefined || rank(name) < rank(held)) known.set(name.name, name);
  }
  return [...known.values()];
};

/**
 * Returns the names of a record: main entry (1xx) first, then added entries (7xx), including the authors of contained works, each name
 * once.
 */
export const namesOf = (record: MarcRecord): { main?: Name; added: Name[] } => {
  const main = fields(record, '100', '110', '111').flatMap((field) => nameOf(record, field) ?? [])[0];
  const named = fields(record, '700', '710', '711').flatMap((field) => nameOf(record, field) ?? []);
  const added = once(named).filter(({ name }) => name !== main?.name);
  return main === undefined ? { added } : { main, added };
};
