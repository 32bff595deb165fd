import type { form as english } from '../en/form.ts';

/** Les erreurs des champs, trouvées avant l’envoi d’un formulaire. */
export const form: Record<keyof typeof english, string> = {
  'form.missing': 'Remplissez ce champ.',
  'form.too-short': '{bound, plural, one {Au moins # caractère.} other {Au moins # caractères.}}',
  'form.too-long': '{bound, plural, one {Au plus # caractère.} other {Au plus # caractères.}}',
  'form.too-small': 'Au moins {bound}.',
  'form.too-large': 'Au plus {bound}.',
  'form.no-fit': 'Le format n’est pas celui attendu.',
};
