import type { MessageOf } from '../../layers/protocols/iso18626/schemas.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;
/** The actions of a requesting agency, as the standard names them. */
export type Action = MessageOf<'requestingAgencyMessage'>['action'];
type ErrorData = NonNullable<MessageOf<'requestConfirmation'>['errorData']>[number];

/** A message of the simulated partner as supplier, `after` a number of seconds; days are counted from then. */
export type Saying = {
  after: number;
  status: Supplied['statusInfo']['status'];
  reason?: Supplied['messageInfo']['reasonForMessage'];
  answer?: 'Y' | 'N';
  note?: string;
  reasonUnfilled?: string;
  reasonRetry?: string;
  conditions?: string[];
  /** The price of its offer, or of the item or claim: a decimal text in US dollars. */
  offers?: string;
  costs?: string;
  editions?: string[];
  dueInDays?: number;
  retryInDays?: number;
  /** Whether the message includes the item: its number, and that it was sent. */
  item?: true;
  /** Whether the message includes the address of the copy. */
  copy?: true;
};

/**
 * A behaviour, chosen by its script word. `opening` is the message after a request, `agreed` the message after its terms are
 * accepted; `on` replaces its usual answer to an action. Several words can be combined: one opening, any manners.
 */
export type Script = {
  shows: string;
  opening?: readonly Saying[];
  agreed?: readonly Saying[];
  /** The message after its claim for damage is accepted. */
  settled?: readonly Saying[];
  on?: Answers;
  /** The reason in the confirmation for refusing such a request; no message follows. */
  refuses?: ErrorData;
  twice?: true;
  reversed?: true;
};
type Answers = Readonly<Partial<Record<Action, readonly Saying[]>>>;

const WILL: Saying = { after: 1, status: 'WillSupply', reason: 'RequestResponse' };
const LENT: Saying = { after: 3, status: 'Loaned', dueInDays: 21, item: true };
const LENT_AT_ONCE: Saying = { ...LENT, after: 1, reason: 'RequestResponse' };
const retry = (more: Partial<Saying>): readonly Saying[] => [
  { after: 1, status: 'RetryPossible', reason: 'RequestResponse', ...more },
];
const AGREED: Saying[] = [WILL, LENT];
const BOUND: Saying = { ...WILL, conditions: ['LibraryUseOnly'], note: 'For use in the reading room.' };

/** The answer to an action without a script word for it. */
export const USUALLY: Answers = {
  Renew: [{ after: 1, status: 'Loaned', reason: 'RenewResponse', answer: 'Y', dueInDays: 42 }],
  Cancel: [{ after: 1, status: 'Cancelled', reason: 'CancelResponse', answer: 'Y' }],
  ShippedReturn: [{ after: 2, status: 'LoanCompleted' }],
  Lost: [{ after: 2, status: 'CompletedWithoutReturn', note: 'We close the loan.' }],
};

