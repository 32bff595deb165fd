import { blocks } from '../billing-policy.ts';
import type { StatementLine } from '../statement.ts';
import { addressLines, amountText, dayText, monthText, numberText } from './formats.ts';
import { lineTexts, lineTitle, paidForText, percentText, reasonOf } from './line-texts.ts';
import { statementLanguages, statementTexts } from './statement-texts.ts';

const line: StatementLine = {
  ...{ lineId: 'dues-membership-fee', block: 'dues', title: 'dues', mode: 'charge', amount: 500 },
  ...{ from: '2026-10-01', to: '2026-10-31', evidence: { kind: 'lines', lineIds: [] } },
};
const titled = (over: Partial<StatementLine>): string[] =>
  statementLanguages.map((language) => lineTitle({ ...line, ...over }, language));
const taxed = (category: string, rate = 0): Partial<StatementLine> => ({
  ...{ title: `tax-${category}`, lineId: `tax-${category}-${rate}`, tax: { category, rate, base: 1000 } },
});

describe('The words of a line of a statement', () => {
  test.each<[string, string, Partial<StatementLine>]>([
    ['Own use: Circulation', 'Uso propio: Circulación', { title: 'platform-own', service: 'circulation' }],
    ['The public’s use: Search', 'Uso del público: Búsqueda', { title: 'platform-public-use', service: 'search' }],
    [
      ...(['Work for all members: Catalogue', 'Trabajo para todos: Catálogo'] as const),
      { title: 'platform-consortium', service: 'catalogue' },
    ],
    ['Stand-by cost', 'Coste de disponibilidad', { title: 'platform-idle', service: 'platform' }],
    [
      ...(['Not assigned: Resource sharing', 'Sin asignar: Préstamo entre bibliotecas'] as const),
      { title: 'platform-unattributed', service: 'resource-sharing' },
    ],
    ['Own use: Administration', 'Uso propio: Administración', { title: 'platform-own', service: 'administration' }],
    ['Own use: Stand-by cost', 'Uso propio: Coste de disponibilidad', { title: 'platform-own', service: 'platform' }],
    ['Own use: maps', 'Uso propio: maps', { title: 'platform-own', service: 'maps' }],
    ['Own use: ', 'Uso propio: ', { title: 'platform-own' }],
    ['Billed and not metered: use', 'Facturado y no medido: uso', { title: 'billed-usage' }],
    ['Credit of the supplier', 'Abono del proveedor', { title: 'billed-credit' }],
    ['Refund of the supplier', 'Reembolso del proveedor', { title: 'billed-refund' }],
    ['Tax on the platform’s bill', 'Impuestos de la factura de la plataforma', { title: 'billed-tax' }],
    ['Support plan', 'Plan de soporte', { title: 'billed-support' }],
    ['Fee of the supplier', 'Cuota del proveedor', { title: 'billed-purchase' }],
    [
      ...(['Discount or correction of the supplier', 'Descuento o corrección del proveedor'] as const),
      { title: 'billed-adjustment' },
    ],
    ['Billed, of an unknown kind', 'Facturado, de clase desconocida', { title: 'billed-unknown' }],
    ['Yearly fee: membership fee', 'Cuota anual: membership fee', {}],
    [
      ...(['Loans and copies between members', 'Préstamos y copias entre miembros'] as const),
      { title: 'between-members-loans' },
    ],
    [
      ...(['What desks took for each other', 'Lo que los mostradores cobraron por otros'] as const),
      { title: 'between-members-desks' },
    ],
    ['Credit: long outage', 'Abono: long outage', { title: 'credit', lineId: 'credit-long-outage' }],
    ['One-off charge: van', 'Cargo puntual: van', { title: 'one-off', lineId: 'one-van' }],
    ['Correction: 7', 'Corrección: 7', { title: 'correction', lineId: 'correction-7' }],
    ['Tax at 19 %', 'Impuesto al 19 %', taxed('S', 1900)],
    ['Lower tax at 5.5 %', 'Impuesto reducido al 5.5 %', taxed('AA', 550)],
    ['Tax: zero rate', 'Impuesto: tipo cero', taxed('Z')],
    ['Tax: exempt', 'Impuesto: exento', taxed('E')],
    ['Tax: reverse charge', 'Impuesto: inversión del sujeto pasivo', taxed('AE')],
    ['Tax: out of scope', 'Impuesto: no sujeto', taxed('O')],
    [
      ...(['True-up of the yearly fee: 2026 members', 'Regularización de la cuota anual: 2026 members'] as const),
      { title: 'dues-true-up', lineId: 'true-up-2026-members' },
    ],
    [
      ...(['Restated bill: September 2026', 'Factura rectificada: septiembre de 2026'] as const),
      { title: 'restatement', corrects: { block: 'direct', month: '2026-09', lineId: 'direct-own-search' } },
    ],
    [
      ...([
        'Correction of September 2026: Yearly fee: membership fee',
        'Corrección de septiembre de 2026: Cuota anual: membership fee',
      ] as const),
      { title: 'correction', corrects: { block: 'dues', month: '2026-09', lineId: 'dues-membership-fee' } },
    ],
    [
      ...([
        'Correction of September 2026: Platform: own use, Search',
        'Corrección de septiembre de 2026: Plataforma: uso propio, Búsqueda',
      ] as const),
      {
        title: 'correction',
        corrects: { block: 'direct', service: 'search', month: '2026-09', lineId: 'direct-own-search' },
      },
    ],
    [
      ...(['Correction of August 2026: Credits', 'Corrección de agosto de 2026: Abonos'] as const),
      { title: 'correction', corrects: { block: 'credit', month: '2026-08', lineId: 'credit-outage' } },
    ],
    [
      ...([
        'Correction of August 2026: Platform: own use, maps',
        'Corrección de agosto de 2026: Plataforma: uso propio, maps',
      ] as const),
      {
        title: 'correction',
        corrects: { block: 'direct', service: 'maps', month: '2026-08', lineId: 'direct-own-maps' },
      },
    ],
    ['Courier in October', 'Courier in October', { title: 'one-off', description: 'Courier in October' }],
    [
      ...(['Yearly fee: membership (August 2026)', 'Cuota anual: membership (agosto de 2026)'] as const),
      { lineId: 'carried-2026-08-dues-membership', carries: { month: '2026-08', lineId: 'dues-membership' } },
    ],
    ['unknown-title', 'unknown-title', { title: 'unknown-title' }],
  ])('are “%s” in English and “%s” in Spanish', (english, spanish, over) => {
    expect(titled(over)).toEqual([english, spanish]);
  });

  test('exist for the same titles and services in both languages', () => {
    for (const part of ['lines', 'services'] as const)
      expect(Object.keys(lineTexts.spa[part])).toEqual(Object.keys(lineTexts.eng[part]));
  });

  test('have a percentage without zeros at its end', () => {
    expect([0, 1, 10, 100, 550, 1900, 10_000].map(percentText)).toEqual(['0', '0.01', '0.1', '1', '5.5', '19', '100']);
  });
});

