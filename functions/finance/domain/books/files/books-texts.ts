import type { StatementLanguage } from '../../statements/files/statement-texts.ts';
import type { BooksAccount } from '../chart.ts';

/** The columns of the files of the books. */
export const booksColumns = [
  ...(['account_code', 'account', 'title', 'opening', 'debit', 'credit', 'closing', 'currency'] as const),
  ...(['entry', 'date', 'period', 'text', 'member', 'reference'] as const),
  ...(['not_due', 'up_to_30', 'up_to_60', 'up_to_90', 'over_90', 'in_credit', 'total'] as const),
];
export type BooksColumn = (typeof booksColumns)[number];

/** The texts of the files of the books, with the same wording as in the web app. */
export type BooksTexts = {
  balance: string;
  receivables: string;
  journal: string;
  sum: string;
  accounts: Record<BooksAccount, string>;
  columns: Record<BooksColumn, string>;
};

export const booksTexts: Record<StatementLanguage, BooksTexts> = {
  eng: {
    ...{ balance: 'Trial balance', receivables: 'Receivables', journal: 'Journal', sum: 'Total' },
    accounts: {
      ...{ bank: 'Bank', receivables: 'Owed by members', 'accrued-revenue': 'Revenue not billed yet' },
      ...{ clearing: 'Passed on between members', suppliers: 'Owed to suppliers', tax: 'Tax charged to members' },
      ...{ surplus: 'Surplus of earlier years', 'revenue-dues': 'Dues', 'revenue-platform': 'Platform cost charged' },
      ...{ 'revenue-corrections': 'Corrections and credits', 'revenue-grants': 'Grants', 'cost-cloud': 'Cloud (AWS)' },
      'revenue-services': 'One-off services',
      ...{ 'cost-people': 'People', 'cost-support': 'Support', 'cost-courier': 'Courier' },
      ...{ 'cost-e-resources': 'E-resources', 'cost-training': 'Training', 'cost-reserve': 'Reserve' },
      ...{ 'cost-other': 'Other costs', 'revenue-interest': 'Interest', 'cost-bank': 'Bank fees and interest' },
    },
    columns: {
      ...{ account_code: 'Account', account: 'Key', title: 'Title', opening: 'Opening balance', debit: 'Debit' },
      ...{ credit: 'Credit', closing: 'Closing balance', currency: 'Currency', entry: 'Entry', date: 'Date' },
      ...{ period: 'Month of the service', text: 'Text', member: 'Member', reference: 'Reference' },
      ...{ not_due: 'Not due yet', up_to_30: '1 to 30 days', up_to_60: '31 to 60 days', up_to_90: '61 to 90 days' },
      ...{ over_90: 'More than 90 days', in_credit: 'In credit', total: 'Total' },
    },
  },
  spa: {
    ...{ balance: 'Balance de comprobación', receivables: 'Por cobrar', journal: 'Diario', sum: 'Total' },
    accounts: {
      ...{ bank: 'Banco', receivables: 'Adeudado por los miembros', 'accrued-revenue': 'Ingresos aún no facturados' },
      ...{ clearing: 'Trasladado entre miembros', suppliers: 'Adeudado a proveedores', tax: 'Impuesto repercutido' },
      ...{ surplus: 'Superávit de años anteriores', 'revenue-dues': 'Cuotas' },
      ...{ 'revenue-platform': 'Coste de la plataforma facturado', 'revenue-corrections': 'Correcciones y créditos' },
      'revenue-services': 'Servicios puntuales',
      ...{ 'revenue-grants': 'Subvenciones', 'cost-cloud': 'Nube (AWS)', 'cost-people': 'Personal' },
      ...{ 'cost-support': 'Soporte', 'cost-courier': 'Mensajería', 'cost-e-resources': 'Recursos electrónicos' },
      ...{ 'cost-training': 'Formación', 'cost-reserve': 'Reserva', 'cost-other': 'Otros costes' },
      ...{ 'revenue-interest': 'Intereses', 'cost-bank': 'Comisiones e intereses del banco' },
    },
    columns: {
      ...{ account_code: 'Cuenta', account: 'Clave', title: 'Título', opening: 'Saldo inicial', debit: 'Debe' },
      ...{ credit: 'Haber', closing: 'Saldo final', currency: 'Moneda', entry: 'Asiento', date: 'Fecha' },
      ...{ period: 'Mes del servicio', text: 'Texto', member: 'Miembro', reference: 'Referencia' },
      ...{ not_due: 'Aún no vencido', up_to_30: '1 a 30 días', up_to_60: '31 a 60 días', up_to_90: '61 a 90 días' },
      ...{ over_90: 'Más de 90 días', in_credit: 'A favor', total: 'Total' },
    },
  },
};
