import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { type Billing, UNNAMED_ISSUER } from '../statements/billing-policy.ts';
import { amountText, dayText } from '../statements/files/formats.ts';
import type { Buyer } from '../statements/parties.ts';
import { type OverdueInvoice, remindable } from './overdue-invoices.ts';
import type { ReminderLanguage } from './reminder.ts';

type Texts = {
  subject: (level: number, invoice: string, issuer: string) => string;
  /** The sentence of each level. */
  levels: readonly [string, string, string];
  invoice: string;
  dueOn: string;
  toPay: string;
  disputed: string;
  payTo: string;
  reference: string;
  account: string;
  crossed: string;
};

const texts: Record<ReminderLanguage, Texts> = {
  eng: {
    subject: (level, invoice, issuer) => `Reminder ${level}: invoice ${invoice} of ${issuer}`,
    levels: [
      'This invoice is due, and we have not received its payment yet.',
      'This invoice is still open. Please pay it, or tell us why you do not.',
      'This invoice is open in spite of two reminders. Please pay it now, or contact us.',
    ],
    ...{ invoice: 'Invoice', dueOn: 'Due on', toPay: 'To be paid', disputed: 'In dispute, not asked for here' },
    ...{ payTo: 'Pay to', reference: 'Reference', account: 'The account' },
    crossed: 'If you have paid it in the last days, you need to do nothing.',
  },
  spa: {
    subject: (level, invoice, issuer) => `Recordatorio ${level}: factura ${invoice} de ${issuer}`,
    levels: [
      'Esta factura ha vencido y aún no hemos recibido su pago.',
      'Esta factura sigue pendiente. Le rogamos que la pague o que nos indique por qué no lo hace.',
      'Esta factura sigue pendiente a pesar de dos recordatorios. Páguela ahora o póngase en contacto con nosotros.',
    ],
    ...{ invoice: 'Factura', dueOn: 'Vencimiento', toPay: 'Importe a pagar' },
    ...{ disputed: 'En disputa, no se reclama aquí', payTo: 'Pagar a', reference: 'Referencia', account: 'La cuenta' },
    crossed: 'Si la ha pagado en los últimos días, no tiene que hacer nada.',
  },
};

/** The party that a reminder is sent to, and the address of the site where the deployment has one. */
export type ReminderTo = { buyer: Pick<Buyer, 'name' | 'memberId'>; memberName: string; site: string | undefined };

/** Returns a reminder of an invoice as an e-mail, in the language of the rules: what is to be paid, until when it was due, and to which account. */
export const reminderEmail = (
  { issuer = UNNAMED_ISSUER, seller, reminders }: Pick<Billing, 'issuer' | 'seller' | 'reminders'>,
  invoice: OverdueInvoice,
  level: number,
  { buyer, memberName, site }: ReminderTo,
): { subject: string; text: string } => {
  const { language, levels } = reminders;
  const t = texts[language];
  const money = (amount: number): string =>
    `${amountText(amount, decimalsOf(invoice.currency), language)} ${invoice.currency}`;
  const bank = [seller?.iban ?? seller?.account, seller?.bic, seller?.bank].filter((one) => one !== undefined);
  const lines = [
    buyer.name ?? memberName,
    '',
    levels[level - 1]?.text ?? t.levels[level - 1] ?? t.levels[2],
    '',
    `${t.invoice}: ${invoice.invoice}`,
    `${t.dueOn}: ${dayText(invoice.dueOn, language)}`,
    `${t.toPay}: ${money(remindable(invoice))}`,
    ...(invoice.disputed > 0 ? [`${t.disputed}: ${money(invoice.disputed)}`] : []),
    ...(bank.length > 0 ? [`${t.payTo}: ${bank.join(', ')}`, `${t.reference}: ${invoice.invoice}`] : []),
    ...(site === undefined ? [] : [`${t.account}: ${site}/accounts/${buyer.memberId}`]),
    '',
    t.crossed,
    '',
    issuer,
    '',
  ];
  return { subject: t.subject(level, invoice.invoice, issuer), text: lines.join('\n') };
};
