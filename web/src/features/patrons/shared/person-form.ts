import type { operations } from '../../../api/current-user.ts';
import { today } from '../../../components/days.ts';

type Registration = operations['patrons-register-patron']['requestBody']['content']['application/json'];
export type Person = Registration['person'];
type Phone = NonNullable<Person['phones']>[number];

export const phoneLabels: Phone['label'][] = ['mobile', 'home', 'work', 'other'];
export const channels = ['email', 'sms', 'post', 'phone'] as const;
export type Channel = (typeof channels)[number];

const noPhone: Phone = { number: '', label: 'mobile' };

/** A person as typed into a form: every field a text. */
export type PersonEntry = {
  family: string;
  given: string;
  usedFamily: string;
  usedGiven: string;
  birthDate: string;
  email: string;
  phones: [Phone, Phone];
  lines: string;
  locality: string;
  region: string;
  postalCode: string;
  country: string;
  language: string;
};

/** Returns the fields of a form for a person; empty without one. */
export const entryOf = (person?: Person): PersonEntry => ({
  family: person?.name.family ?? '',
  given: person?.name.given ?? '',
  usedFamily: person?.usedName?.family ?? '',
  usedGiven: person?.usedName?.given ?? '',
  birthDate: person?.birthDate ?? '',
  email: person?.email ?? '',
  phones: [person?.phones?.[0] ?? noPhone, person?.phones?.[1] ?? noPhone],
  lines: person?.address?.lines.join('\n') ?? '',
  locality: person?.address?.locality ?? '',
  region: person?.address?.region ?? '',
  postalCode: person?.address?.postalCode ?? '',
  country: person?.address?.country ?? '',
  language: person?.language ?? '',
});

/** Whether an address has a part that is saved only with a street or a town. */
export const lacksTown = ({ lines, region, postalCode, country }: PersonEntry): boolean =>
  lines.trim() === '' && [region, postalCode, country].some((part) => part.trim() !== '');

const addressIn = ({ lines, locality, region, postalCode, country }: PersonEntry): Pick<Person, 'address'> => {
  const street = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  // An address without a street is written by its town alone.
  const all = street.length > 0 ? street : [locality].filter(Boolean);
  if (all.length === 0) return {};
  return {
    address: {
      lines: all,
      ...(street.length > 0 && locality && { locality }),
      ...(region && { region }),
      ...(postalCode && { postalCode }),
      ...(country && { country: country.toUpperCase() }),
    },
  };
};

/** Returns the person of a form as the API takes it: fields that are empty are left out. What is too short or too long is for the API to refuse. */
export const personOf = (typed: PersonEntry): Person => {
  const entry = { ...typed, family: typed.family.trim(), given: typed.given.trim() };
  const { family, given, birthDate, email, language } = entry;
  const phones = entry.phones.filter(({ number }) => number.trim() !== '');
  const isCalled = entry.usedFamily !== '' || entry.usedGiven !== '';
  const called = { family: entry.usedFamily || family, ...(entry.usedGiven && { given: entry.usedGiven }) };
  return {
    name: { family, ...(given && { given }) },
    ...(isCalled && { usedName: called }),
    ...(birthDate && { birthDate }),
    ...(email && { email: email.trim() }),
    ...(phones.length > 0 && { phones }),
    ...addressIn(entry),
    ...(language && { language }),
  };
};

/** Returns the age on a day of somebody born on another; undefined when the birth date is unknown. */
export const ageOf = (birthDate: string, on = today()): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
