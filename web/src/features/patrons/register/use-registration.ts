import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { type FoundPatron, findPatrons } from '../search/use-patron-search.ts';
import type { Person } from '../shared/person-form.ts';

export type Registration = operations['patrons-register-patron']['requestBody']['content']['application/json'];

const LONGEST_TEXT = 100;
// A shorter number is searched for as the end of a card.
const FEWEST_DIGITS = 6;
const digitsOf = (number: string): number => number.match(/\d/g)?.length ?? 0;

/** Returns the texts by which the same person may be known already: the name, with a birth date where it is known, e-mail, phones. */
const likenessesOf = ({ name, birthDate, email, phones = [] }: Person): string[] =>
  [
    // A family name alone would find too many.
    ...((name.given ?? birthDate)
      ? [[`${[name.family, name.given].filter(Boolean).join(', ')}`, birthDate].filter(Boolean).join(' ')]
      : []),
    ...(email === undefined ? [] : [email]),
    ...phones.map(({ number }) => number).filter((number) => digitsOf(number) >= FEWEST_DIGITS),
  ].map((text) => text.slice(0, LONGEST_TEXT));

/**
 * Finds own patrons who may be the same person. People with another known birth date are others: families share a phone. A search that
 * fails finds nobody, because it must not stop a registration: the record looks for the same person again.
 */
export const findAlike = async (branchId: string, person: Person): Promise<FoundPatron[]> => {
  const pages = await Promise.allSettled(likenessesOf(person).map((text) => findPatrons(branchId, text, 5)));
  const all = pages.flatMap((page) => (page.status === 'fulfilled' ? page.value.patrons : []));
  const alike = all.filter(
    ({ birthDate }) => birthDate === undefined || person.birthDate === undefined || birthDate === person.birthDate,
  );
  return [...new Map(alike.map((patron) => [patron.patronId, patron])).values()];
};

/** Registers a patron. A retry after a lost response registers nobody twice. */
export const useRegistration = (done: (patronId: string) => void) => {
  const tried = useRef<{ given: string; key: string }>(undefined);
  return useMutation({
    mutationFn: (body: Registration) => {
      const given = JSON.stringify(body);
      if (tried.current?.given !== given) tried.current = { given, key: newKey() };
      return take(api.POST('/v1/patrons/registrations', { body, ...keyed(tried.current.key) }));
    },
    onSuccess: ({ patronId }) => done(patronId),
  });
};

/** Finds the patron of a scanned card, to answer for a child. */
export const useGuardian = (branchId: string) =>
  useMutation({
    mutationFn: (card: string) => take(api.POST('/v1/patrons/look-ups', { body: { branchId, card } })),
  });
