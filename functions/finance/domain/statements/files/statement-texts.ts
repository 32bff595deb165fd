import type { Block } from '../billing-policy.ts';

/** The languages in which statements are printed. */
export const statementLanguages = ['eng', 'spa'] as const;
export type StatementLanguage = (typeof statementLanguages)[number];

/** The texts of a printed statement, besides its own figures. */
export type StatementTexts = {
  statement: string;
  invoice: string;
  corrects: string;
  purchaseOrder: string;
  line: string;
  service: string;
  amount: string;
  shown: string;
  total: string;
  due: string;
  nothingDue: string;
  basis: string;
  synthetic: string;
  issued: string;
  payBy: string;
  currency: string;
  exchange: string;
  taxBase: string;
  blocks: Record<Block, string>;
};

const eng: StatementTexts = {
  statement: 'Statement',
  invoice: 'Invoice or credit note',
  corrects: 'Corrects',
  purchaseOrder: 'Purchase order',
  line: 'Line',
  service: 'From – to',
  amount: 'Amount',
  shown: 'shown only',
  total: 'Total',
  due: 'To be paid',
  nothingDue: 'Nothing is to be paid: all lines are shown only.',
  basis: 'Reckoned by',
  synthetic: 'Made-up use: a demonstration',
  issued: 'Date of issue',
  payBy: 'To be paid by',
  currency: 'Currency',
  exchange: '{amount} {from} at {rate} ({source}, {date})',
  taxBase: '{percent} % of a taxable amount of {base}',
  blocks: {
    direct: 'Platform: own use',
    shared: 'Platform: shared',
    idle: 'Platform: stand-by cost',
    unattributed: 'Platform: not assigned',
    unmetered: 'Platform: billed, not metered',
    dues: 'Dues',
    'between-members': 'Between members',
    credit: 'Credits',
    correction: 'Corrections',
    tax: 'Tax',
  },
};

const spa: StatementTexts = {
  statement: 'Estado',
  invoice: 'Factura o nota de crédito',
  corrects: 'Rectifica',
  purchaseOrder: 'Orden de compra',
  line: 'Concepto',
  service: 'Desde – hasta',
  amount: 'Importe',
  shown: 'solo informativo',
  total: 'Total',
  due: 'A pagar',
  nothingDue: 'No hay nada que pagar: todo es solo informativo.',
  basis: 'Calculado según',
  synthetic: 'Uso inventado: una demostración',
  issued: 'Fecha de emisión',
  payBy: 'Pagadero hasta',
  currency: 'Moneda',
  exchange: '{amount} {from} al cambio de {rate} ({source}, {date})',
  taxBase: '{percent} % de una base imponible de {base}',
  blocks: {
    direct: 'Plataforma: uso propio',
    shared: 'Plataforma: compartido',
    idle: 'Plataforma: coste de disponibilidad',
    unattributed: 'Plataforma: sin asignar',
    unmetered: 'Plataforma: facturado, no medido',
    dues: 'Cuotas',
    'between-members': 'Entre miembros',
    credit: 'Abonos',
    correction: 'Correcciones',
    tax: 'Impuestos',
  },
};

export const statementTexts: Record<StatementLanguage, StatementTexts> = { eng, spa };

/** Returns a sentence with its placeholders filled in. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
