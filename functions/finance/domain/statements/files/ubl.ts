import { decimalText } from '../../../../../layers/kernel/money/exact.ts';
import { endOfMonth } from '../../../../../layers/records/ledger/domain/netting.ts';
import { billedFrom } from '../billing-cycle.ts';
import { documentOf } from '../booking.ts';
import { referencesOf } from '../invoice.ts';
import type { Buyer, Seller } from '../parties.ts';
import { type Statement, type StatementLine, sumOfLines } from '../statement.ts';
import { isVatNumber } from '../vat-number.ts';
import { lineTitle, percentText, reasonOf } from './line-texts.ts';
import type { StatementLanguage } from './statement-texts.ts';
import { type Exemption, exemptionOf, netLines, taxOfLines, taxTotals, type UblTax } from './ubl-tax.ts';
import { type Node, xmlOf } from './ubl-xml.ts';

/** An e-invoice besides its statement: its number and days, and both parties with their names. */
export type UblInvoice = {
  number: string;
  issuedOn: string;
  dueOn?: string | undefined;
  language: StatementLanguage;
  issuer: string;
  name: string;
  seller: Seller;
  buyer: Buyer;
};

/**
 * What an e-invoice lacks: an address, a number that identifies the consortium, a tax number of it where tax is stated, a VAT or
 * registration number of the member where it owes the tax itself, or a currency of two decimals.
 */
export type UblLack = 'seller' | 'buyer' | 'seller-number' | 'seller-tax-number' | 'buyer-vat-number' | 'decimals';

const NAMES = 'urn:oasis:names:specification:ubl:schema:xsd';
const EN16931 = 'urn:cen.eu:en16931:2017';
const PEPPOL = `${EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`;
const PEPPOL_PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/**
 * Returns what is missing for an e-invoice by EN 16931 (BR-06 to BR-11, BR-CO-26; BR-S-02, BR-Z-02, BR-E-02; BR-AE-02; BR-DEC).
 */
export const ublLacks = (
  statement: Pick<Statement, 'lines' | 'minorDigits'>,
  { seller, buyer }: { seller?: Seller | undefined; buyer?: Buyer | undefined },
): UblLack[] => {
  const categories = new Set([...taxOfLines(statement).values()].map(({ category }) => category));
  const isTaxed = [...categories].some((category) => category !== 'O');
  const isIdentified = (seller?.taxNumber ?? seller?.registrationNumber) !== undefined;
  const owesItself = categories.has('AE') && buyer !== undefined;
  const lacks: [UblLack, boolean][] = [
    ['seller', seller === undefined],
    ['buyer', buyer === undefined],
    ['seller-number', seller !== undefined && !isTaxed && !isIdentified],
    ['seller-tax-number', seller !== undefined && isTaxed && seller.taxNumber === undefined],
    ['buyer-vat-number', owesItself && !isVatNumber(buyer.taxNumber ?? '') && buyer.registrationNumber === undefined],
    ['decimals', statement.minorDigits > 2],
  ];
  return lacks.flatMap(([lack, isLacking]) => (isLacking ? [lack] : []));
};

const scheme = (id: string): Node => ['cac:TaxScheme', [['cbc:ID', id]]];

/**
 * Returns the number of a party in the tax scheme: a VAT number (BR-CO-09), or the seller's registration with a tax authority. An invoice
 * outside the scope of tax has no VAT number (BR-O-02).
 */
const taxNumberNode = ({ taxNumber = '' }: Seller | Buyer, isSeller: boolean, isTaxed: boolean): Node | undefined => {
  const isVat = isVatNumber(taxNumber);
  if (taxNumber === '' || !isTaxed || !(isVat || isSeller)) return undefined;
  return ['cac:PartyTaxScheme', [['cbc:CompanyID', taxNumber], scheme(isVat ? 'VAT' : 'TAX')]];
};

/** Returns the number that identifies a party when it has no registration number, and its VAT number is not written (BR-CO-26). */
const identifierNode = ({ taxNumber, registrationNumber }: Seller | Buyer, isTaxed: boolean): Node | undefined => {
  const isWritten = registrationNumber !== undefined || (isTaxed && isVatNumber(taxNumber ?? ''));
  return taxNumber === undefined || isWritten ? undefined : ['cac:PartyIdentification', [['cbc:ID', taxNumber]]];
};

