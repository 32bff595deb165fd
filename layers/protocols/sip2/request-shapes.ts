/** The fixed-length fields of a request in their order, by name and number of characters. */
type Fixed = readonly (readonly [name: string, length: number])[];

/** The name and the fixed-length fields of a request. */
export type RequestShape = { name: string; fixed: Fixed };

const date = ['transactionDate', 18] as const;

/** The requests that a self-check (SC) sends (3M SIP2 2.00, "Messages"), by their message identifiers. */
export const requestShapes = {
  '01': { name: 'Block Patron', fixed: [['cardRetained', 1], date] },
  '09': { name: 'Checkin', fixed: [['noBlock', 1], date, ['returnDate', 18]] },
  '11': { name: 'Checkout', fixed: [['renewalPolicy', 1], ['noBlock', 1], date, ['noBlockDueDate', 18]] },
  '15': { name: 'Hold', fixed: [['holdMode', 1], date] },
  '17': { name: 'Item Information', fixed: [date] },
  '19': { name: 'Item Status Update', fixed: [date] },
  '23': { name: 'Patron Status', fixed: [['language', 3], date] },
  '25': { name: 'Patron Enable', fixed: [date] },
  '29': { name: 'Renew', fixed: [['thirdPartyAllowed', 1], ['noBlock', 1], date, ['noBlockDueDate', 18]] },
  '35': { name: 'End Patron Session', fixed: [date] },
  '37': { name: 'Fee Paid', fixed: [date, ['feeType', 2], ['paymentType', 2], ['currency', 3]] },
  '63': { name: 'Patron Information', fixed: [['language', 3], date, ['summary', 10]] },
  '65': { name: 'Renew All', fixed: [date] },
  '93': {
    name: 'Login',
    fixed: [
      ['userAlgorithm', 1],
      ['passwordAlgorithm', 1],
    ],
  },
  '97': { name: 'Request ACS Resend', fixed: [] },
  '99': {
    name: 'SC Status',
    fixed: [
      ['statusCode', 1],
      ['printWidth', 3],
      ['protocolVersion', 4],
    ],
  },
} as const satisfies Record<string, RequestShape>;

/** The identifier of a request that a self-check may send. */
export type RequestCode = keyof typeof requestShapes;

/** The requests in the order of the field BX, supported messages; the undefined ones are answered and change nothing. */
export const supportedOrder: readonly (RequestCode | undefined)[] = [
  ...(['23', '11', '09', '01', '99', '97', '93', '63', '35', '37', '17'] as const),
  // Item Status Update (19) and Patron Enable (25): a machine changes neither an item nor a block.
  ...[undefined, undefined],
  ...(['15', '29', '65'] as const),
];