describe('The reason of a line', () => {
  test('is that of a line entered by hand, also in the invoice of a later month, and of no other line', () => {
    const at = '2026-10-12T00:00:00.000Z';
    const adjusted = { kind: 'adjustment', reason: 'Order 7', by: 'staff:a', at } as const;
    const carried = { kind: 'carried', month: '2026-09', lineId: 'one-off-van', reason: 'Order 8' } as const;
    const of = (evidence: StatementLine['evidence']) => reasonOf({ evidence, title: 'correction' }, 'eng');
    expect([of(adjusted), of(carried), of({ kind: 'bill', billId: 'pbl_1' })]).toEqual([
      ...['Order 7', 'Order 8', undefined],
    ]);
  });

  test('finding F8: of a restated bill and of a true-up says what changed, in words, also in the invoice of a later month', () => {
    const corrects = { month: '2026-09', lineId: 'direct-own-circulation', block: 'direct' as const };
    const bill = { kind: 'bill', billId: 'pbl_1' } as const;
    const carried = { kind: 'carried', month: '2026-10', lineId: 'x' } as const;
    for (const evidence of [bill, carried]) {
      const restated = { evidence, title: 'restatement', corrects };
      expect(reasonOf(restated, 'eng')).toBe('A later bill changed the cost of September 2026');
      expect(reasonOf(restated, 'spa')).toBe('Una factura posterior cambió el coste de septiembre de 2026');
      expect(reasonOf({ evidence, title: 'dues-true-up' }, 'eng')).toContain('cost of the year');
    }
  });
});

