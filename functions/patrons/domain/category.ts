import { DateTime } from 'luxon';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { termOf } from './card-term.ts';

/** Why a patron is not described so. */
export type DescriptionRefusal = {
  code: 'category-unknown' | 'category-age' | 'expired-already' | 'class-unknown';
  detail: string;
  pointer: string;
};

const own = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The day on which somebody born on a day reaches an age; who is born on 29 February does on the 28th where there is none. */
const birthday = (birthDate: string, age: number): string =>
  DateTime.fromISO(birthDate, { zone: 'utc' }).plus({ years: age }).toFormat('yyyy-MM-dd');

/** The day from which on somebody is no longer of a category, by age; nothing when that never comes or nobody knows. */
export const agesOutOn = (
  { categories }: Pick<PatronsPolicy, 'categories'>,
  category: string,
  birthDate: string | undefined,
): string | undefined => {
  const untilAge = own(categories, category)?.untilAge;
  return untilAge === undefined || birthDate === undefined ? undefined : birthday(birthDate, untilAge);
};

/** The category that somebody has on a day: the one given, or what its age made of it by then. */
export const categoryOn = (
  policy: Pick<PatronsPolicy, 'categories'>,
  category: string,
  birthDate: string | undefined,
  day: string,
): string => {
  const until = agesOutOn(policy, category, birthDate);
  const becomes = own(policy.categories, category)?.becomes;
  if (until === undefined || becomes === undefined || day < until) return category;
  // A category that becomes itself again at some remove was not adopted: ages only rise.
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
};

/**
 * What speaks against describing a patron so on a day, every reason at once: a category or statistical class that the
 * consortium does not have (where it adopted a list), an age that is not the category's, a card whose last good day is over.
 */
export const refusedDescription = (
  policy: PatronsPolicy,
  { category, birthDate, expiresOn, classes = {} }: Described,
  today: string,
): DescriptionRefusal[] => {
  const [known, listed] = [Object.keys(policy.categories), Object.keys(policy.classes)];
  const wrong = Object.entries(classes).filter(([name, code]) => !own(policy.classes, name)?.includes(code));
  return [
    ...(known.length === 0 || known.includes(category)
      ? []
      : [{ code: 'category-unknown' as const, detail: `There are ${known.join(', ')}.`, pointer: '/body/category' }]),
    ...ageRefusal(policy, category, birthDate, today),
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

/** The last good day of a card that is given today, when the desk says none: a term of its category. */
export const firstTerm = (policy: PatronsPolicy, category: string, today: string): string =>
  DateTime.fromISO(today, { zone: 'utc' })
    .plus({ months: termOf(policy, category) })
    .toFormat('yyyy-MM-dd');