type Described = { party: Seller | Buyer; name: string; isSeller: boolean; isTaxed: boolean };

const partyNode = ({ party, name, isSeller, isTaxed }: Described): Node => [
  'cac:Party',
  [
    party.email === undefined ? undefined : ['cbc:EndpointID', party.email, { schemeID: 'EM' }],
    identifierNode(party, isTaxed),
    ['cac:PartyName', [['cbc:Name', name]]],
    [
      'cac:PostalAddress',
      [
        ['cbc:StreetName', party.street],
        ['cbc:CityName', party.city],
        ['cbc:PostalZone', party.postcode],
        ['cac:Country', [['cbc:IdentificationCode', party.country]]],
      ],
    ],
    taxNumberNode(party, isSeller, isTaxed),
    [
      'cac:PartyLegalEntity',
      [
        ['cbc:RegistrationName', name],
        party.registrationNumber === undefined ? undefined : ['cbc:CompanyID', party.registrationNumber],
      ],
    ],
    party.email === undefined ? undefined : ['cac:Contact', [['cbc:ElectronicMail', party.email]]],
  ],
];

const categoryNode = (name: string, tax: UblTax, exemption?: Exemption): Node => [
  name,
  [
    ['cbc:ID', tax.category],
    tax.category === 'O' ? undefined : ['cbc:Percent', percentText(tax.rate)],
    exemption?.code === undefined ? undefined : ['cbc:TaxExemptionReasonCode', exemption.code],
    exemption === undefined ? undefined : ['cbc:TaxExemptionReason', exemption.reason],
    scheme('VAT'),
  ],
];

type Writing = { statement: Statement; invoice: UblInvoice; isCredit: boolean };

/** Returns an amount in the sign of the document: a credit note has positive amounts. */
const amountOf = ({ statement, isCredit }: Writing, amount: number): string =>
  decimalText(BigInt(isCredit && amount !== 0 ? -amount : amount), statement.minorDigits);

const money = (writing: Writing, name: string, amount: number): Node => [
  name,
  amountOf(writing, amount),
  { currencyID: writing.statement.currency },
];

