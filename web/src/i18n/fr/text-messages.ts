import type { textMessages as english } from '../en/text-messages.ts';

/** Les SMS dans les préférences d’avis. */
export const textMessages: Record<keyof typeof english, string> = {
  'choice.sms': 'Par SMS',
  'choice.sms-consent': 'J’accepte de recevoir des SMS de la bibliothèque à ce numéro',
  'choice.sms-meaning':
    'Quelques-uns par mois, selon vos choix. Votre opérateur peut facturer les messages et les données. Répondez STOP pour y mettre fin, HELP pour obtenir de l’aide.',
  'choice.sms-number': 'Numéro de mobile',
  'choice.sms-instead': 'Ce qui est envoyé par SMS ne l’est pas aussi par courriel ou par courrier postal.',
  'choice.sms-stopped':
    'Les SMS ont pris fin le {date}. Si c’était par une réponse, répondez aussi START au dernier message : votre opérateur les bloque également.',
  'choice.sms-refused': 'Le numéro n’a pas accepté notre SMS le {date}. Vérifiez-le et enregistrez de nouveau.',
  'problem.no-text-messages': 'La bibliothèque n’envoie pas de SMS.',
  'problem.phone-unusable':
    'Ce n’est pas un numéro de mobile complet. Écrivez-le avec son indicatif régional, ou avec + et l’indicatif d’un autre pays.',
};