describe('What dues pay for', () => {
  const paidFor = [
    { kind: 'people' as const, title: 'Staff', amount: 123_456 },
    { kind: 'courier' as const, title: 'Courier', amount: -50 },
  ];
  const dues = { kind: 'dues' as const, reference: 'scn_1', year: '2026-07/2027-06', yearly: 1 };
  const exchange = { from: 'JPY', rate: '0.006', source: 'ECB', date: '2026-10-30', amount: '1' };
  const paysFor = (of: Pick<StatementLine, 'evidence' | 'exchange'>) =>
    statementLanguages.map((language) => paidForText(of, { language, currency: 'USD' }));

  test('is named with its amounts, in the currency of the dues, which is named where it is another', () => {
    expect(paysFor({ evidence: { ...dues, paidFor } })).toEqual([
      ...['Staff 1,234.56, Courier -0.50', 'Staff 1.234,56, Courier -0,50'],
    ]);
    expect(paysFor({ evidence: { ...dues, paidFor }, exchange })).toEqual([
      ...['Staff 123,456, Courier -50 (JPY)', 'Staff 123.456, Courier -50 (JPY)'],
    ]);
  });

  test('is not stated without a budget, and of no other line', () => {
    const none = [undefined, undefined];
    expect(paysFor({ evidence: dues })).toEqual(none);
    expect(paysFor({ evidence: { ...dues, paidFor: [] } })).toEqual(none);
    expect(paysFor({ evidence: { kind: 'bill', billId: 'pbl_1' } })).toEqual(none);
  });
});

test('months, days, amounts, numbers and addresses are written as the language writes them', () => {
  const place = { street: '1 Mühlweg', postcode: '10115', city: 'Berlin', country: 'DE' };
  expect(
    statementLanguages.map((language) => [
      ...[monthText('2026-10', language), dayText('2026-12-03', language), amountText(-1_234_567, 2, language)],
      ...[amountText(1234, 0, language), numberText(1234.56, language), numberText(1234.56, language, 1)],
      addressLines(place, language),
    ]),
  ).toEqual([
    [
      ...['October 2026', '3 December 2026', '-12,345.67', '1,234', '1,235', '1,234.6'],
      ['1 Mühlweg', '10115 Berlin', 'Germany'],
    ],
    [
      ...['octubre de 2026', '3 de diciembre de 2026', '-12.345,67', '1.234', '1.235', '1.234,6'],
      ['1 Mühlweg', '10115 Berlin', 'Alemania'],
    ],
  ]);
});

describe('The texts of a printed statement', () => {
  const flat = (texts: object, path = ''): [string, string][] =>
    Object.entries(texts).flatMap(([key, text]): [string, string][] =>
      typeof text === 'string' ? [[`${path}${key}`, text]] : flat(text, `${path}${key}.`),
    );

  test('are the same sentences in both languages, with the same placeholders', () => {
    const spanish = new Map(flat(statementTexts.spa));
    const both = flat(statementTexts.eng).map(([key, text]) => `${key}: ${text} | ${spanish.get(key)}`);
    expect(both).toEqual(printed.trim().split('\n'));
    const placeholders = (text: string | undefined) => text?.match(/\{\w+\}/g)?.toSorted() ?? [];
    for (const [key, text] of flat(statementTexts.eng))
      expect(placeholders(spanish.get(key))).toEqual(placeholders(text));
  });

  test('have a name for each part of a statement', () => {
    for (const language of statementLanguages)
      expect(Object.keys(statementTexts[language].blocks)).toEqual([...blocks]);
  });
});

