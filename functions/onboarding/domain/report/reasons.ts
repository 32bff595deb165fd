/** The reasons why a row is rejected, as texts. The content of a cell is never repeated: it may be personal. */
export const rejectReasons = {
  'record-too-long': 'The line is longer than 32,768 bytes.',
  'quote-not-closed': 'A quote is opened and not closed where it should be.',
  'text-after-quote': 'There is text behind a closing quote.',
  'not-in-encoding': 'There are bytes that are not of the encoding that was named.',
  'cells-wrong': 'The row has more or fewer cells than the heading.',
  empty: 'The cell is empty, and must not be.',
  'too-long': 'The cell is longer than it may be.',
  'not-a-day': 'The cell is no day in the format that was named.',
  'not-a-time': 'The cell is no day or time in the format that was named, or the clock skipped that hour.',
  'not-an-amount': 'The cell is no amount in the format that was named, or has more decimals than the currency.',
  'not-a-count': 'The cell is no whole number.',
  'not-yes-or-no': 'The cell is neither yes nor no.',
  'not-an-email': 'The cell is no e-mail address.',
  'not-a-language': 'The cell is no language code of three letters.',
  'not-a-class': 'The cell is no code of small letters, digits and hyphens.',
  'not-allowed': 'The cell holds what the field does not take.',
  'not-a-card': 'The cell is no card number.',
  'not-a-barcode': 'The cell is no barcode: letters, digits and the signs $%*./:#_@+- without spaces.',
  unmapped: 'The code stands for nothing in the mapping.',
  'twice-in-file': 'The same number stands on an earlier line of the file.',
  'card-twice': 'The same card stands on an earlier line of the file.',
  'card-of-another': 'Another patron of the member has this card.',
  'card-taken': 'Two other members gave out this number already.',
  'card-replaced': 'The number was replaced and is refused everywhere.',
  'branch-unknown': 'There is no such branch.',
  'branch-elsewhere': 'The branch belongs to another member.',
  'no-pickup': 'The branch is no place of pickup.',
  'patron-not-loaded': 'The patron was not loaded: look in the report of the patrons.',
  'item-not-loaded': 'The item is not there: look in the report of the items.',
  'record-unknown': 'The member has no such bibliographic record.',
  'record-needed': 'A record or a barcode is needed.',
  'copy-needed': 'The barcode of the copy is needed.',
  'item-not-free': 'The item is lent, or set aside for somebody, or not to be lent.',
  'not-after-lent': 'It is due before it was lent.',
  'not-positive': 'The amount is not above zero.',
  'in-the-future': 'The time is later than the load.',
  'already-over': 'The block ended before the load.',
  'loaded-differently': 'It was loaded before with other values, and lives on here: change it at the desk.',
  'changed-meanwhile': 'Others changed it again and again: load the file once more.',
} as const;
export type RejectReason = keyof typeof rejectReasons;

/** The warnings about accepted rows. */
export const warningReasons = {
  'card-shared': 'Another member gave out this card number as well: the desk asks which, until one is replaced.',
  'barcode-shared': 'An item of another member bears this barcode as well: the desk asks which.',
  'same-person': 'A patron of this name and birth date is there already, or stands on an earlier line.',
  'guarantor-unknown': 'The guarantor was not loaded: the patron has none.',
  'staff-edit-preserved': 'A field that staff changed since stays as staff left it.',
  'item-awaited': 'The item is in process until its loan or hold is loaded.',
} as const;
export type WarningReason = keyof typeof warningReasons;

/** A problem of a row, with its column. `value` only for codes, which are not personal. */
export type Problem<R = RejectReason> = { reason: R; column?: string; value?: string };
