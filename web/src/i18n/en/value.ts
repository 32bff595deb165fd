/** The page of what membership brought a library. */
export const value = {
  'value.title': 'Value of membership',
  'value.page':
    'What a library received from the consortium, what it gave, and what it paid. Cash and avoided cost are two amounts and are never added.',
  'value.head': '{library}, {from} to {to}',
  'value.month': 'Month',
  'value.by-month': 'Loans by month',
  'value.none': 'The archive has no loans between libraries for these months.',
  'value.money': 'Cash and avoided cost',
  'value.dues': 'Dues invoiced',
  'value.charges': 'Other charges less credit notes',
  'value.cash': 'Cash saved by joint purchases',
  'value.avoided': 'Avoided cost',
  'value.range': '{middle} (from {low} to {high})',
  'value.ratio': '{ratio} for each 1.00 invoiced',
  'value.money-meaning':
    'Dues and charges come from the account of the library with the consortium, by the day of booking. Cash saved is entered below. Avoided cost was never paid, so it is no cash.',
  'value.no-account':
    'The account with the consortium is read by finance staff. Cash saved is entered below. Avoided cost was never paid, so it is no cash.',
  'value.got': 'What the library received',
  'value.gave': 'What the library gave',
  'value.line': 'Line',
  'value.figure': 'Figure',
  'value.avoided-low': 'Avoided cost, low',
  'value.avoided-middle': 'Middle',
  'value.avoided-high': 'High',
  'value.meaning': 'Definition and source',
  'value.not-priced': '–',
  'value.borrowed': 'Borrowed from other members',
  'value.borrowed-meaning':
    'First checkouts by the library’s patrons, at any desk, of items of other members (archive of circulation). Avoided cost: the price of such a loan elsewhere less the own cost, as assumed below.',
  'value.outside': 'Borrowed from outside the consortium',
  'value.outside-meaning':
    'First checkouts by the library’s patrons of items of other libraries (archive of circulation).',
  'value.turnaround': 'Time to receive, median',
  'value.turnaround-meaning': 'From the request until the item was received (report of interlibrary loans).',
  'value.records': 'Records described by others',
  'value.records-meaning':
    'Records of the library’s loads that were new to it and joined a record of another member (loads of these months, UTC). Avoided cost: the minutes and the hour of staff as assumed below.',
  'value.freed': 'Time of cataloguers freed',
  'value.hours': '{hours} hours',
  'value.freed-meaning': 'Those records by the minutes for each record, as assumed below.',
  'value.lent': 'Lent to patrons of other members',
  'value.lent-meaning':
    'First checkouts by patrons of other members, at any desk, of the library’s items (archive of circulation). Counted and not priced.',
  'value.supplied': 'Requests supplied',
  'value.supplied-meaning':
    'Interlibrary loan requests that the library filled as supplier (report of interlibrary loans). Counted and not priced.',
  'value.older-loads': 'Older loads of these months were not counted.',
  'value.assumptions': 'Assumptions',
  'value.assumptions-meaning':
    'Nothing in Concord records these. The values at first are examples: enter your own, with their source in your report. They are part of the address of this page, so a link shows the same figures.',
  'value.assumed-low': 'Price of a loan elsewhere, low',
  'value.assumed-middle': 'Price of a loan elsewhere, middle',
  'value.assumed-high': 'Price of a loan elsewhere, high',
  'value.assumed-own': 'Own cost of a borrowed loan',
  'value.assumed-minutes': 'Minutes to describe a record',
  'value.assumed-wage': 'Cost of an hour of staff',
  'value.assumed-cash': 'Cash saved by joint purchases in these months',
  'value.not-a-number': 'Enter a number such as 12.00; whole minutes.',
  'value.calculate': 'Calculate',
} as const;