/** Each text by its name: in English and in Spanish. */
const printed = `
statement: Statement | Estado
kinds.statement: Statement | Estado
kinds.invoice: Invoice | Factura
kinds.credit-note: Credit note | Nota de crédito
of: Month | Mes
member: Member | Miembro
seller: From | De
buyer: To | Para
taxNumber: Tax number | Número fiscal
registrationNumber: Registration number | Número de registro
number: Number | Número
credited: To be credited | A abonar
settled: Nothing to be paid | Nada que pagar
payBefore: Please pay by {date} | Pagadero hasta el {date}
creditUse: It settles open invoices; what is left over is paid out on request. | Se compensa con facturas pendientes; el resto se paga si se solicita.
noInvoice: This is no invoice: please pay when you receive the invoice. | Esto no es una factura: pague cuando reciba la factura.
account: Account | Cuenta
bank: Bank | Banco
paymentReference: Reference | Referencia
summary: Summary | Resumen
block: Part | Parte
charged: To be paid | A pagar
monthBefore: Month before | Mes anterior
budgetOf: Budget for {period}: {amount} | Presupuesto de {period}: {amount}
budgetPart: {percent} % of it | {percent} % de él
restatedBecause: A later bill changed the cost of {month} | Una factura posterior cambió el coste de {month}
truedUpBecause: The cost of the year differs from the fees as adopted | El coste del año difiere de las cuotas adoptadas
creditedLines: Lines of this credit | Conceptos de este abono
chargedLines: Lines to be paid | Conceptos a pagar
shownLines: Shown only: what was used, not to be paid | Solo informativo: lo usado, que no se paga
deferred: Billed later | Se factura más tarde
deferredLines: To be billed with a later month | Se facturará con un mes posterior
shownTotal: Shown only | Solo informativo
notBilled: Not billed here | No se factura aquí
taxes: Tax | Impuestos
taxableAmount: Taxable amount | Base imponible
taxAmount: Tax | Impuesto
reason: Reason | Motivo
correctionOf: Correction of {month}: {what} | Corrección de {month}: {what}
page: Page {page} of {pages} | Página {page} de {pages}
basisText: prices: {priceBook}; rules for assigning use: {attribution}; key: {key}; rules for billing: {billing}; AWS bill: {bill} | precios: {priceBook}; reglas de asignación del uso: {attribution}; clave: {key}; reglas de facturación: {billing}; factura de AWS: {bill}
adopted: version {version} | versión {version}
usual: as Concord has them by default | las que Concord tiene por defecto
pricesOf: {region} of {day} (edition {edition}) | {region} del {day} (edición {edition})
billRead: as imported | tal como se importó
columns.row: Kind | Clase
columns.month: Month | Mes
columns.member: Member | Miembro
columns.block: Part | Parte
columns.title: Line | Concepto
columns.reason: Reason | Motivo
columns.pays_for: Pays for | Paga
columns.service: Service | Servicio
columns.mode: Charged | Se cobra
columns.from: From | Desde
columns.to: To | Hasta
columns.amount: Amount | Importe
columns.currency: Currency | Moneda
columns.tax_base: Taxable amount | Base imponible
columns.exact: Before rounding | Antes de redondear
columns.exchange_from: Exchanged from | Cambiado desde
columns.exchange_rate: Exchange rate | Tipo de cambio
columns.exchange_source: Source of the rate | Fuente del cambio
columns.exchange_date: Day of the rate | Día del cambio
columns.invoice: Invoice | Factura
columns.corrects_invoice: Corrects invoice | Factura rectificada
columns.account_code: Account code | Código de cuenta
columns.cost_centre: Cost centre | Centro de coste
columns.purchase_order: Purchase order | Orden de compra
corrects: Corrects | Rectifica
purchaseOrder: Purchase order | Orden de compra
line: Line | Concepto
service: From – to | Desde – hasta
amount: Amount | Importe
shown: shown only | solo informativo
total: Total | Total
due: To be paid | A pagar
nothingDue: Nothing is to be paid with this statement. | Con este estado no hay nada que pagar.
basis: Calculated by | Calculado según
synthetic: Made-up use: a demonstration | Uso inventado: una demostración
issued: Date of issue | Fecha de emisión
payBy: To be paid by | Pagadero hasta
currency: Currency | Moneda
exchange: {amount} {from} at {rate} ({source}, {date}) | {amount} {from} al cambio de {rate} ({source}, {date})
paysFor: Pays for | Paga
taxBase: {percent} % of a taxable amount of {base} | {percent} % de una base imponible de {base}
blocks.direct: Platform: own use | Plataforma: uso propio
blocks.shared: Platform: shared | Plataforma: compartido
blocks.idle: Platform: stand-by cost | Plataforma: coste de disponibilidad
blocks.unattributed: Platform: not assigned | Plataforma: sin asignar
blocks.unmetered: Platform: billed, not metered | Plataforma: facturado, no medido
blocks.dues: Dues | Cuotas
blocks.between-members: Between members | Entre miembros
blocks.one-off: One-off charges | Cargos puntuales
blocks.credit: Credits | Abonos
blocks.correction: Corrections | Correcciones
blocks.tax: Tax | Impuestos
`;
