import type { StatementLanguage } from '../../statements/files/statement-texts.ts';
import type { AccountLine } from '../account-line.ts';
import type { AccountStatement, accountColumns } from '../account-statement.ts';

/** The texts of a printed statement of account, with the same wording as in the web app. */
export type AccountTexts = {
  title: string;
  opening: string;
  closing: string;
  booked: string;
  value: string;
  due: string;
  open: string;
  balance: string;
  amount: string;
  nothing: string;
  disputed: string;
  columns: Record<(typeof accountColumns)[number], string>;
  kinds: Record<AccountLine['kind'], string>;
  ages: Record<keyof AccountStatement['ageing'], string>;
};

export const accountTexts: Record<StatementLanguage, AccountTexts> = {
  eng: {
    ...{ title: 'Statement of account', opening: 'Opening balance', closing: 'Closing balance' },
    ...{ booked: 'Booked', value: 'Value date', due: 'To be paid by', open: 'Open', balance: 'Balance' },
    ...{ amount: 'Amount', nothing: 'Nothing was billed or paid yet.', disputed: 'disputed' },
    columns: {
      ...{ dues: 'Dues', charges: 'Other charges', creditNotes: 'Credit notes', payments: 'Payments' },
      ...{ prepayments: 'Prepayments', reversals: 'Payments taken back', payouts: 'Paid out' },
    },
    kinds: {
      ...{ invoice: 'Invoice', 'credit-note': 'Credit note', payment: 'Payment' },
      ...{ reversal: 'Payment taken back', payout: 'Credit paid out' },
    },
    ages: {
      ...{ notDue: 'Not due yet', upTo30: '1 to 30 days', upTo60: '31 to 60 days', upTo90: '61 to 90 days' },
      ...{ over90: 'More than 90 days', inCredit: 'In credit' },
    },
  },
  spa: {
    ...{ title: 'Estado de cuenta', opening: 'Saldo inicial', closing: 'Saldo final' },
    ...{ booked: 'Contabilizado', value: 'Fecha valor', due: 'A pagar hasta', open: 'Pendiente', balance: 'Saldo' },
    ...{ amount: 'Importe', nothing: 'Aún no se ha facturado ni pagado nada.', disputed: 'en disputa' },
    columns: {
      ...{ dues: 'Cuotas', charges: 'Otros cargos', creditNotes: 'Notas de crédito', payments: 'Pagos' },
      ...{ prepayments: 'Pagos anticipados', reversals: 'Pagos anulados', payouts: 'Reembolsado' },
    },
    kinds: {
      ...{ invoice: 'Factura', 'credit-note': 'Nota de crédito', payment: 'Pago' },
      ...{ reversal: 'Pago anulado', payout: 'Saldo reembolsado' },
    },
    ages: {
      ...{ notDue: 'Aún no vencido', upTo30: '1 a 30 días', upTo60: '31 a 60 días', upTo90: '61 a 90 días' },
      ...{ over90: 'Más de 90 días', inCredit: 'A favor' },
    },
  },
};
