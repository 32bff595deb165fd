import { type Profile, passedOver } from './profile.ts';

/** Koha: SQL reports on its tables, with their column names. Items, loans and holds are joined with `items` for the barcode. */
export const koha: Profile = {
  name: 'Koha',
  checked:
    'Koha/Schema/Result (Borrower, Item, Issue, Reserve, Accountline, BorrowerDebarment), github.com/Koha-Community/Koha',
  unchecked: '',
  format: { encoding: 'utf-8', dayFormat: 'yyyy-MM-dd', decimalMark: '.' },
  headings: {
    patrons: {
      ...{ borrowernumber: 'id', cardnumber: 'card', surname: 'family', firstname: 'given', dateofbirth: 'born' },
      ...{ email: 'email', phone: 'phone', mobile: 'phone2', address: 'address', city: 'locality', state: 'region' },
      ...{ zipcode: 'postalCode', categorycode: 'category', branchcode: 'branch', dateexpiry: 'expires' },
      ...{ dateenrolled: 'registered', guarantor_id: 'guarantor' },
      ...passedOver(
        'title',
        'initials',
        'othernames',
        'country',
        'sex',
        'borrowernotes',
        'opacnote',
        'userid',
        'privacy',
      ),
    },
    items: {
      ...{ barcode: 'barcode', biblionumber: 'record', homebranch: 'branch', location: 'location' },
      ...{ itemcallnumber: 'callNumber', itype: 'category', copynumber: 'copy', enumchron: 'volume', price: 'price' },
      ...passedOver('itemnumber', 'biblioitemnumber', 'holdingbranch', 'replacementprice', 'dateaccessioned', 'ccode'),
    },
    loans: {
      ...{ borrowernumber: 'patron', barcode: 'barcode', issuedate: 'lent', date_due: 'due' },
      ...{ renewals: 'renewals', renewals_count: 'renewals', branchcode: 'branch' },
      ...passedOver('issue_id', 'itemnumber', 'lastreneweddate', 'auto_renew', 'onsite_checkout'),
    },
    holds: {
      ...{ reserve_id: 'id', borrowernumber: 'patron', biblionumber: 'record', barcode: 'barcode' },
      ...{ reservedate: 'requested', priority: 'place', branchcode: 'pickup', found: 'status' },
      ...{ suspend: 'suspended', suspend_until: 'suspendedUntil', expirationdate: 'neededUntil' },
      ...passedOver('itemnumber', 'waitingdate', 'reservenotes', 'notificationdate', 'itemtype'),
    },
    bills: {
      ...{ accountlines_id: 'id', borrowernumber: 'patron', amountoutstanding: 'amount', debit_type_code: 'type' },
      ...{ date: 'date', barcode: 'barcode' },
      ...passedOver('itemnumber', 'amount', 'description', 'note', 'status'),
    },
    blocks: {
      ...{ borrowernumber: 'patron', type: 'reason', created: 'since', expiration: 'until' },
      ...passedOver('borrower_debarment_id', 'comment', 'manager_id', 'updated'),
    },
  },
  codes: {
    holdStatuses: { W: 'on-shelf', T: 'in-transit' },
    billTypes: { OVERDUE: 'overdue', LOST: 'lost', PROCESSING: 'lost-processing', '*': 'fee' },
    blockReasons: { '*': 'library-decision' },
  },
};
