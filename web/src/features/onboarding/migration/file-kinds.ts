/** The lists of the consortium to which codes of the old system are mapped. */
export type CodeList =
  | 'patronCategories'
  | 'residences'
  | 'branches'
  | 'itemCategories'
  | 'itemStatuses'
  | 'holdStatuses'
  | 'blockReasons'
  | 'billTypes';

type Columns = { needed: readonly string[]; others: readonly string[]; lists: Readonly<Record<string, CodeList>> };

/** The files of a load with their columns, as the API reads them (`docs/cut-over/columns.md`). A contract test compares the two. */
export const fileKinds = {
  patrons: {
    needed: ['id', 'card', 'family', 'category', 'branch', 'expires'],
    others: [
      ...['given', 'born', 'email', 'usedFamily', 'usedGiven', 'phone', 'phoneLabel', 'phone2', 'phone2Label'],
      ...['address', 'locality', 'region', 'postalCode', 'country', 'residence', 'emailConsent', 'smsConsent'],
      ...[
        'postConsent',
        'phoneConsent',
        'language',
        'registered',
        'guarantor',
        'history',
        'class1',
        'class2',
        'class3',
      ],
    ],
    lists: { category: 'patronCategories', branch: 'branches', residence: 'residences' },
  },
  items: {
    needed: ['barcode', 'branch', 'category'],
    others: ['record', 'location', 'callNumber', 'copy', 'volume', 'price', 'status'],
    lists: { branch: 'branches', category: 'itemCategories', status: 'itemStatuses' },
  },
  loans: {
    needed: ['patron', 'barcode', 'lent', 'due', 'branch'],
    others: ['renewals'],
    lists: { branch: 'branches' },
  },
  holds: {
    needed: ['id', 'patron', 'requested', 'pickup'],
    others: [
      ...['record', 'barcode', 'onlyCopy', 'volume', 'place', 'status', 'shelfUntil', 'suspendedUntil'],
      ...['suspended', 'neededUntil'],
    ],
    lists: { pickup: 'branches', status: 'holdStatuses' },
  },
  bills: { needed: ['id', 'patron', 'amount', 'type', 'date'], others: ['barcode'], lists: { type: 'billTypes' } },
  blocks: { needed: ['patron', 'reason'], others: ['everywhere', 'since', 'until'], lists: { reason: 'blockReasons' } },
} as const satisfies Record<string, Columns>;

export type FileKind = keyof typeof fileKinds;

/** The kinds of file in the order in which they are applied. */
export const kinds = Object.keys(fileKinds) as readonly FileKind[];

/** Returns the columns of a kind, needed ones first. */
export const columnsOf = (kind: FileKind): readonly string[] => [...fileKinds[kind].needed, ...fileKinds[kind].others];

/** Returns the needed columns to which no heading of a file leads. */
export const missingIn = (kind: FileKind, targets: readonly string[]): string[] =>
  fileKinds[kind].needed.filter((column) => !targets.includes(column));

/** The heading that is passed over. */
export const PASSED_OVER = '-';
