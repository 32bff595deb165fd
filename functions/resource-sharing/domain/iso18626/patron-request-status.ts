import type { LoanRequest } from '../requests/request.ts';
import type { RequesterState } from '../workflow/states.ts';
import type { MessageOf } from './schemas.ts';

type Status = MessageOf<'supplyingAgencyMessage'>['statusInfo']['status'];

/** Where a patron's own request stands, to whoever handed it in: our library is who supplies the patron. */
const STATUSES: Record<RequesterState, Status> = {
  requested: 'RequestReceived',
  // Why it waits for a person is said to nobody outside: it may be about the patron.
  'invalid-patron': 'RequestReceived',
  duplicate: 'RequestReceived',
  'blank-form': 'RequestReceived',
  'over-limit': 'RequestReceived',
  'copyright-review': 'RequestReceived',
  'local-review': 'RequestReceived',
  asked: 'RequestReceived',
  'terms-offered': 'RequestReceived',
  'conditions-set': 'RequestReceived',
  'retry-waiting': 'RequestReceived',
  unfilled: 'RequestReceived',
  'will-supply': 'ExpectToSupply',
  'cancel-pending': 'ExpectToSupply',
  'copy-received': 'WillSupply',
  shipped: 'WillSupply',
  received: 'WillSupply',
  lent: 'Loaned',
  'renewal-asked': 'Loaned',
  overdue: 'Overdue',
  recalled: 'Recalled',
  lost: 'Loaned',
  'returned-by-patron': 'LoanCompleted',
  'shipped-back': 'LoanCompleted',
  'damage-claimed': 'LoanCompleted',
  'claim-disputed': 'LoanCompleted',
  'cost-claimed': 'LoanCompleted',
  completed: 'LoanCompleted',
  'replacement-claimed': 'CompletedWithoutReturn',
  'closed-lost': 'CompletedWithoutReturn',
  'filled-locally': 'WillSupply',
  'end-of-rota': 'Unfilled',
  cancelled: 'Cancelled',
};

/** How a patron's request stands, as ISO 18626 says it to whoever handed it in; a copy that was handed on was no loan. */
export const patronRequestStatus = ({
  state,
  documentId,
  barcode,
}: Pick<LoanRequest, 'state' | 'documentId' | 'barcode'>): Status => {
  const isCopy = documentId !== undefined && barcode === undefined;
  return STATUSES[state] === 'LoanCompleted' && isCopy ? 'CopyCompleted' : STATUSES[state];
};

/** What may be said of a patron's own request by whoever handed it in: the item itself moves between our desk and the patron. */
export const isPatronRequestAction = (action: MessageOf<'requestingAgencyMessage'>['action']): boolean =>
  action === 'StatusRequest' || action === 'Cancel' || action === 'Notification';
