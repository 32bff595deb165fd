import type { trust as english } from '../en/trust.ts';

/** Ce qui est mesuré, conservé et pas encore possible, pour ceux qui décident au sujet de Concord. */
export const trust: Record<keyof typeof english, string> = {
  'trust.title': 'Pourquoi s’y fier',
  'trust.lead':
    'Ce qu’une bibliothèque demande avant d’adhérer, avec les réponses du logiciel lui-même. Les chiffres proviennent de ses derniers essais.',
  'trust.documents': 'Assistance, sécurité et licences',
  'trust-document.support': 'Où demander de l’aide (en anglais)',
  'trust-document.security': 'Comment signaler une vulnérabilité, et ce qui protège une installation (en anglais)',
  'trust-document.third-party-notices': 'Logiciels de tiers et leurs licences (en anglais)',
  'trust.measured': 'Mesuré',
  'trust.pages': 'pages vérifiées pour l’accessibilité, chacune en deux largeurs',
  'trust.rules': 'règles des WCAG 2.2 AA vérifiées, {failed, plural, =0 {aucune} other {#}} non respectées',
  'trust.fields': 'types de données conservées avec une finalité et une durée',
  'trust.limits': 'limites connues, énumérées ci-dessous',
  'trust.by-axe': 'Par axe sur chaque page ; le rapport énumère ce qu’il ne peut pas juger.',
  'trust.by-table': 'Produit à partir de la table des clés ; un essai efface un usager et cherche ce qui reste.',
  'trust.patrons': 'Ce qui est conservé sur les usagers',
  'trust.staff': 'Ce qui est conservé sur le personnel',
  'trust.what': 'Quoi',
  'trust.why': 'Pourquoi',
  'trust.period': 'Combien de temps',
  'trust.who': 'Qui le voit',
  'trust.back': 'Si quelque chose est perdu',
  'trust.back-text':
    'La table peut être restaurée à tout instant des 35 derniers jours. Les effacements effectués depuis sont répétés, et les accès retirés le sont de nouveau. Un exercice de la restauration entière, avec chacune de ces étapes, est une seule commande pour l’informatique de la bibliothèque (npm run prove:restore).',
  'trust.away': 'Ce qui sort de Concord',
  'trust.away-text':
    'Les lignes du journal nomment des opérations et des bibliothèques, jamais un usager. Les webhooks et les statistiques ne contiennent aucune personne. Un prestataire de paiement reçoit un montant et un numéro. Le navigateur n’envoie aucune requête à des tiers.',
  'trust.leave': 'Partir',
  'trust.leave-text':
    'Un usager exporte toutes ses données et demande leur effacement dans Mon compte ; une bibliothèque exporte ses notices, exemplaires, usagers et relevés.',
  'trust.known-limits': 'Limites connues',
  'trust.cost': 'Ce que cela coûterait',
  'trust.reliability': 'Fiabilité de ce système',
  'trust.example': 'Exemple de la démonstration, non mesuré',
  'trust.no-check': 'Aucun contrôle du site n’est enregistré.',
  'trust.answered':
    '{passed, number} contrôles sur {checks, number}, un par heure, depuis le {since} ont eu une réponse',
  'trust.not-made':
    '{missing, plural, =0 {Aucun contrôle n’a manqué.} one {Un contrôle n’a pas été fait : de cette heure, rien n’est connu.} other {# contrôles n’ont pas été faits : de ces heures, rien n’est connu.}}',
  'trust.no-rehearsal': 'Aucun exercice de restauration n’est enregistré.',
  'trust.rehearsed':
    'pour le dernier exercice de restauration, le {day} : {compared, plural, one {# ligne a été comparée} other {# lignes ont été comparées}}',
  'trust.changed':
    '{changed, plural, =0 {Aucune ne diffère} one {Une diffère} other {# diffèrent}} de la table utilisée, qui continue de changer après le moment restauré ({moment}).',
  'trust.days': 'Jours où un contrôle a échoué ou n’a pas été fait',
  'trust.day': 'Jour (UTC)',
  'trust.passed': 'Avec réponse',
  'trust.failed': 'Échoués',
  'trust.missing': 'Non faits',
  'trust.reliability-how':
    'Chaque heure, le système demande sa propre première page, le contenu de l’accueil et une recherche, par la même adresse que les lecteurs. Les 90 derniers jours comptent. Un exercice restaure la table entière comme une seconde et compare chaque ligne.',
  'trust.conformance': 'Accessibilité : le rapport de conformité',
  'trust.conformance-text':
    'Parmi les critères des WCAG 2.2, niveaux A et AA, {met} sont respectés, {less} le sont en partie, {notMet} ne le sont pas et {absent} concernent ce que le logiciel n’a pas. N’ont pas été évalués les lecteurs d’écran par les personnes qui s’en servent ni la commande vocale. Le rapport entier, avec les règles mesurées pour chaque critère, se trouve dans le logiciel (docs/accessibility.md).',
  'trust.less': 'Respectés en partie',
  'trust-less.2.2.1':
    '2.2.1 Délai réglable : une session se termine après un délai, par sécurité. Ce qui a été saisi reste derrière un dialogue jusqu’à ce que la même personne se reconnecte. Le consortium fixe le délai, pas l’usager.',
  'trust-less.3.1.2':
    '3.1.2 Langue d’un passage : les titres et les notes des notices sont affichés comme ils ont été catalogués, sans leur langue.',
  'trust-what.person': 'Nom, adresse, téléphones, courriel, date de naissance, cartes, consentements',
  'trust-why.person': 'Pour vous identifier et vous contacter',
  'trust-period.person': 'Tant que vous êtes inscrit',
  'trust-who.person':
    'Votre bibliothèque ; le personnel d’autres bibliothèques seulement lorsque vous venez à leur guichet, et vous voyez chaque consultation',
  'trust-what.pin': 'Code PIN, conservé de façon que personne ne puisse le lire',
  'trust-why.pin': 'Pour se connecter',
  'trust-period.pin': 'Jusqu’à ce que vous le changiez',
  'trust-who.pin': 'Personne',
  'trust-what.loans': 'Prêts en cours',
  'trust-why.loans': 'Pour savoir ce que vous avez et quand il faut le rendre',
  'trust-period.loans': 'Jusqu’au retour ; plus longtemps seulement si des frais sont dus',
  'trust-who.loans': 'Le guichet qui vous sert',
  'trust-what.history': 'Historique de lecture',
  'trust-why.history': 'Pour vous-même',
  'trust-period.history': 'Désactivé jusqu’à ce que vous l’activiez ; effacé lorsque vous le désactivez',
  'trust-who.history': 'Vous seul',
  'trust-what.holds': 'Réservations et demandes',
  'trust-why.holds': 'Pour mettre des exemplaires de côté et vous prévenir',
  'trust-period.holds': '30 jours après leur fin',
  'trust-who.holds': 'Les guichets qui les traitent ; les bibliothèques extérieures reçoivent un pseudonyme',
  'trust-what.bills': 'Frais et paiements',
  'trust-why.bills': 'Pour encaisser ce qui est dû',
  'trust-period.bills': 'Tant que vous êtes inscrit, sans le titre une fois le prêt anonymisé',
  'trust-who.bills': 'Votre bibliothèque et celle qui a facturé',
  'trust-what.looks': 'Qui, dans une autre bibliothèque, a ouvert votre dossier',
  'trust-why.looks': 'Pour que vous puissiez le voir',
  'trust-period.looks': 'Tant que vous êtes inscrit',
  'trust-who.looks': 'Vous et votre bibliothèque',
  'trust-what.notes': 'Notes et messages du personnel',
  'trust-why.notes': 'Pour informer le personnel à votre venue',
  'trust-period.notes': 'Jusqu’à leur retrait',
  'trust-who.notes': 'Votre bibliothèque ; vous pouvez les exporter',
  'trust-what.staff': 'Nom, adresse électronique, rôles',
  'trust-why.staff': 'Pour se connecter, et pour indiquer qui a fait quoi',
  'trust-period.staff': 'Permanent : les notices, les règles et l’argent nomment le personnel',
  'trust-who.staff': 'Les collègues ; absent des tickets imprimés sauf décision de la bibliothèque',
  'trust-what.acts': 'Ce que le personnel a modifié, et pourquoi',
  'trust-why.acts': 'Pour les questions et l’annulation',
  'trust-period.acts': 'Aussi longtemps que ce qui est concerné ; le journal d’audit en permanence',
  'trust-who.acts': 'Les administrateurs et les auditeurs ; un usager voit qui a consulté son dossier',
  'trust-limit.account':
    'Concord n’a pas encore été déployé sur un vrai compte AWS. Les piles fonctionnent sur un émulateur, et des essais vérifient sur les modèles ce qu’il ignore.',
  'trust-limit.parts': 'Les licences de ressources électroniques ne sont pas réalisées.',
  'trust-limit.loans':
    'Le prêt entre bibliothèques a été essayé avec un simulateur et avec des messages enregistrés, et avec aucune bibliothèque extérieure.',
  'trust-limit.vendors':
    'Parmi les fournisseurs de livres numériques, ceux qui utilisent OPDS 2 et le protocole Palace sont pris en charge. OverDrive, hoopla et cloudLibrary n’ont pas encore de connexion.',
  'trust-limit.bills':
    'Les relevés et le partage des coûts ont été essayés avec des factures produites pour l’essai, et avec aucune facture d’un vrai compte.',
  'trust-limit.matching':
    'Parmi les paires de notices jugées par des personnes, 97,6 % sont décidées de la même façon. Les éditions de deux pays et les réimpressions sont laissées à un catalogueur.',
};
