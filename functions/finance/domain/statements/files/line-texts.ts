import { decimalsOf } from '../../../../../layers/kernel/money/currency.ts';
import { decimalText } from '../../../../../layers/kernel/money/exact.ts';
import type { StatementLine } from '../statement.ts';
import { amountText, monthText } from './formats.ts';
import { filled, type StatementLanguage, statementTexts } from './statement-texts.ts';

/** Line titles and service names, with the same wording as in the web app. */
type LineTexts = { lines: Record<string, string>; services: Record<string, string> };

export const lineTexts: Record<StatementLanguage, LineTexts> = {
  eng: {
    lines: {
      'platform-own': 'Own use: {service}',
      'platform-public-use': 'The public’s use: {service}',
      'platform-consortium': 'Work for all members: {service}',
      'platform-idle': 'Stand-by cost',
      'platform-unattributed': 'Not assigned: {service}',
      'billed-usage': 'Billed and not metered: use',
      'billed-credit': 'Credit of the supplier',
      'billed-refund': 'Refund of the supplier',
      'billed-tax': 'Tax on the platform’s bill',
      'billed-support': 'Support plan',
      'billed-purchase': 'Fee of the supplier',
      'billed-adjustment': 'Discount or correction of the supplier',
      dues: 'Yearly fee: {code}',
      'between-members-loans': 'Loans and copies between members',
      'between-members-desks': 'What desks took for each other',
      credit: 'Credit: {code}',
      'one-off': 'One-off charge: {code}',
      correction: 'Correction: {code}',
      'tax-S': 'Tax at {percent} %',
      'tax-AA': 'Lower tax at {percent} %',
      'tax-Z': 'Tax: zero rate',
      'tax-E': 'Tax: exempt',
      'tax-AE': 'Tax: reverse charge',
      'tax-O': 'Tax: out of scope',
      'dues-true-up': 'True-up of the yearly fee: {code}',
      restatement: 'Restated bill: {code}',
      'billed-unknown': 'Billed, of an unknown kind',
    },
    services: {
      circulation: 'Circulation',
      search: 'Search',
      catalogue: 'Catalogue',
      'resource-sharing': 'Resource sharing',
      administration: 'Administration',
      platform: 'Stand-by cost',
    },
  },
  spa: {
    lines: {
      'platform-own': 'Uso propio: {service}',
      'platform-public-use': 'Uso del público: {service}',
      'platform-consortium': 'Trabajo para todos: {service}',
      'platform-idle': 'Coste de disponibilidad',
      'platform-unattributed': 'Sin asignar: {service}',
      'billed-usage': 'Facturado y no medido: uso',
      'billed-credit': 'Abono del proveedor',
      'billed-refund': 'Reembolso del proveedor',
      'billed-tax': 'Impuestos de la factura de la plataforma',
      'billed-support': 'Plan de soporte',
      'billed-purchase': 'Cuota del proveedor',
      'billed-adjustment': 'Descuento o corrección del proveedor',
      dues: 'Cuota anual: {code}',
      'between-members-loans': 'Préstamos y copias entre miembros',
      'between-members-desks': 'Lo que los mostradores cobraron por otros',
      credit: 'Abono: {code}',
      'one-off': 'Cargo puntual: {code}',
      correction: 'Corrección: {code}',
      'tax-S': 'Impuesto al {percent} %',
      'tax-AA': 'Impuesto reducido al {percent} %',
      'tax-Z': 'Impuesto: tipo cero',
      'tax-E': 'Impuesto: exento',
      'tax-AE': 'Impuesto: inversión del sujeto pasivo',
      'tax-O': 'Impuesto: no sujeto',
      'dues-true-up': 'Regularización de la cuota anual: {code}',
      restatement: 'Factura rectificada: {code}',
      'billed-unknown': 'Facturado, de clase desconocida',
    },
    services: {
      circulation: 'Circulación',
      search: 'Búsqueda',
      catalogue: 'Catálogo',
      'resource-sharing': 'Préstamo entre bibliotecas',
      administration: 'Administración',
      platform: 'Coste de disponibilidad',
    },
  },
};

/** Returns a rate in hundredths of a percent as a percentage without trailing zeros. */
export const percentText = (rate: number): string => decimalText(BigInt(rate), 2).replace(/\.?0+$/, '');

const codeOf = (lineId: string): string => lineId.replace(/^(?:true-up|[^-]+)-/, '').replaceAll('-', ' ');

type Titled = Pick<StatementLine, 'lineId' | 'title' | 'description' | 'service' | 'tax' | 'corrects' | 'carries'>;

/** Returns what a correction corrects, in words: the fee by its code, other lines by their part of the statement and their service. */
const correctedText = (
  { lineId, block, service }: NonNullable<StatementLine['corrects']>,
  language: StatementLanguage,
): string => {
  const { lines, services } = lineTexts[language];
  if (block === 'dues') return filled(lines.dues ?? '', { code: codeOf(lineId) });
  const part = statementTexts[language].blocks[block];
  return service === undefined ? part : `${part}, ${services[service] ?? service}`;
};

/** Returns the words of a line; a fee or credit has its own code, a one-off charge its own words, a correction what it corrects. */
const ownTitle = (line: Titled, language: StatementLanguage): string => {
  const { lineId, title, description, service, tax, corrects } = line;
  if (description !== undefined) return description;
  const { lines, services } = lineTexts[language];
  if (title === 'correction' && corrects) {
    const values = { month: monthText(corrects.month, language), what: correctedText(corrects, language) };
    return filled(statementTexts[language].correctionOf, values);
  }
  const values: Record<string, string> = {
    service: service === undefined ? '' : (services[service] ?? service),
    code: corrects ? monthText(corrects.month, language) : codeOf(lineId),
    percent: tax ? percentText(tax.rate) : '',
  };
  return filled(lines[title] ?? title, values);
};

/** Returns the words of a line; with its month, when it is of an earlier month than its statement. */
export const lineTitle = (line: Titled, language: StatementLanguage): string => {
  const { carries } = line;
  if (!carries) return ownTitle(line, language);
  return `${ownTitle({ ...line, lineId: carries.lineId }, language)} (${monthText(carries.month, language)})`;
};

/** Returns why a line was entered by hand, or why an earlier month is corrected; undefined for any other line. */
export const reasonOf = (
  { evidence, title, corrects }: Pick<StatementLine, 'evidence' | 'title' | 'corrects'>,
  language: StatementLanguage,
): string | undefined => {
  const { restatedBecause, truedUpBecause } = statementTexts[language];
  const entered = evidence.kind === 'adjustment' || evidence.kind === 'carried' ? evidence.reason : undefined;
  if (entered !== undefined) return entered;
  if (title === 'restatement' && corrects)
    return filled(restatedBecause, { month: monthText(corrects.month, language) });
  return title === 'dues-true-up' ? truedUpBecause : undefined;
};

/**
 * Returns the lines of the consortium's budget that a line of dues pays, each with its amount in the currency of the dues; undefined for
 * other lines, and without a budget.
 */
export const paidForText = (
  { evidence, exchange }: Pick<StatementLine, 'evidence' | 'exchange'>,
  { language, currency }: { language: StatementLanguage; currency: string },
): string | undefined => {
  if (evidence.kind !== 'dues' || !evidence.paidFor?.length) return undefined;
  const own = exchange?.from ?? currency;
  const texts = evidence.paidFor.map(
    ({ title, amount }) => `${title} ${amountText(amount, decimalsOf(own), language)}`,
  );
  return exchange ? `${texts.join(', ')} (${own})` : texts.join(', ');
};
