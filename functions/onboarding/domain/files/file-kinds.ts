/** The lists of the consortium to which a member's own codes are mapped. */
export const codeLists = {
  patronCategories: 'Patron categories of the consortium, by its loan rules',
  residences: 'Places of residence, by the policy of patrons',
  branches: 'Branches: of the member, and of others as pickup branches',
  itemCategories: 'Item types of the consortium, by its loan rules',
  itemStatuses: 'States of items',
  holdStatuses: 'States of holds',
  blockReasons: 'Reasons of blocks',
  billTypes: 'Kinds of bills',
} as const;
export type CodeList = keyof typeof codeLists;

/**
 * The kinds of content of a cell. `time` is a day, or a day and a time of the member's clock; `amount` is money; `code` is one of the
 * member's own codes, mapped by `list`; `class` a statistical code.
 */
export type ColumnType =
  | 'text'
  | 'email'
  | 'language'
  | 'day'
  | 'time'
  | 'amount'
  | 'count'
  | 'yes-no'
  | 'code'
  | 'class';

/** A column of a file: what it holds, whether every row must have it, the longest text, and its meaning. */
export type Column = { type: ColumnType; list?: CodeList; required?: true; max?: number; meaning: string };

type Kind = { meaning: string; columns: Record<string, Column> };
const kinds = <const T extends Record<string, Kind>>(table: T): T => table;

/**
 * The files of a load and their columns. They are applied in this order, since later ones refer to earlier ones. A file may
 * leave out columns that are not required; a column that is not listed here is refused, so that nothing is lost unseen.
 */
