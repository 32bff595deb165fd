import type { Reason } from './concord-api.ts';

type Language = 'en' | 'es';

/** Screen messages by the code of a refusal, short enough for the display of a self-check. */
const texts: Record<string, Record<Language, string>> = {
  unreachable: {
    en: 'The library system cannot be reached. Please ask staff.',
    es: 'No hay conexión con el sistema. Consulte al personal.',
  },
  'unknown-patron': { en: 'Card not found. Please ask staff.', es: 'Carné no encontrado. Consulte al personal.' },
  'card-replaced': { en: 'This card was replaced. Use the new one.', es: 'Este carné se ha sustituido. Use el nuevo.' },
  'card-shared': {
    en: 'Two libraries issued this card number. Please ask staff.',
    es: 'Dos bibliotecas usan este número. Consulte al personal.',
  },
  'card-expired': { en: 'The card has expired. Please ask staff.', es: 'El carné ha caducado. Consulte al personal.' },
  'patron-blocked': { en: 'The account is blocked. Please ask staff.', es: 'Cuenta bloqueada. Consulte al personal.' },
  'owed-over-limit': { en: 'Please pay your fees first.', es: 'Pague primero sus cargos.' },
  'too-many-loans': { en: 'You have as many loans as allowed.', es: 'Ha alcanzado el máximo de préstamos.' },
  'too-many-in-group': {
    en: 'You have as many loans of this kind as allowed.',
    es: 'Ha alcanzado el máximo de préstamos de este tipo.',
  },
  'too-many-overdue': { en: 'Please return overdue items first.', es: 'Devuelva primero los préstamos vencidos.' },
  'too-many-holds': { en: 'You have as many holds as allowed.', es: 'Ha alcanzado el máximo de reservas.' },
  'unknown-item': { en: 'Item not found. Please ask staff.', es: 'Ejemplar no encontrado. Consulte al personal.' },
  'item-on-loan': { en: 'The item is checked out to somebody else.', es: 'El ejemplar está prestado a otra persona.' },
  'already-lent-to-patron': { en: 'You have this item already.', es: 'Ya tiene este ejemplar.' },
  'item-held-for-another': { en: 'The item is on hold for another patron.', es: 'Reservado para otra persona.' },
  'item-paged-for-another': { en: 'The item is on hold for another patron.', es: 'Reservado para otra persona.' },
  'others-wait': { en: 'Another patron waits for this item.', es: 'Otra persona espera este ejemplar.' },
  'hold-waiting': { en: 'Another patron waits for this item.', es: 'Otra persona espera este ejemplar.' },
  'not-lendable': { en: 'This item is not for loan. Please ask staff.', es: 'No se presta. Consulte al personal.' },
  'item-not-circulating': {
    en: 'This item cannot be lent. Please ask staff.',
    es: 'Este ejemplar no se presta. Consulte al personal.',
  },
  'renewals-used-up': { en: 'It was renewed as often as allowed.', es: 'No admite más renovaciones.' },
  'renewal-not-longer': { en: 'A renewal now would not extend the loan.', es: 'Renovar ahora no ampliaría el plazo.' },
  'not-on-loan': { en: 'The item is not checked out.', es: 'El ejemplar no está prestado.' },
  'already-requested': { en: 'You have a hold on this already.', es: 'Ya lo tiene reservado.' },
  'consortium-loan': {
    en: 'No copy is free. Request it on the library’s web site.',
    es: 'No hay ejemplares libres. Solicítelo en la web.',
  },
  'subscription-unpaid': { en: 'Please pay your membership first.', es: 'Pague primero su cuota de socio.' },
  'dependants-owe': { en: 'Fees of your family are open.', es: 'Hay cargos pendientes de su familia.' },
  'item-not-ready': { en: 'This item is not ready for loan yet.', es: 'Este ejemplar aún no se presta.' },
  'library-use-only': { en: 'This item is for use in the library.', es: 'Solo para uso en la biblioteca.' },
  'request-only': { en: 'Please request this item first.', es: 'Pida antes este ejemplar.' },
  'only-on-request': {
    en: 'Please request it on the library’s web site.',
    es: 'Solicítelo en la web de la biblioteca.',
  },
  'lent-between-libraries': { en: 'Please return this item at the desk.', es: 'Devuélvalo en el mostrador.' },
  'lender-decides': { en: 'The lending library decides. Ask staff.', es: 'Decide la biblioteca prestamista.' },
  'loan-recalled': { en: 'The item was recalled. Please return it.', es: 'Ejemplar reclamado. Devuélvalo.' },
  'loan-lost': {
    en: 'The item is recorded as lost. Please ask staff.',
    es: 'Consta como perdido. Consulte al personal.',
  },
  'pickup-not-allowed': { en: 'This branch is no pickup place.', es: 'En esta sede no se recogen reservas.' },
  'local-copy-available': { en: 'A copy is on the shelf here.', es: 'Hay un ejemplar en el estante.' },
  'no-holdable-copy': { en: 'No copy of it can be placed on hold.', es: 'No se puede reservar.' },
  'hold-on-shelf': { en: 'It is ready for pickup already.', es: 'Ya está listo para recoger.' },
  'hold-over': { en: 'This hold has ended.', es: 'Esta reserva ha terminado.' },
  'item-damaged': { en: 'Please hand the item to staff.', es: 'Entregue el ejemplar al personal.' },
  'wrong-pin': { en: 'The PIN is wrong.', es: 'El PIN no es correcto.' },
  'more-than-open': { en: 'The amount is more than is owed.', es: 'El importe supera la deuda.' },
  'unknown-bill': { en: 'No fee is open.', es: 'No hay cargos pendientes.' },
  'bad-amount': { en: 'The amount is not valid.', es: 'El importe no es válido.' },
  'other-currency': { en: 'The currency is not the one of the fees.', es: 'La moneda no es la de los cargos.' },
  'not-supported': { en: 'This library does not offer that here.', es: 'No disponible en este equipo.' },
};

const askStaff: Record<Language, string> = { en: 'Please ask staff.', es: 'Consulte al personal.' };

/**
 * Returns one line for each reason. A reason without a text of its own sends the patron to staff: its detail is written for staff, in
 * English, and may name amounts that the bystanders of a self-check are not to read.
 */
export const screenMessages = (reasons: readonly Pick<Reason, 'code'>[], language: Language): string[] => [
  ...new Set(reasons.map(({ code }) => (texts[code] ?? askStaff)[language])),
];

/** Returns the lines of warnings after an act that was done; those that concern staff only have none. */
export const warningMessages = (warnings: readonly string[], language: Language): string[] => [
  ...new Set(warnings.flatMap((code) => texts[code]?.[language] ?? [])),
];
