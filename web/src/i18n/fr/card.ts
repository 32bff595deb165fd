import type { card as english } from '../en/card.ts';

/** La page de la carte de bibliothèque. */
export const card: Record<keyof typeof english, string> = {
  'card.title': 'Ma carte de bibliothèque',
  'card.until': 'Valable jusqu’au {date}',
  'card.sign-in': 'Connectez-vous pour voir votre carte.',
  'card.store': 'Enregistrer la carte sur cet appareil',
  'card.store-meaning':
    'Elle s’ouvre alors ici sans réseau et sans connexion. Seulement sur un appareil qui vous appartient ; la déconnexion la supprime.',
  'card.stored':
    'La carte est enregistrée sur cet appareil : elle s’ouvre sans réseau. Ajoutez cette page à l’écran d’accueil de votre téléphone pour l’ouvrir comme une application.',
  'card.remove': 'Supprimer la carte de cet appareil',
  'card.to-apple': 'Ajouter à Apple Wallet',
  'card.to-google': 'Ajouter à Google Wallet',
  'card.google-meaning': 'Google reçoit votre nom, votre bibliothèque et le numéro de la carte.',
  'problem.wallet-not-offered': 'Votre consortium ne propose pas de carte pour ce portefeuille.',
};
