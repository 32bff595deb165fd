import type { Block } from '../billing-policy.ts';

/** The languages in which statements are printed. */
export const statementLanguages = ['eng', 'spa'] as const;
export type StatementLanguage = (typeof statementLanguages)[number];

/** The kinds of a printed statement: a draft or one that bills nothing is only a statement. */
export type StatementKind = 'statement' | 'invoice' | 'credit-note';

/** The columns of a statement in a workbook. */
export const statementColumns = [
  ...([
    'row',
    'month',
    'member',
    'block',
    'title',
    'reason',
    'pays_for',
    'service',
    'mode',
    'from',
    'to',
    'amount',
    'currency',
  ] as const),
  ...(['tax_base', 'exact', 'exchange_from', 'exchange_rate', 'exchange_source', 'exchange_date', 'invoice'] as const),
  ...(['corrects_invoice', 'account_code', 'cost_centre', 'purchase_order'] as const),
];
export type StatementColumn = (typeof statementColumns)[number];

/** The texts of a printed statement, besides its own figures. */
export type StatementTexts = {
  statement: string;
  kinds: Record<StatementKind, string>;
  of: string;
  member: string;
  seller: string;
  buyer: string;
  taxNumber: string;
  registrationNumber: string;
  number: string;
  credited: string;
  settled: string;
  payBefore: string;
  creditUse: string;
  noInvoice: string;
  account: string;
  bank: string;
  paymentReference: string;
  summary: string;
  block: string;
  charged: string;
  monthBefore: string;
  budgetOf: string;
  budgetPart: string;
  restatedBecause: string;
  truedUpBecause: string;
  creditedLines: string;
  chargedLines: string;
  shownLines: string;
  deferred: string;
  deferredLines: string;
  shownTotal: string;
  notBilled: string;
  taxes: string;
  taxableAmount: string;
  taxAmount: string;
  reason: string;
  correctionOf: string;
  page: string;
  basisText: string;
  adopted: string;
  usual: string;
  pricesOf: string;
  billRead: string;
  columns: Record<StatementColumn, string>;
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
  paysFor: string;
  blocks: Record<Block, string>;
};

const eng: StatementTexts = {
  statement: 'Statement',
  kinds: { statement: 'Statement', invoice: 'Invoice', 'credit-note': 'Credit note' },
  of: 'Month',
  member: 'Member',
  seller: 'From',
  buyer: 'To',
  taxNumber: 'Tax number',
  registrationNumber: 'Registration number',
  number: 'Number',
  credited: 'To be credited',
  settled: 'Nothing to be paid',
  payBefore: 'Please pay by {date}',
  creditUse: 'It settles open invoices; what is left over is paid out on request.',
  noInvoice: 'This is no invoice: please pay when you receive the invoice.',
  account: 'Account',
  bank: 'Bank',
  paymentReference: 'Reference',
  summary: 'Summary',
  block: 'Part',
  charged: 'To be paid',
  monthBefore: 'Month before',
  budgetOf: 'Budget for {period}: {amount}',
  budgetPart: '{percent} % of it',
  restatedBecause: 'A later bill changed the cost of {month}',
  truedUpBecause: 'The cost of the year differs from the fees as adopted',
  creditedLines: 'Lines of this credit',
  chargedLines: 'Lines to be paid',
  shownLines: 'Shown only: what was used, not to be paid',
  deferred: 'Billed later',
  deferredLines: 'To be billed with a later month',
  shownTotal: 'Shown only',
  notBilled: 'Not billed here',
  taxes: 'Tax',
  taxableAmount: 'Taxable amount',
  taxAmount: 'Tax',
  reason: 'Reason',
  correctionOf: 'Correction of {month}: {what}',
  page: 'Page {page} of {pages}',
  basisText:
    'prices: {priceBook}; rules for assigning use: {attribution}; key: {key}; rules for billing: {billing}; AWS bill: {bill}',
  adopted: 'version {version}',
  usual: 'as Concord has them by default',
  pricesOf: '{region} of {day} (edition {edition})',
  billRead: 'as imported',
  columns: {
    row: 'Kind',
    month: 'Month',
    member: 'Member',
    block: 'Part',
    title: 'Line',
    reason: 'Reason',
    pays_for: 'Pays for',
    service: 'Service',
    mode: 'Charged',
    from: 'From',
    to: 'To',
    amount: 'Amount',
    currency: 'Currency',
    tax_base: 'Taxable amount',
    exact: 'Before rounding',
    exchange_from: 'Exchanged from',
    exchange_rate: 'Exchange rate',
    exchange_source: 'Source of the rate',
    exchange_date: 'Day of the rate',
    invoice: 'Invoice',
    corrects_invoice: 'Corrects invoice',
    account_code: 'Account code',
    cost_centre: 'Cost centre',
    purchase_order: 'Purchase order',
  },
  corrects: 'Corrects',
  purchaseOrder: 'Purchase order',
  line: 'Line',
  service: 'From – to',
  amount: 'Amount',
  shown: 'shown only',
  total: 'Total',
  due: 'To be paid',
  nothingDue: 'Nothing is to be paid with this statement.',
  basis: 'Calculated by',
  synthetic: 'Made-up use: a demonstration',
  issued: 'Date of issue',
  payBy: 'To be paid by',
  currency: 'Currency',
  exchange: '{amount} {from} at {rate} ({source}, {date})',
  paysFor: 'Pays for',
  taxBase: '{percent} % of a taxable amount of {base}',
  blocks: {
    direct: 'Platform: own use',
    shared: 'Platform: shared',
    idle: 'Platform: stand-by cost',
    unattributed: 'Platform: not assigned',
    unmetered: 'Platform: billed, not metered',
    dues: 'Dues',
    'between-members': 'Between members',
    'one-off': 'One-off charges',
    credit: 'Credits',
    correction: 'Corrections',
    tax: 'Tax',
  },
};

