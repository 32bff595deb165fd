import type { signUp as english } from '../en/sign-up.ts';

/** Obtenir une carte soi-même, et un nouveau code PIN par courriel. */
export const signUp: Record<keyof typeof english, string> = {
  'sign-up.title': 'Obtenir une carte de bibliothèque',
  'sign-up.meaning':
    'Vous recevez tout de suite une carte provisoire. Présentez un justificatif d’identité sur place, et elle devient une carte complète.',
  'sign-up.given': 'Prénom',
  'sign-up.family': 'Nom',
  'sign-up.birthDate': 'Date de naissance',
  'sign-up.email': 'Courriel',
  'sign-up.usedGiven': 'Prénom d’usage, s’il est différent',
  'sign-up.phone': 'Téléphone mobile',
  'sign-up.lines': 'Numéro et rue',
  'sign-up.locality': 'Ville',
  'sign-up.region': 'Région ou province',
  'sign-up.postalCode': 'Code postal',
  'sign-up.residence': 'Lieu de résidence',
  'sign-up.mayEmail': 'La bibliothèque peut m’écrire par courriel au sujet de ses services',
  'sign-up.homeBranch': 'Site que vous fréquenterez',
  'sign-up.ask': 'Envoyez-moi un code',
  'sign-up.sent':
    'Un code vous est envoyé, si l’adresse est juste. Il est valable {minutes, plural, one {une minute} other {# minutes}}.',
  'sign-up.code': 'Code reçu par courriel',
  'sign-up.pin': 'Code PIN souhaité',
  'sign-up.pin-hint': 'De {shortest} à {longest} chiffres, difficiles à deviner : ni date de naissance, ni année.',
  'sign-up.confirm': 'Obtenir la carte',
  'sign-up.again': 'Demander un autre code',
  'sign-up.done': 'Votre carte provisoire',
  'sign-up.until':
    'Elle est valable jusqu’au {date}. Ensuite vos données sont effacées, sauf si vous êtes passé à un guichet.',
  'sign-up.may-borrow': 'Elle permet d’emprunter dans les limites des cartes provisoires.',
  'sign-up.may-not-borrow': 'Elle permet de se connecter. Pour emprunter, passez à un guichet.',
  'sign-up.closed': 'Les cartes sont délivrées aux guichets. Venez dans un site avec un justificatif d’identité.',
  'forgotten-pin.title': 'Choisir un nouveau code PIN',
  'forgotten-pin.meaning':
    'Un code est envoyé à l’adresse électronique que votre bibliothèque connaît. Il vous permet de choisir un nouveau code PIN ; un blocage prend alors fin.',
  'forgotten-pin.sent':
    'Un code est envoyé, si la carte est juste et si votre bibliothèque connaît votre adresse. Il est valable {minutes, plural, one {une minute} other {# minutes}}. Un code reçu peu avant reste valable aussi.',
  'forgotten-pin.set': 'Enregistrer le code PIN',
  'forgotten-pin.done': 'Le nouveau code PIN est enregistré.',
};
