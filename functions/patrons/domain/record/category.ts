import { DateTime } from 'luxon';
import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import { termOf } from '../cards/card-term.ts';

/** The reason why a description of a patron is refused. */
export type DescriptionRefusal = {
  code: 'category-unknown' | 'category-age' | 'expired-already' | 'class-unknown' | 'residence-unknown';
  detail: string;
  pointer: string;
};

const own = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Returns the date on which somebody born on a date reaches an age; for 29 February it is the 28th in other years. */
const birthday = (birthDate: string, age: number): string =>
  DateTime.fromISO(birthDate, { zone: 'utc' }).plus({ years: age }).toFormat('yyyy-MM-dd');

/** Returns the date from which somebody is too old for a category; undefined when that never comes or is unknown. */
export const agesOutOn = (
  { categories }: Pick<PatronsPolicy, 'categories'>,
  category: string,
  birthDate: string | undefined,
): string | undefined => {
  const untilAge = own(categories, category)?.untilAge;
  return untilAge === undefined || birthDate === undefined ? undefined : birthday(birthDate, untilAge);
};

/** Returns the category of somebody on a date: the one given, or the next one by age. */
export const categoryOn = (
  policy: Pick<PatronsPolicy, 'categories'>,
  category: string,
  birthDate: string | undefined,
  day: string,
): string => {
  const until = agesOutOn(policy, category, birthDate);
  const becomes = own(policy.categories, category)?.becomes;
  if (until === undefined || becomes === undefined || day < until) return category;
  // No adopted category becomes itself again indirectly: ages only rise.
  return categoryOn(policy, becomes, birthDate, day);
};

const ageRefusal = (
  { categories }: PatronsPolicy,
  category: string,
  birthDate: string | undefined,
  today: string,
): DescriptionRefusal[] => {
  const { fromAge, untilAge } = own(categories, category) ?? {};
  if (fromAge === undefined && untilAge === undefined) return [];
  const pointer = birthDate === undefined ? '/body/person/birthDate' : '/body/category';
  if (birthDate === undefined) return [{ code: 'category-age', detail: `${category} goes by age: say it.`, pointer }];
  const early = fromAge !== undefined && today < birthday(birthDate, fromAge);
  const late = untilAge !== undefined && today >= birthday(birthDate, untilAge);
  const range = `${fromAge ?? 0} up to ${untilAge ?? 'any age'}`;
  return early || late ? [{ code: 'category-age', detail: `${category} is from ${range}.`, pointer }] : [];
};

type Described = {
  category: string;
  birthDate: string | undefined;
  expiresOn?: string | undefined;
  classes?: Record<string, string> | undefined;
  residence?: string | undefined;
};

/** Returns why a place of residence is refused: the consortium keeps a list, and it is not on it. */
export const refusedResidence = (
  { residences }: PatronsPolicy,
  residence: string | undefined,
): { code: 'residence-unknown'; detail: string; pointer: string }[] => {
  const known = Object.keys(residences);
  if (residence === undefined || known.length === 0 || known.includes(residence)) return [];
  return [{ code: 'residence-unknown', detail: 'No such place of residence.', pointer: '/body/residence' }];
};

/**
 * Returns the reasons against a description of a patron on a date, all at once: a category, statistical class or place of residence that
 * the consortium does not have (where it adopted a list), an age outside the category's limits, an expired card.
 */
export const refusedDescription = (
  policy: PatronsPolicy,
  { category, birthDate, expiresOn, classes = {}, residence }: Described,
  today: string,
): DescriptionRefusal[] => {
  const [known, listed] = [Object.keys(policy.categories), Object.keys(policy.classes)];
  const wrong = Object.entries(classes).filter(([name, code]) => !own(policy.classes, name)?.includes(code));
  return [
    ...(known.length === 0 || known.includes(category)
      ? []
      : [{ code: 'category-unknown' as const, detail: `There are ${known.join(', ')}.`, pointer: '/body/category' }]),
    ...ageRefusal(policy, category, birthDate, today),
    ...refusedResidence(policy, residence),
    ...(expiresOn === undefined || expiresOn >= today
      ? []
      : [{ code: 'expired-already' as const, detail: `${expiresOn} is over.`, pointer: '/body/expiresOn' }]),
    ...(listed.length === 0 ? [] : wrong).map(([name]) => ({
      code: 'class-unknown' as const,
      detail: `${name}: ${own(policy.classes, name)?.join(', ') ?? 'no such class'}.`,
      pointer: `/body/classes/${name}`,
    })),
  ];
};

/** Returns the last day of validity of a card that is issued today, when the desk gives none: a term of its category. */
export const firstTerm = (policy: PatronsPolicy, category: string, today: string): string =>
  DateTime.fromISO(today, { zone: 'utc' })
    .plus({ months: termOf(policy, category) })
    .toFormat('yyyy-MM-dd');