const spa: StatementTexts = {
  statement: 'Estado',
  kinds: { statement: 'Estado', invoice: 'Factura', 'credit-note': 'Nota de crédito' },
  of: 'Mes',
  member: 'Miembro',
  seller: 'De',
  buyer: 'Para',
  taxNumber: 'Número fiscal',
  registrationNumber: 'Número de registro',
  number: 'Número',
  credited: 'A abonar',
  settled: 'Nada que pagar',
  payBefore: 'Pagadero hasta el {date}',
  creditUse: 'Se compensa con facturas pendientes; el resto se paga si se solicita.',
  noInvoice: 'Esto no es una factura: pague cuando reciba la factura.',
  account: 'Cuenta',
  bank: 'Banco',
  paymentReference: 'Referencia',
  summary: 'Resumen',
  block: 'Parte',
  charged: 'A pagar',
  monthBefore: 'Mes anterior',
  budgetOf: 'Presupuesto de {period}: {amount}',
  budgetPart: '{percent} % de él',
  restatedBecause: 'Una factura posterior cambió el coste de {month}',
  truedUpBecause: 'El coste del año difiere de las cuotas adoptadas',
  creditedLines: 'Conceptos de este abono',
  chargedLines: 'Conceptos a pagar',
  shownLines: 'Solo informativo: lo usado, que no se paga',
  deferred: 'Se factura más tarde',
  deferredLines: 'Se facturará con un mes posterior',
  shownTotal: 'Solo informativo',
  notBilled: 'No se factura aquí',
  taxes: 'Impuestos',
  taxableAmount: 'Base imponible',
  taxAmount: 'Impuesto',
  reason: 'Motivo',
  correctionOf: 'Corrección de {month}: {what}',
  page: 'Página {page} de {pages}',
  basisText:
    'precios: {priceBook}; reglas de asignación del uso: {attribution}; clave: {key}; reglas de facturación: {billing}; factura de AWS: {bill}',
  adopted: 'versión {version}',
  usual: 'las que Concord tiene por defecto',
  pricesOf: '{region} del {day} (edición {edition})',
  billRead: 'tal como se importó',
  columns: {
    row: 'Clase',
    month: 'Mes',
    member: 'Miembro',
    block: 'Parte',
    title: 'Concepto',
    reason: 'Motivo',
    pays_for: 'Paga',
    service: 'Servicio',
    mode: 'Se cobra',
    from: 'Desde',
    to: 'Hasta',
    amount: 'Importe',
    currency: 'Moneda',
    tax_base: 'Base imponible',
    exact: 'Antes de redondear',
    exchange_from: 'Cambiado desde',
    exchange_rate: 'Tipo de cambio',
    exchange_source: 'Fuente del cambio',
    exchange_date: 'Día del cambio',
    invoice: 'Factura',
    corrects_invoice: 'Factura rectificada',
    account_code: 'Código de cuenta',
    cost_centre: 'Centro de coste',
    purchase_order: 'Orden de compra',
  },
  corrects: 'Rectifica',
  purchaseOrder: 'Orden de compra',
  line: 'Concepto',
  service: 'Desde – hasta',
  amount: 'Importe',
  shown: 'solo informativo',
  total: 'Total',
  due: 'A pagar',
  nothingDue: 'Con este estado no hay nada que pagar.',
  basis: 'Calculado según',
  synthetic: 'Uso inventado: una demostración',
  issued: 'Fecha de emisión',
  payBy: 'Pagadero hasta',
  currency: 'Moneda',
  exchange: '{amount} {from} al cambio de {rate} ({source}, {date})',
  paysFor: 'Paga',
  taxBase: '{percent} % de una base imponible de {base}',
  blocks: {
    direct: 'Plataforma: uso propio',
    shared: 'Plataforma: compartido',
    idle: 'Plataforma: coste de disponibilidad',
    unattributed: 'Plataforma: sin asignar',
    unmetered: 'Plataforma: facturado, no medido',
    dues: 'Cuotas',
    'between-members': 'Entre miembros',
    'one-off': 'Cargos puntuales',
    credit: 'Abonos',
    correction: 'Correcciones',
    tax: 'Impuestos',
  },
};

export const statementTexts: Record<StatementLanguage, StatementTexts> = { eng, spa };

/** Returns a sentence with its placeholders filled in. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
