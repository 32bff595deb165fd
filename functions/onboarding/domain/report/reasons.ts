/** The reasons why a row is rejected, as texts. The content of a cell is never repeated: it may be personal. */
export const rejectReasons = {
  'record-too-long': 'The line is longer than 32,768 bytes.',
  'quote-not-closed': 'A quote is opened and not closed where it should be.',
  'text-after-quote': 'There is text after a closing quote.',
  'not-in-encoding': 'There are bytes that do not belong to the encoding of the mapping.',
  'cells-wrong': 'The row has more or fewer cells than the heading.',
  empty: 'The cell must not be empty.',
  'too-long': 'The cell is too long.',
  'not-a-day': 'The cell is not a day in the format of the mapping.',
  'not-a-time': 'The cell is not a day or time in the format of the mapping, or the clock skipped that hour.',
  'not-an-amount': 'The cell is not an amount in the format of the mapping, or has more decimals than the currency.',
  'not-a-count': 'The cell is no whole number.',
  'not-yes-or-no': 'The cell is neither yes nor no.',
  'not-an-email': 'The cell is no e-mail address.',
  'not-a-language': 'The cell is no language code of three letters.',
  'not-a-class': 'The cell is no code of small letters, digits and hyphens.',
  'not-allowed': 'The field does not permit this value.',
  'not-a-card': 'The cell is no card number.',
  'not-a-barcode': 'The cell is no barcode: letters, digits and the signs $%*./:#_@+- without spaces.',
  unmapped: 'The mapping has no meaning for this code.',
  'twice-in-file': 'The same number is on an earlier line of the file.',
  'card-twice': 'The same card is on an earlier line of the file.',
  'card-of-another': 'Another patron of the member has this card.',
  'card-taken': 'Two other members have already issued this number.',
  'card-replaced': 'The number was replaced and is refused everywhere.',
  'branch-unknown': 'There is no such branch.',
  'branch-elsewhere': 'The branch belongs to another member.',
  'no-pickup': 'The branch is not a pickup branch.',
  'patron-not-loaded': 'The patron was not loaded: see the report of the patrons.',
  'item-not-loaded': 'The item was not loaded: see the report of the items.',
  'record-unknown': 'The member has no such bibliographic record.',
  'record-needed': 'A record or a barcode is needed.',
  'copy-needed': 'The barcode of the copy is needed.',
  'item-not-free': 'The item is on loan, held for a patron, or not for loan.',
  'not-after-lent': 'It is due before it was lent.',
  'not-positive': 'The amount is not above zero.',
  'in-the-future': 'The time is later than the load.',
  'already-over': 'The block ended before the load.',
  'loaded-differently': 'It was loaded before with other values: change it at the desk.',
  'changed-meanwhile': 'It was changed repeatedly during the load: load the file again.',
} as const;
export type RejectReason = keyof typeof rejectReasons;

/** The warnings about accepted rows. */
export const warningReasons = {
  'card-shared':
    'Another member has also issued this card number: the desk asks which patron is meant, until one card is replaced.',
  'barcode-shared': 'An item of another member has the same barcode: the desk asks which item is meant.',
  'same-person': 'A patron with this name and birth date exists already, or is on an earlier line.',
  'guarantor-unknown': 'The guarantor was not loaded: the patron has none.',
  'staff-edit-preserved': 'A field that staff changed meanwhile is not overwritten.',
  'item-awaited': 'The item is in process until its loan or hold is loaded.',
} as const;
export type WarningReason = keyof typeof warningReasons;

/** A problem of a row, with its column. `value` only for codes, which are not personal. */
export type Problem<R = RejectReason> = { reason: R; column?: string; value?: string };
