import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { RequesterState } from '../workflow/states.ts';

type Status = MessageOf<'supplyingAgencyMessage'>['statusInfo']['status'];

/** The status of a patron's own request for its sender: our library is the patron's supplier. */
const STATUSES: Record<RequesterState, Status> = {
  requested: 'RequestReceived',
  // The reason why it waits for staff is not disclosed: it may concern the patron.
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

/** Returns the ISO 18626 status of a patron's request for its sender; a delivered copy was no loan. */
export const patronRequestStatus = ({
  state,
  documentId,
  barcode,
}: Pick<LoanRequest, 'state' | 'documentId' | 'barcode'>): Status => {
  const isCopy = documentId !== undefined && barcode === undefined;
  return STATUSES[state] === 'LoanCompleted' && isCopy ? 'CopyCompleted' : STATUSES[state];
};

/**
 * The messages that the sender of a patron request may send about it: the item itself moves between our desk and the
 * patron.
 */
export const isPatronRequestAction = (action: MessageOf<'requestingAgencyMessage'>['action']): boolean =>
  action === 'StatusRequest' || action === 'Cancel' || action === 'Notification';