const lineNode = (writing: Writing, line: StatementLine, at: number, tax: UblTax): Node => {
  const { statement, invoice, isCredit } = writing;
  const signed = isCredit ? -line.amount : line.amount;
  const reason = reasonOf(line, invoice.language);
  // A price is never negative (BR-27): what is given back is a negative quantity.
  const quantity = signed < 0 ? '-1' : '1';
  const price = decimalText(BigInt(Math.abs(line.amount)), statement.minorDigits);
  return [
    isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    [
      ['cbc:ID', String(at + 1)],
      reason === undefined ? undefined : ['cbc:Note', reason],
      [isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', quantity, { unitCode: 'C62' }],
      money(writing, 'cbc:LineExtensionAmount', line.amount),
      line.codes?.costCentre === undefined ? undefined : ['cbc:AccountingCost', line.codes.costCentre],
      ['cac:Item', [['cbc:Name', lineTitle(line, invoice.language)], categoryNode('cac:ClassifiedTaxCategory', tax)]],
      ['cac:Price', [['cbc:PriceAmount', price, { currencyID: statement.currency }]]],
    ],
  ];
};

const paymentNodes = ({ invoice, isCredit }: Writing): (Node | undefined)[] => {
  const { iban, account = iban, bic } = invoice.seller;
  if (isCredit || account === undefined) return [];
  const branch: Node | undefined =
    bic === undefined ? undefined : ['cac:FinancialInstitutionBranch', [['cbc:ID', bic]]];
  return [
    [
      'cac:PaymentMeans',
      [
        ['cbc:PaymentMeansCode', '30'],
        ['cbc:PaymentID', invoice.number],
        ['cac:PayeeFinancialAccount', [['cbc:ID', iban ?? account], branch]],
      ],
    ],
  ];
};

const taxNodes = (writing: Writing): Node => {
  const sums = taxTotals(writing.statement);
  return [
    'cac:TaxTotal',
    [
      money(
        writing,
        'cbc:TaxAmount',
        sums.reduce((all, { amount }) => all + amount, 0),
      ),
      ...sums.map(
        (sum): Node => [
          'cac:TaxSubtotal',
          [
            money(writing, 'cbc:TaxableAmount', sum.base),
            money(writing, 'cbc:TaxAmount', sum.amount),
            categoryNode('cac:TaxCategory', sum, exemptionOf(sum)),
          ],
        ],
      ),
    ],
  ];
};

const headNodes = ({ statement, invoice, isCredit }: Writing): (Node | undefined)[] => {
  const { corrects = [], purchaseOrders = [] } = referencesOf(statement.lines);
  const [order] = purchaseOrders;
  const isPeppol = invoice.seller.email !== undefined && invoice.buyer.email !== undefined;
  const [from, to] = [`${billedFrom(statement)}-01`, endOfMonth(statement.month).slice(0, 10)];
  return [
    ['cbc:CustomizationID', isPeppol ? PEPPOL : EN16931],
    isPeppol ? ['cbc:ProfileID', PEPPOL_PROFILE] : undefined,
    ['cbc:ID', invoice.number],
    ['cbc:IssueDate', invoice.issuedOn],
    isCredit || invoice.dueOn === undefined ? undefined : ['cbc:DueDate', invoice.dueOn],
    isCredit ? ['cbc:CreditNoteTypeCode', '381'] : ['cbc:InvoiceTypeCode', '380'],
    ['cbc:DocumentCurrencyCode', statement.currency],
    ['cbc:BuyerReference', order ?? statement.memberId],
    [
      'cac:InvoicePeriod',
      [
        ['cbc:StartDate', from],
        ['cbc:EndDate', to],
      ],
    ],
    order === undefined ? undefined : ['cac:OrderReference', [['cbc:ID', order]]],
    ...corrects.map(
      (number): Node => ['cac:BillingReference', [['cac:InvoiceDocumentReference', [['cbc:ID', number]]]]],
    ),
  ];
};

/**
 * Returns a booked statement as an invoice or credit note in UBL 2.1 by EN 16931; by Peppol BIS Billing 3 where both parties have an
 * electronic address. Its lines are the charged lines; a call without `ublLacks` before is a bug. Undefined when nothing is billed.
 */
export const ublDocument = (statement: Statement, invoice: UblInvoice): string | undefined => {
  const document = documentOf(statement);
  if (document === undefined) return undefined;
  const isCredit = document === 'credit-note';
  const writing: Writing = { statement, invoice, isCredit };
  const [lines, taxes] = [netLines(statement), taxOfLines(statement)];
  const net = sumOfLines(lines);
  const isTaxed = [...taxes.values()].some(({ category }) => category !== 'O');
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const { seller, buyer } = invoice;
  const node: Node = [
    root,
    [
      ...headNodes(writing),
      ['cac:AccountingSupplierParty', [partyNode({ party: seller, name: invoice.issuer, isSeller: true, isTaxed })]],
      [
        'cac:AccountingCustomerParty',
        [partyNode({ party: buyer, name: buyer.name ?? invoice.name, isSeller: false, isTaxed })],
      ],
      ...paymentNodes(writing),
      taxNodes(writing),
      [
        'cac:LegalMonetaryTotal',
        [
          money(writing, 'cbc:LineExtensionAmount', net),
          money(writing, 'cbc:TaxExclusiveAmount', net),
          money(writing, 'cbc:TaxInclusiveAmount', statement.due),
          money(writing, 'cbc:PayableAmount', statement.due),
        ],
      ],
      ...lines.map((line, at) => lineNode(writing, line, at, taxes.get(line.lineId) ?? { category: 'E', rate: 0 })),
    ],
    {
      xmlns: `${NAMES}:${root}-2`,
      'xmlns:cac': `${NAMES}:CommonAggregateComponents-2`,
      'xmlns:cbc': `${NAMES}:CommonBasicComponents-2`,
    },
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(node)}`;
};
