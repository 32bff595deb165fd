import type { patrons as english } from '../en/patrons.ts';

/** Les champs de la demande de carte. */
export const patrons: Partial<Record<keyof typeof english, string>> = {
  'person.birthDate': 'Date de naissance',
  'person.email': 'Courriel',
};
