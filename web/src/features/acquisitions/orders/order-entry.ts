import type { LineBody, OrderLine } from './orders.ts';

/** The fields of a line as they are typed. Prices are amounts of the currency of the line. */
export type EnteredLine = {
  id: number;
  title: string;
  isbn: string;
  copies: string;
  price: string;
  discount: string;
  shares: EnteredShare[];
  /** What few lines need. */
  eCopies: string;
  ePrice: string;
  tax: string;
  added: string;
  note: string;
  currency: string;
  rate: string;
  source: string;
  neededBy: string;
  quotedFor: string;
  recordId: string;
};
export type EnteredShare = { fund: string; percent: string };

/** Why a line cannot be sent: the field that cannot be read. */
export type LineFault = 'title' | 'isbn' | 'copies' | 'price' | 'percent' | 'fund' | 'rate';

type Minor = (text: string, currency: string) => number | undefined;
type Typed = (minor: number, currency: string) => string;

/** Reads a percentage with at most two decimals, with point or comma, in hundredths; empty is none. */
export const hundredthsOf = (text: string): number | undefined => {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return 0;
  const value = /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
  return value !== undefined && value <= 10_000 ? value : undefined;
};

/** Writes hundredths of a percent as they are typed; nothing for none. */
export const percentText = (hundredths: number): string => (hundredths === 0 ? '' : String(hundredths / 100));

/** Returns an empty line. */
export const emptyLine = (id: number, discount: number, fund = ''): EnteredLine => ({
  ...{ id, title: '', isbn: '', copies: '1', price: '', discount: percentText(discount) },
  shares: [{ fund, percent: '' }],
  ...{ eCopies: '', ePrice: '', tax: '', added: '', note: '', currency: '', rate: '', source: '', recordId: '' },
  ...{ neededBy: '', quotedFor: '' },
});

/** A title of the catalogue that is ordered, and how many copies of it. */
export type Selected = { title: string; isbn?: string | undefined; recordId: string; copies: number };

/** Returns a line with what is known of a selected title. */
export const selectedLine = (line: EnteredLine, { title, isbn = '', recordId, copies }: Selected): EnteredLine => ({
  ...line,
  ...{ title, isbn, recordId, copies: String(copies) },
});

const amountText = (minor: number, currency: string, typed: Typed): string =>
  minor === 0 ? '' : typed(minor, currency);

/** Returns the fields of a line that was written. Shares by amount are shown as percents of the price. */
export const enteredOf = (line: OrderLine, id: number, currency: string, typed: Typed): EnteredLine => {
  const { title, isbn, note, recordId, neededBy, quotedFor, price, shares } = line;
  const own = price.foreign?.currency ?? currency;
  return {
    ...{ id, title, isbn: isbn ?? '', note: note ?? '', recordId: recordId ?? '' },
    ...{ neededBy: neededBy ?? '', quotedFor: quotedFor ?? '' },
    ...{ copies: String(price.printed), price: typed(price.printedPrice, own), discount: percentText(price.discount) },
    ...{
      eCopies: price.electronic === 0 ? '' : String(price.electronic),
      ePrice: amountText(price.electronicPrice, own, typed),
    },
    ...{ tax: percentText(price.tax), added: amountText(price.added, own, typed) },
    ...{
      currency: price.foreign?.currency ?? '',
      rate: price.foreign?.rate ?? '',
      source: price.foreign?.source ?? '',
    },
    shares: shares.map((share) => ({
      fund: share.fund,
      percent: 'percent' in share ? percentText(share.percent) : String((share.amount * 100) / Math.max(1, line.total)),
    })),
  };
};

const copiesOf = (text: string): number | undefined => {
  const plain = text.trim() === '' ? '0' : text.trim();
  return /^\d{1,5}$/.test(plain) ? Number(plain) : undefined;
};

/** Returns the shares of a line; one share without a percentage is the whole. */
const sharesOf = (shares: readonly EnteredShare[]): LineBody['shares'] | LineFault => {
  const read = shares.map(({ fund, percent }) => ({
    fund,
    percent: shares.length === 1 && percent.trim() === '' ? 10_000 : hundredthsOf(percent),
  }));
  const stated = read.flatMap(({ fund, percent }) =>
    percent === undefined || percent === 0 ? [] : [{ fund, percent }],
  );
  if (read.some(({ fund }) => fund === '')) return 'fund';
  return stated.length === read.length ? stated : 'percent';
};

const isFault = (value: object | LineFault): value is LineFault => typeof value === 'string';

const isbnOf = ({ isbn }: Pick<EnteredLine, 'isbn'>): string => isbn.replaceAll(/[\s-]/g, '').toUpperCase();
const isIsbn = (isbn: string): boolean => /^(?:\d{9}[\dX]|\d{13})$/.test(isbn);

/** Returns what names the title of a line: its ISBN and its record; undefined until it has a whole ISBN or a record. */
export const titleIn = (line: EnteredLine): { isbn?: string; recordId?: string } | undefined => {
  const isbn = isbnOf(line);
  const named = { ...(isIsbn(isbn) && { isbn }), ...(line.recordId && { recordId: line.recordId }) };
  return Object.keys(named).length > 0 ? named : undefined;
};

/** Returns a line as it is sent, or the field that cannot be read. `day` is the day of the rate of a foreign currency. */
export const lineBodyOf = (line: EnteredLine, currency: string, minor: Minor, day: string): LineBody | LineFault => {
  const isbn = isbnOf(line);
  const own = line.currency.trim().toUpperCase() || currency;
  const isForeign = own !== currency;
  const [printed, electronic] = [copiesOf(line.copies), copiesOf(line.eCopies)];
  const amounts = [line.price, line.ePrice, line.added].map((text) => (text.trim() === '' ? 0 : minor(text, own)));
  const [printedPrice, electronicPrice, added] = amounts;
  const [discount, tax] = [hundredthsOf(line.discount), hundredthsOf(line.tax)];
  const shares = sharesOf(line.shares);
  const rate = line.rate.trim().replace(',', '.');
  if (line.title.trim() === '') return 'title';
  if (isbn !== '' && !isIsbn(isbn)) return 'isbn';
  if (printed === undefined || electronic === undefined || printed + electronic === 0) return 'copies';
  if (printedPrice === undefined || electronicPrice === undefined || added === undefined) return 'price';
  if (discount === undefined || tax === undefined) return 'percent';
  if (isForeign && !/^\d{1,6}(?:\.\d{1,8})?$/.test(rate)) return 'rate';
  if (isFault(shares)) return shares;
  return {
    title: line.title.trim(),
    ...(isbn && { isbn }),
    ...(line.note.trim() && { note: line.note.trim() }),
    ...(line.recordId && { recordId: line.recordId }),
    ...(line.neededBy && { neededBy: line.neededBy }),
    ...(line.quotedFor && { quotedFor: line.quotedFor }),
    price: {
      ...{ printed, printedPrice, electronic, electronicPrice, discount, tax, added },
      ...(isForeign && { foreign: { currency: own, rate, source: line.source.trim() || '–', on: day } }),
    },
    shares,
  };
};
