import type { Person } from '../functions/patrons/public/person.ts';
import { memberOfBranch } from '../layers/kernel/identity/roles.ts';
import { cardNumber } from './numbers.ts';
import { patronLines } from './patron-lines.ts';

/** The patron categories of the rules. */
export const patronCategories = [
  'adult',
  'child',
  'young-adult',
  'senior',
  'student',
  'graduate',
  'faculty',
  'staff',
  'researcher',
  'pupil',
  'teacher',
] as const;
export type PatronCategory = (typeof patronCategories)[number];

/** The PIN of the named demo patrons; all others are registered without one and cannot sign in. */
export const demoPin = '482615';

/** A patron as registered by the demo. Dates are calendar days; `expires` of an expired card is in 2024. */
export type DemoPatron = {
  /** Family and given name as a slug, which cases and guarantors use to refer to the patron. */
  key: string;
  name: { given: string; family: string };
  email?: string;
  address?: Person['address'];
  usedName?: Person['usedName'];
  phones: Person['phones'];
  /** The code of a place of residence of the policy of patrons. */
  residence: string;
  birthDate: string;
  member: string;
  branch: string;
  category: PatronCategory;
  language: string;
  card: string;
  expires: string;
  /** The card ends in the weeks after the seed. */
  endsSoon?: true;
  pin?: string;
  guarantor?: string;
};

const ascii = (text: string): string => text.normalize('NFD').replace(/[̀-ͯ']/g, '').toLowerCase();
const slug = (text: string): string => ascii(text).replace(/[^a-z]+/g, '-');

function categoryOf(text: string): PatronCategory {
  const category = patronCategories.find((each) => each === text);
  if (category === undefined) throw new Error(`no such patron category: ${text}`);
  return category;
}

const towns: Record<string, string> = { lakeshore: 'Lakeshore' };

// One patron in seven lives outside the towns: the non-residents of the loan rules.
const residenceOf = (member: string, sequence: number): string => {
  if (sequence % 7 === 0) return 'elsewhere';
  return member === 'lakeshore' ? 'lakeshore' : member === 'northfield' ? 'northfield' : 'riverton';
};

function patronOf(line: string, sequence: number): DemoPatron {
  const [name = '', branch = '', category = '', birthDate = '', language = '', more = ''] = line.split(' | ');
  const [family = '', given = ''] = name.split(', ');
  const flags = new Set(more.split(' '));
  const guarantor = /guarantor=(\S+)/.exec(more)?.[1];
  const member = memberOfBranch(branch);
  const town = towns[member] ?? 'Riverton';
  const called = /called=(\S+)/.exec(more)?.[1];
  return {
    key: `${slug(family)}-${slug(given)}`,
    name: { given, family },
    address: {
      lines: [`${sequence % 90} Orchard Street`],
      ...{ locality: town, region: 'NY', postalCode: town === 'Lakeshore' ? '12350' : '12345' },
    },
    ...(called !== undefined && { usedName: { family, given: called } }),
    phones: [{ number: `+1 555 010 ${String(sequence % 10_000).padStart(4, '0')}`, label: 'mobile' }],
    residence: residenceOf(member, sequence),
    ...(flags.has('mail=no') ? {} : { email: `${slug(given).replaceAll('-', '.')}.${slug(family)}@example.org` }),
    birthDate,
    member,
    branch,
    category: categoryOf(category),
    language,
    card: cardNumber(member, sequence),
    expires: flags.has('expired') ? '2024-06-30' : '2035-12-31',
    ...(flags.has('ends-soon') && { endsSoon: true as const }),
    ...(flags.has('pin') ? { pin: demoPin } : {}),
    ...(guarantor === undefined ? {} : { guarantor }),
  };
}

/** The sixty patrons. A guarantor is always in the list under the given key. */
export const patrons: readonly DemoPatron[] = patronLines
  .split('\n')
  .filter((line) => line !== '')
  // Steps of 37: with consecutive card numbers, another patron's number could be guessed.
  .map((line, at) => patronOf(line, 20_011 + at * 37));

const byKey = new Map(patrons.map((patron) => [patron.key, patron]));

/** Returns the patron with a key (`okafor-amara`). Throws when the demo has none. */
export function patronByKey(key: string): DemoPatron {
  const patron = byKey.get(key);
  if (patron === undefined) throw new Error(`the demo has no patron ${key}`);
  return patron;
}
