import type { problems as english } from '../en/problems.ts';

/** Les messages des codes d’erreur de l’API ; les refus dus aux règles sont dans refusals.ts. */
export const problems: Record<keyof typeof english, string> = {
  'problem.other': 'L’opération n’a pas abouti.',
  'problem.internal-error': 'Une erreur s’est produite de notre côté. Rien n’est perdu ; réessayez dans un instant.',
  'problem.request': 'Si cela persiste, communiquez ce numéro à votre bibliothèque : {id}',
  'problem.no-connection': 'Pas de connexion. Vérifiez le réseau et réessayez.',
  'problem.no-such-operation': 'Cela n’est pas proposé ici. Rechargez la page.',
  'problem.too-large': 'L’envoi est trop volumineux.',
  'problem.too-many-requests': 'Trop de demandes à la fois. Réessayez dans un instant.',
  'problem.try-again': 'Trop de personnes demandent la même chose en ce moment. Réessayez dans un instant.',
  'problem.not-signed-in': 'Veuillez d’abord vous connecter.',
  'problem.token-expired': 'Vous avez été déconnecté après un certain temps. Reconnectez-vous.',
  'problem.token-refused': 'Veuillez vous reconnecter.',
  'problem.not-permitted': 'Votre rôle ne le permet pas ici.',
  'problem.full-sign-in-needed': 'Un badge ou un code à un poste partagé ne suffit pas : connectez-vous entièrement.',
  'problem.not-in-practice': 'La bibliothèque d’entraînement n’a pas cette fonction.',
  'problem.bad-input': 'Une donnée saisie n’est pas correcte :',
  'problem.sign-in-refused': 'Cette carte et ce code PIN ne correspondent pas.',
  'problem.unknown-session': 'Cet appareil est déjà déconnecté.',
  'problem.pin-wrong': 'Le code PIN actuel est différent.',
  'problem.sign-in-locked': 'Trop de codes PIN erronés : cette carte est bloquée ici quelque temps.',
  'problem.code-needed':
    'Trop de codes PIN erronés pour cette carte : choisissez un nouveau code PIN par courriel, ou adressez-vous à un guichet.',
  'problem.too-many-failures': 'Trop d’essais infructueux depuis ce réseau.',
  'problem.unknown-record': 'Cette notice n’existe pas.',
  'problem.not-in-this-form':
    'Cette notice ne peut pas être exportée dans ce format. MARCXML convient à toutes les notices.',
  'problem.unknown-place': 'Cet endroit n’existe pas dans l’index. Commencez par des mots.',
  'problem.card-unknown': 'Aucune bibliothèque du consortium n’a délivré cette carte.',
  'problem.card-replaced': 'Cette carte a été remplacée : demandez la nouvelle.',
  'problem.already-requested': 'Vous attendez déjà ce titre.',
  'problem.already-lent-to-patron': 'L’usager a déjà ce titre.',
  'problem.no-supplier': 'Aucune bibliothèque du consortium ne peut prêter ce titre.',
  'problem.hold-instead': 'Un exemplaire est libre maintenant : faites plutôt une réservation.',
  'problem.only-outside':
    'Seules des bibliothèques hors du consortium peuvent le fournir. Indiquez qu’elles peuvent être sollicitées.',
  'problem.held-in-consortium':
    'Le consortium le possède, et une réservation arrive à temps. Sinon, indiquez la date voulue.',
  'problem.may-be-held':
    'Le catalogue contient « {title} », peut-être le document recherché. Demandez-le, ou indiquez que ce n’est aucun de ceux-ci.',
  'problem.held-by-own-library':
    'Votre bibliothèque l’a en rayon : consultez-le ou copiez-le sur place, ou indiquez qu’il doit être envoyé.',
  'problem.not-in-consortium': 'Aucune bibliothèque du consortium ne le possède, d’après le catalogue.',
  'problem.citation-incomplete':
    'La référence est trop incomplète pour une recherche : remplissez les champs signalés.',
  'problem.cost-in-other-currency': 'Indiquez le montant maximal ou le montant payé dans la monnaie du consortium.',
  'problem.cost-over-maximum': 'Le fournisseur demande {asked} ; la dépense maximale est de {limit}.',
  'problem.not-filled-locally': 'Ni une réservation ni un prêt entre membres ne peut satisfaire cette demande.',
  'problem.in-flight': 'La même opération est déjà en cours. Un instant.',
  'problem.gone': 'Ce compte n’existe plus.',
  'problem.unknown-member': 'Ce membre n’existe pas.',
  'problem.file-missing': 'Le fichier n’est pas arrivé. Réessayez.',
  'problem.file-too-large': 'Le fichier est trop volumineux : réduisez-le.',
  'problem.field': '{field} : la valeur ne convient pas.',
  'problem.bad-cursor': 'La liste a changé. Ouvrez-la de nouveau.',
  'problem.none-in-force':
    'De telles règles ne sont pas encore adoptées : adressez-vous à l’administrateur du consortium.',
};
