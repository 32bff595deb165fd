import { type Profile, passedOver } from './profile.ts';

/** Evergreen: reports or SQL on `actor.usr`, `asset.copy`, `action.circulation` and others. Times are cast to dates or local times. */
export const evergreen: Profile = {
  name: 'Evergreen',
  checked:
    'Open-ILS/src/sql/Pg (005.schema.actors, 040.schema.asset, 090.schema.action, 950.data.seed-values), github.com/evergreen-library-system/Evergreen',
  unchecked: 'money.billable_xact_summary, actor.usr_standing_penalty',
  format: { encoding: 'utf-8', dayFormat: 'yyyy-MM-dd', decimalMark: '.' },
  headings: {
    patrons: {
      ...{ id: 'id', barcode: 'card', family_name: 'family', first_given_name: 'given', dob: 'born', email: 'email' },
      ...{ day_phone: 'phone', evening_phone: 'phone2', street1: 'address', city: 'locality', state: 'region' },
      ...{ post_code: 'postalCode', profile: 'category', home_ou: 'branch', expire_date: 'expires' },
      create_date: 'registered',
      ...passedOver('usrname', 'prefix', 'second_given_name', 'suffix', 'other_phone', 'alert_message', 'county'),
    },
    items: {
      ...{ barcode: 'barcode', record: 'record', circ_lib: 'branch', location: 'location', label: 'callNumber' },
      ...{ circ_modifier: 'category', copy_number: 'copy', price: 'price', status: 'status' },
      ...passedOver('id', 'call_number', 'create_date', 'edit_date', 'loan_duration', 'fine_level', 'circulate'),
    },
    loans: {
      ...{ usr: 'patron', barcode: 'barcode', xact_start: 'lent', due_date: 'due', circ_lib: 'branch' },
      ...passedOver('id', 'target_copy', 'renewal_remaining', 'stop_fines'),
    },
    holds: {
      ...{ id: 'id', usr: 'patron', barcode: 'barcode', request_time: 'requested', frozen: 'suspended' },
      ...{ pickup_lib: 'pickup', thaw_date: 'suspendedUntil', expire_time: 'neededUntil' },
      ...{ shelf_expire_time: 'shelfUntil' },
      // `target` is a record only where `hold_type` is T, otherwise a copy, a volume or a part: the library decides both.
      ...passedOver('current_copy', 'capture_time', 'request_lib', 'requestor'),
    },
    bills: {
      ...{ id: 'id', usr: 'patron', balance_owed: 'amount', last_billing_type: 'type', xact_start: 'date' },
      ...passedOver('xact_finish', 'total_paid', 'total_owed', 'xact_type', 'last_billing_ts'),
    },
    blocks: {
      ...{ usr: 'patron', set_date: 'since', stop_date: 'until' },
      ...Object.fromEntries([['standing_penalty', 'reason']]),
      ...passedOver('id', 'org_unit', 'staff', 'note'),
    },
  },
  codes: {
    itemStatuses: {
      ...{ Available: 'available', 'Checked out': 'on-loan', Lost: 'lost', Missing: 'missing' },
      ...{ 'In process': 'in-process', 'In transit': 'in-transit', Reshelving: 'available' },
      ...{ 'On holds shelf': 'on-hold-shelf', 'On order': 'on-order', Cataloging: 'in-process' },
      ...{ 'Discard/Weed': 'withdrawn', Damaged: 'damaged' },
      ...{ '0': 'available', '1': 'on-loan', '3': 'lost', '4': 'missing', '5': 'in-process', '6': 'in-transit' },
      ...{ '7': 'available', '8': 'on-hold-shelf', '9': 'on-order', '11': 'in-process', '13': 'withdrawn' },
      '14': 'damaged',
    },
    billTypes: {
      ...{ 'Overdue Materials': 'overdue', 'Overdue materials': 'overdue', 'Lost Materials': 'lost' },
      ...{ 'Lost Materials Processing Fee': 'lost-processing', 'Damaged Item': 'damaged', '*': 'fee' },
    },
    blockReasons: { '*': 'library-decision' },
  },
};