/** Every script by its word; the first opening is the default. */
export const SCRIPTS = {
  lends: { shows: 'promises after 1 s, ships after 3 s', opening: [WILL, LENT] },
  'lends-at-once': { shows: 'ships as its first answer', opening: [LENT_AT_ONCE] },
  expects: {
    shows: 'expects to supply (as a notification), then promises and ships',
    opening: [
      { after: 1, status: 'ExpectToSupply', reason: 'Notification' },
      { ...WILL, after: 2 },
      { ...LENT, after: 4 },
    ],
  },
  waits: { shows: 'promises and ships only after 60 s: time to cancel', opening: [WILL, { ...LENT, after: 60 }] },
  unfilled: {
    shows: 'cannot supply: NotOnShelf',
    opening: [{ after: 1, status: 'Unfilled', reason: 'RequestResponse', reasonUnfilled: 'NotOnShelf' }],
  },
  'off-list': {
    shows: 'cannot supply, for a reason that is on no list',
    opening: [{ after: 1, status: 'Unfilled', reason: 'StatusChange', reasonUnfilled: 'Duplicate' }],
  },
  broker: {
    shows: 'one library behind it cannot supply (reported by a notification), another ships',
    opening: [{ after: 1, status: 'Unfilled', reason: 'Notification', note: 'Supplier: ISIL:FIRST' }, WILL, LENT],
  },
  cost: {
    shows: 'offers to lend for 35 USD; ships after a retry',
    opening: retry({ reasonRetry: 'CostExceedsMaxCost', offers: '35.00' }),
    agreed: AGREED,
  },
  condition: {
    shows: 'offers to lend for use in the library only; ships after a retry',
    opening: retry({ reasonRetry: 'MustMeetLoanCondition', conditions: ['LibraryUseOnly'] }),
    agreed: AGREED,
  },
  'on-loan': {
    shows: 'has it on loan, retry in 7 days; ships after a retry',
    opening: retry({ reasonRetry: 'OnLoan', retryInDays: 7 }),
    agreed: AGREED,
  },
  edition: {
    shows: 'has another edition only; ships after a retry',
    opening: retry({ reasonRetry: 'ReqEditionNotPossible', editions: ['3rd ed.'] }),
    agreed: AGREED,
  },
  conditions: {
    shows: 'promises under a condition; ships after the agreement',
    opening: [BOUND],
    agreed: [{ ...LENT, after: 2 }],
  },
  copy: {
    shows: 'sends a copy by a link',
    opening: [{ after: 1, status: 'CopyCompleted', reason: 'RequestResponse', copy: true }],
  },
  silent: { shows: 'accepts the request and never answers', opening: [] },
  late: {
    shows: 'answers after 300 s',
    opening: [
      { ...WILL, after: 300 },
      { ...LENT, after: 303 },
    ],
  },
  withdraws: {
    shows: 'promises, then cancels unasked',
    opening: [WILL, { after: 3, status: 'Cancelled', note: 'The item was found missing.' }],
  },
  error: {
    shows: 'refuses the request itself by an ERROR confirmation',
    opening: [],
    refuses: { errorType: 'UnrecognisedDataValue', errorValue: 'We do not take this request.' },
  },
  doubled: { shows: 'sends everything twice', twice: true },
  disorder: { shows: 'sends everything at once, the last message first', reversed: true },
  recalls: {
    shows: 'recalls the item 3 s after it was received',
    on: { Received: [{ after: 3, status: 'Recalled' }] },
  },
  overdue: {
    shows: 'says it is overdue 3 s after it was received',
    on: { Received: [{ after: 3, status: 'Overdue' }] },
  },
  holds: {
    shows: 'requests 3 s after receipt not to return the item yet, and its return after 10 s',
    on: {
      Received: [
        { after: 3, status: 'HoldReturn' },
        { after: 10, status: 'ReleaseHoldReturn' },
      ],
    },
  },
  'no-renewal': {
    shows: 'refuses to renew',
    on: { Renew: [{ after: 1, status: 'Loaned', reason: 'RenewResponse', answer: 'N' }] },
  },
  'no-cancel': {
    shows: 'refuses to cancel, and ships',
    on: {
      Cancel: [
        { after: 1, status: 'WillSupply', reason: 'CancelResponse', answer: 'N' },
        { ...LENT, after: 2 },
      ],
    },
  },
  crossing: { shows: 'answers a cancellation by shipping', on: { Cancel: [{ ...LENT, after: 1 }] } },
  damaged: {
    shows: 'claims 15 USD for damage when the item is returned; completes when that is accepted',
    on: {
      ShippedReturn: [
        { after: 2, status: 'Loaned', reason: 'Notification', note: 'It came home damaged.', costs: '15.00' },
      ],
    },
    settled: [{ after: 1, status: 'LoanCompleted' }],
  },
  keeps: { shows: 'never reports the return of the item', on: { ShippedReturn: [] } },
} as const satisfies Record<string, Script>;

/** A script word. */
export type Keyword = keyof typeof SCRIPTS;

const isKeyword = (text: string): text is Keyword => Object.hasOwn(SCRIPTS, text);

/**
 * Returns the script words of a request: in the title between square brackets (`Emma [cost, recalls]`), so that no real title is
 * mistaken for a script; in the record id unbracketed (`cost recalls`, `COST_RECALLS`).
 */
export const keywordsIn = (title = '', recordId = ''): Keyword[] => {
  const inTitle = [...title.matchAll(/\[([^\]]{1,200})\]/g)].flatMap(([, inside = '']) => inside.split(/[\s,;]+/));
  const inId = recordId.split(/[\s,;:_]+/);
  return [...inTitle, ...inId].map((text) => text.toLowerCase()).filter(isKeyword);
};

/** Combines several script words: the first opening, and all manners. Without an opening it lends. */
export const scriptOf = (keywords: readonly Keyword[]): Script => {
  const scripts: Script[] = keywords.map((keyword) => SCRIPTS[keyword]);
  const opening: Script = scripts.find((script) => script.opening !== undefined) ?? SCRIPTS.lends;
  const all = [opening, ...scripts.filter((script) => script.opening === undefined)];
  const on: Answers = Object.assign({}, ...all.map((script) => script.on));
  return Object.assign({}, ...all, { shows: all.map(({ shows }) => shows).join('; '), on });
};
