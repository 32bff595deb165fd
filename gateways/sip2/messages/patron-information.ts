import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import type { OwnAccount, PatronStatus } from '../answers.ts';
import { amountText, responseDate } from '../common-fields.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import { loadPatron } from '../load-patron.ts';
import { patronStatus, sipLanguage } from '../patron-fields.ts';
import { patronFields } from './patron-status.ts';

const isReady = ({ state }: OwnAccount['holds'][number]): boolean => state === 'on-shelf';

/** Returns the lists of an account in the order of the positions of the field summary: holds, overdue, charged, fines, recalls, other holds. */
const listsOf = (
  { loans, holds, bills }: OwnAccount,
  now: number,
): readonly (readonly [string, readonly string[]])[] => [
  ['AS', holds.filter(isReady).map(({ title, recordId }) => title ?? recordId)],
  ['AT', loans.filter(({ due }) => Date.parse(due) < now).map(({ barcode }) => barcode)],
  ['AU', loans.map(({ barcode }) => barcode)],
  [
    'AV',
    bills.map(({ billId, open, currency, title, kind }) => `${billId} ${amountText(open, currency)} ${title ?? kind}`),
  ],
  ['BU', []],
  ['CD', holds.filter((hold) => !isReady(hold)).map(({ title, recordId }) => title ?? recordId)],
];

/** Returns the number of an item in the list, from 1, as BP (first) and BQ (last) give it. */
const positionIn = (exchange: Exchange, code: 'BP' | 'BQ', otherwise: number): number => {
  const text = fieldOf(exchange, code);
  return text !== undefined && /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : otherwise;
};

/** Returns the items of the list that the request names by a Y in its summary; only one list is sent at a time. */
const requestedList = (exchange: Exchange, own: OwnAccount): SipField[] => {
  const at = exchange.request.fixed.summary?.indexOf('Y') ?? -1;
  const [code, items] = listsOf(own, exchange.now())[at] ?? [];
  if (code === undefined || items === undefined) return [];
  const [first, last] = [positionIn(exchange, 'BP', 1), positionIn(exchange, 'BQ', items.length)];
  return items.slice(first - 1, last).map((item): SipField => [code, item]);
};

const count = (length: number): string => String(Math.min(length, 9999)).padStart(4, '0');
const limit = (value: number | undefined): string | undefined => (value === undefined ? undefined : count(value));

const ownFields = (exchange: Exchange, { homeMember, category }: PatronStatus, own: OwnAccount): SipField[] => {
  const { contactData } = exchange.terminal.options;
  const { address, email, phone, birthDate } = own.contact ?? {};
  return [
    ['BZ', limit(own.limits?.holds)],
    ['CA', limit(own.limits?.overdue)],
    ['CB', limit(own.limits?.loans)],
    ...requestedList(exchange, own),
    ...(contactData
      ? ([
          ['BD', address],
          ['BE', email],
          ['BF', phone],
          ['PB', birthDate?.replaceAll('-', '')],
        ] as const)
      : []),
    // Extensions that vendors of e-books and PC booking read: home library, category, the last good day of the card.
    ['AQ', homeMember],
    ['PC', category],
    ['PA', own.expiresOn?.replaceAll('-', '')],
  ];
};

/** Returns the counts that the card alone shows, in the order of the lists; 0 where the machine client may not count. */
const countsWithCard = (known: PatronStatus | undefined): number[] => {
  const { loans, overdue, holds, ready, bills } = known?.counts ?? {
    loans: 0,
    overdue: 0,
    holds: 0,
    ready: 0,
    bills: 0,
  };
  return [ready, overdue, loans, bills, 0, holds - ready];
};

/**
 * Answers Patron Information (63) with 64. Counts, lists and contact data need the right PIN: with the card alone counts are 0, unless the
 * library lets the machine client count.
 */
export const answerPatronInformation = async (exchange: Exchange): Promise<SipResponse> => {
  const patron = await loadPatron(exchange);
  const known = 'ok' in patron ? patron.ok : undefined;
  const own = known?.own;
  const lists = own ? listsOf(own, exchange.now()).map(([, items]) => items.length) : countsWithCard(known);
  return {
    fixed: [`64${patronStatus(known)}${sipLanguage(own?.language)}${responseDate(exchange)}`, ...lists.map(count)].join(
      '',
    ),
    fields: [...patronFields(exchange, patron), ...(known && own ? ownFields(exchange, known, own) : [])],
  };
};
