import type { searches as english } from '../en/searches.ts';

/** Les recherches enregistrées d’un usager, et le formulaire qui en enregistre une. */
export const searches: Record<keyof typeof english, string> = {
  'searches.title': 'Recherches enregistrées',
  'searches.meaning':
    'Vous seul les voyez. Une alerte est un courriel qui cite les nouveautés de vos recherches : au plus un courriel par jour.',
  'searches.sign-in': 'Connectez-vous avec votre carte pour voir vos recherches enregistrées.',
  'searches.none': 'Vous n’avez pas encore de recherche enregistrée.',
  'searches.none-hint':
    'Cherchez dans le catalogue, et choisissez « Enregistrer cette recherche » au-dessus des résultats.',
  'searches.made': 'enregistrée le {date}',
  'searches.name': 'Nom de la recherche',
  'searches.save-this': 'Enregistrer cette recherche',
  'searches.save': 'Enregistrer',
  'searches.saved': 'La recherche « {name} » est enregistrée.',
  'searches.alert': 'Courriel sur les nouveautés',
  'searches.alert-of': 'Courriel sur les nouveautés : {name}',
  'searches.alert-meaning':
    'Vous pouvez la modifier, la suspendre ou la supprimer dans Mon compte, sous Recherches enregistrées.',
  'searches.alert-set': '« {name} » : {alert}.',
  'searches.rename': 'Renommer',
  'searches.rename-one': 'Renommer : {name}',
  'searches.renamed': 'La recherche s’appelle maintenant « {name} ».',
  'searches.remove': 'Supprimer',
  'searches.remove-one': 'Supprimer : {name}',
  'searches.remove-sure': 'Supprimer la recherche « {name} » et son alerte ?',
  'searches.removed': 'La recherche « {name} » est supprimée.',
  'search-alert.daily': 'Une fois par jour',
  'search-alert.weekly': 'Une fois par semaine',
  'search-alert.off': 'Aucun (suspendu)',
  'problem.unknown-search': 'Cette recherche n’existe pas, ou n’existe plus.',
  'problem.search-saved': 'Vous avez déjà enregistré cette recherche.',
  'problem.too-many-searches': 'Vous avez le nombre maximal de recherches enregistrées (20). Supprimez-en une d’abord.',
};