export const fileKinds = kinds({
  patrons: {
    meaning: 'Patrons of the member. Repeated rows update them.',
    columns: {
      id: {
        type: 'text',
        required: true,
        max: 100,
        meaning: 'The old system’s number of the patron; other files refer to it',
      },
      card: { type: 'text', required: true, max: 64, meaning: 'Number of the card' },
      family: { type: 'text', required: true, max: 200, meaning: 'Family name, or the only name' },
      given: { type: 'text', max: 200, meaning: 'Given names' },
      born: { type: 'day', meaning: 'Birth date' },
      email: { type: 'email', max: 254, meaning: 'E-mail address' },
      usedFamily: {
        type: 'text',
        max: 200,
        meaning: 'Family name in use, if it is not the legal one',
      },
      usedGiven: { type: 'text', max: 200, meaning: 'Given names in use' },
      phone: { type: 'text', max: 40, meaning: 'Telephone' },
      phoneLabel: { type: 'text', max: 10, meaning: 'mobile, home, work or other; other when empty' },
      phone2: { type: 'text', max: 40, meaning: 'Second telephone' },
      phone2Label: { type: 'text', max: 10, meaning: 'Kind of the second telephone' },
      address: {
        type: 'text',
        max: 500,
        meaning:
          'Street address, at most four lines in one cell; the whole postal address if the other columns are empty',
      },
      locality: { type: 'text', max: 100, meaning: 'Town of the address' },
      region: { type: 'text', max: 100, meaning: 'State or province of the address' },
      postalCode: { type: 'text', max: 20, meaning: 'Postal code of the address' },
      country: { type: 'text', max: 2, meaning: 'Country of an address abroad, ISO 3166-1 alpha-2, e.g. DE' },
      residence: { type: 'code', list: 'residences', meaning: 'Place of residence: municipality or district' },
      emailConsent: { type: 'day', meaning: 'Day on which the patron agreed to be contacted by e-mail' },
      smsConsent: { type: 'day', meaning: 'Day on which the patron agreed to text messages' },
      postConsent: { type: 'day', meaning: 'Day on which the patron agreed to letters' },
      phoneConsent: { type: 'day', meaning: 'Day on which the patron agreed to calls' },
      language: { type: 'language', meaning: 'Language of notices, ISO 639-2/B, e.g. eng' },
      category: { type: 'code', list: 'patronCategories', required: true, meaning: 'Category of the patron' },
      branch: { type: 'code', list: 'branches', required: true, meaning: 'Home branch' },
      expires: { type: 'day', required: true, meaning: 'Last valid day of the card' },
      registered: { type: 'day', meaning: 'Day on which the patron was registered' },
      guarantor: { type: 'text', max: 100, meaning: 'Old number of the guarantor' },
      history: { type: 'yes-no', meaning: 'Whether the patron has turned on the reading history; no when empty' },
      class1: { type: 'class', meaning: 'First statistical class, named by the mapping' },
      class2: { type: 'class', meaning: 'Second statistical class, named by the mapping' },
      class3: { type: 'class', meaning: 'Third statistical class, named by the mapping' },
    },
  },
  items: {
    meaning:
      'Items. One that the catalogue load made is found by its barcode and updated; another is made on its record.',
    columns: {
      barcode: { type: 'text', required: true, max: 64, meaning: 'Barcode on the label; other files refer to it' },
      record: {
        type: 'text',
        max: 100,
        meaning: 'Local number (001) of the bibliographic record; needed for a new item',
      },
      branch: { type: 'code', list: 'branches', required: true, meaning: 'Branch that owns the item' },
      location: { type: 'text', max: 200, meaning: 'Shelving location' },
      callNumber: { type: 'text', max: 200, meaning: 'Call number' },
      category: { type: 'code', list: 'itemCategories', required: true, meaning: 'Category of the item' },
      copy: { type: 'text', max: 60, meaning: 'Copy number' },
      volume: { type: 'text', max: 200, meaning: 'Volume or part' },
      price: { type: 'amount', meaning: 'Price' },
      status: { type: 'code', list: 'itemStatuses', meaning: 'State; on its shelf when empty' },
    },
  },
  loans: {
    meaning: 'Open loans, one a row.',
    columns: {
      patron: { type: 'text', required: true, max: 100, meaning: 'Old number of the patron' },
      barcode: { type: 'text', required: true, max: 64, meaning: 'Barcode of the item' },
      lent: { type: 'time', required: true, meaning: 'Time of the checkout' },
      due: { type: 'time', required: true, meaning: 'Due date; a day alone means the end of that day' },
      renewals: { type: 'count', meaning: 'Number of renewals; 0 when empty' },
      branch: { type: 'code', list: 'branches', required: true, meaning: 'Branch of the checkout' },
    },
  },
  holds: {
    meaning: 'Open holds, one a row.',
    columns: {
      id: { type: 'text', required: true, max: 100, meaning: 'The old system’s number of the hold' },
      patron: { type: 'text', required: true, max: 100, meaning: 'Old number of the patron' },
      record: { type: 'text', max: 100, meaning: 'Local number (001) of the record; or a barcode is given' },
      barcode: {
        type: 'text',
        max: 64,
        meaning: 'The copy on the hold shelf or in transit, or the only requested copy',
      },
      onlyCopy: { type: 'yes-no', meaning: 'Whether only the copy with the barcode is requested' },
      volume: { type: 'text', max: 60, meaning: 'The requested volume or part, as on its copies' },
      requested: {
        type: 'time',
        required: true,
        meaning: 'Time of placing, which determines its place in the queue',
      },
      place: { type: 'count', meaning: 'Place in the old queue of the record, 1 for the next' },
      pickup: { type: 'code', list: 'branches', required: true, meaning: 'Pickup branch' },
      status: { type: 'code', list: 'holdStatuses', meaning: 'State; waiting when empty' },
      shelfUntil: { type: 'time', meaning: 'End of the time on the hold shelf; by the rules when empty' },
      suspended: { type: 'yes-no', meaning: 'Whether it is suspended, if the status does not contain it' },
      suspendedUntil: { type: 'time', meaning: 'End of the suspension' },
      neededUntil: { type: 'time', meaning: 'Last day on which it is needed' },
    },
  },
  bills: {
    meaning: 'Open bills of patrons, one a row. Pay money owed to patrons out before the load.',
    columns: {
      id: { type: 'text', required: true, max: 100, meaning: 'The old system’s number of the bill' },
      patron: { type: 'text', required: true, max: 100, meaning: 'Old number of the patron' },
      amount: { type: 'amount', required: true, meaning: 'Open amount' },
      type: { type: 'code', list: 'billTypes', required: true, meaning: 'Kind of the bill' },
      date: { type: 'time', required: true, meaning: 'Time of the charge' },
      barcode: { type: 'text', max: 64, meaning: 'Barcode of the item' },
    },
  },
  blocks: {
    meaning: 'Blocks set by staff, one a row.',
    columns: {
      patron: { type: 'text', required: true, max: 100, meaning: 'Old number of the patron' },
      reason: { type: 'code', list: 'blockReasons', required: true, meaning: 'Reason' },
      everywhere: {
        type: 'yes-no',
        meaning: 'Whether it applies in the whole consortium; only at the member when empty',
      },
      since: { type: 'time', meaning: 'Begin; the load when empty' },
      until: { type: 'time', meaning: 'Last day of the block; no end when empty' },
    },
  },
});

export type FileKind = keyof typeof fileKinds;
const isKind = (name: string): name is FileKind => Object.hasOwn(fileKinds, name);
/** The kinds of file in the order in which they are applied. */
export const kindsInOrder: readonly FileKind[] = Object.keys(fileKinds).filter(isKind);

type Columns<K extends FileKind> = (typeof fileKinds)[K]['columns'];
type Value<C> = C extends { type: 'amount' | 'count' } ? number : C extends { type: 'yes-no' } ? boolean : string;
type Needed<T> = { [N in keyof T]: T[N] extends { required: true } ? N : never }[keyof T];

/**
 * A row as read: codes mapped, days as `YYYY-MM-DD`, times as such a day or an instant in UTC, money in minor units. What a
 * cell does not say is left out.
 */
export type Row<K extends FileKind> = { [N in Needed<Columns<K>>]: Value<Columns<K>[N]> } & {
  [N in Exclude<keyof Columns<K>, Needed<Columns<K>>>]?: Value<Columns<K>[N]>;
};

/** The columns of a kind by name. */
export const columnsOf = (kind: FileKind): Record<string, Column> => fileKinds[kind].columns;
