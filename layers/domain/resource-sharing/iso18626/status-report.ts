import { isAskedOfAll, isBetweenUs } from '../among-us.ts';
import type { Question } from '../owed-answer.ts';
import type { Ask, LoanRequest } from '../request.ts';
import type { SupplierState } from '../states.ts';
import { agencyOf } from './agency-symbol.ts';
import { awaitsAgreement } from './conditional-promise.ts';
import { given } from './plain-values.ts';
import type { IsoMessage, MessageOf } from './schemas.ts';
import type { Ends } from './writing.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;
type Status = Supplied['statusInfo']['status'];
type Info = Supplied['messageInfo'];

const states: Record<SupplierState, Status> = {
  'request-received': 'RequestReceived',
  'terms-offered': 'RetryPossible',
  'will-supply': 'WillSupply',
  'cancel-requested': 'WillSupply',
  shipped: 'Loaned',
  'on-loan': 'Loaned',
  'renewal-asked': 'Loaned',
  overdue: 'Overdue',
  recalled: 'Recalled',
  returned: 'Loaned',
  'damage-claimed': 'Loaned',
  'claim-disputed': 'Loaned',
  lost: 'Loaned',
  completed: 'LoanCompleted',
  'closed-lost': 'CompletedWithoutReturn',
  unfilled: 'Unfilled',
  cancelled: 'Cancelled',
};

/** Asked of us all, it stands otherwise than with the one who was asked last: the next of us is still to be asked. */
const statusAmongUs = (request: LoanRequest): Status | undefined => {
  if (isAskedOfAll(request) && request.state === 'cancelled') return 'Cancelled';
  if (!isBetweenUs(request)) return undefined;
  return request.history.some(({ trigger }) => trigger === 'accept') ? 'ExpectToSupply' : 'RequestReceived';
};

/** Where a partner’s request stands, as ISO 18626 says it. */
export const statusNow = (request: LoanRequest, ask: Ask, ends: Ends): Status => {
  const { supplierState } = ask;
  const amongUs = statusAmongUs(request);
  if (amongUs) return amongUs;
  if (awaitsAgreement(ask, ends)) return 'ExpectToSupply';
  const isCopy = request.documentId !== undefined || request.barcode === undefined;
  return supplierState === 'completed' && isCopy ? 'CopyCompleted' : states[supplierState];
};

/** The head of what our supplier says: the partner’s number, and ours. */
export const headerOf = (request: LoanRequest, ends: Ends, at: string): Supplied['header'] => ({
  supplyingAgencyId: agencyOf(ends.ours),
  requestingAgencyId: agencyOf(request.partner?.requestingAgency ?? ends.theirs),
  timestamp: at,
  requestingAgencyRequestId: request.partner?.requestId ?? request.requestId,
  supplyingAgencyRequestId: request.requestId,
});

const reported = (status: Status, answers: Question | undefined): Info => {
  if (answers === undefined) return { reasonForMessage: 'StatusRequestResponse' };
  const done = answers === 'Cancel' && status === 'Cancelled';
  return { reasonForMessage: `${answers}Response`, answerYesNo: done ? 'Y' : 'N' };
};

/**
 * The answer to a partner's question how its request stands: the state of our supplier, and nothing moves by it. To a
 * question (`answers`) that our table has no place for it says no, unless what was asked has come to be already.
 */
export const statusReport = (
  request: LoanRequest,
  ask: Ask,
  ends: Ends,
  at: string,
  answers?: Question,
): IsoMessage => {
  const status = statusNow(request, ask, ends);
  const isOut = status === 'Loaned' || status === 'Overdue' || status === 'Recalled';
  const lastChange = request.history.findLast(({ side, askId }) => side === 'supplier' && askId === ask.askId)?.at;
  const body: Supplied = {
    header: headerOf(request, ends, at),
    messageInfo: reported(status, answers),
    statusInfo: given<Supplied['statusInfo']>({
      status,
      dueDate: isOut ? request.due : undefined,
      lastChange: lastChange ?? ask.askedAt,
    }),
  };
  return { kind: 'supplyingAgencyMessage', body };
};
