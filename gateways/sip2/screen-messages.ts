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
  'wrong-pin': { en: 'The PIN is wrong.', es: 'El PIN no es correcto.' },
  'more-than-open': { en: 'The amount is more than is owed.', es: 'El importe supera la deuda.' },
  'unknown-bill': { en: 'No fee is open.', es: 'No hay cargos pendientes.' },
  'bad-amount': { en: 'The amount is not valid.', es: 'El importe no es válido.' },
  'other-currency': { en: 'The currency is not the one of the fees.', es: 'La moneda no es la de los cargos.' },
  'not-supported': { en: 'This library does not offer that here.', es: 'No disponible en este equipo.' },
};

/** Returns one line for each reason; a reason without a text of its own shows the detail that Concord gave. */
export const screenMessages = (reasons: readonly Reason[], language: Language): string[] => [
  ...new Set(reasons.map(({ code, detail }) => texts[code]?.[language] ?? (detail || code))),
];
