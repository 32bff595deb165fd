import type { Description } from '../../marc/description.ts';
import type { Name } from '../../marc/names.ts';

/** A name as citations part it: a person's family and given name, or a body's or meeting's name as one. */
export type CitedName = { family: string; given: string } | { literal: string };

/** Who made a work, by what a citation calls them. */
export type CitedNames = { authors: CitedName[]; editors: CitedName[]; translators: CitedName[]; others: CitedName[] };

// Only as far as the last bracket that closes, and from where blanks begin: what has no end is not looked for again and again.
const withoutBracketed = (name: string): string => {
  const closed = name.lastIndexOf(')') + 1;
  return name.slice(0, closed).replace(/(?<!\s)\s*\([^)]*\)/g, '') + name.slice(closed);
};

// The fuller form in brackets, and what follows the second comma: dates and titles are no part of a name in a citation.
const parted = ({ kind, name }: Name): CitedName => {
  if (kind !== 'person') return { literal: name };
  const [family = '', given = ''] = withoutBracketed(name)
    .split(/,\s*/)
    .map((part) => part.trim());
  return given === '' || /\d/.test(given) ? { literal: family } : { family, given };
};

const roles: readonly (readonly [keyof CitedNames, RegExp])[] = [
  ['editors', /^(edt|ed\b|editor|edited|hrsg|herausgeber|éd|directeur)/i],
  ['translators', /^(trl|tr\b|trans|übers|trad)/i],
  ['authors', /^(aut|cre|joint|co-?auth|author|verfasser|auteur|composer|cmp)/i],
];

/** MARC leaves the part of a co-author unsaid more often than not: a name without one is an author's. */
const roleOf = (name: Name): keyof CitedNames => {
  if (name.roles.length === 0) return 'authors';
  return roles.find(([, words]) => name.roles.some((role) => words.test(role.trim())))?.[0] ?? 'others';
};

/** Parts a description's names for a citation: the main entry first, whatever it is said to have done. */
export const citedNames = ({ mainName, addedNames }: Pick<Description, 'mainName' | 'addedNames'>): CitedNames => {
  const cited: CitedNames = { authors: [], editors: [], translators: [], others: [] };
  if (mainName) {
    const role = roleOf(mainName);
    cited[role === 'others' ? 'authors' : role].push(parted(mainName));
  }
  for (const name of addedNames) cited[roleOf(name)].push(parted(name));
  return cited;
};
