import { dueOf } from '../items/due-of.ts';
import type { LoanRequest } from '../requests/request.ts';
import { agencyOf } from './agency-symbol.ts';
import { patronRequestStatus } from './patron-request-status.ts';
import type { IsoMessage, MessageOf } from './schemas.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

/** Who handed a patron's wish in and by which number: the header of any of its messages about it. */
type Asked = Pick<
  MessageOf<'request'>['header'],
  'supplyingAgencyId' | 'requestingAgencyId' | 'requestingAgencyRequestId'
>;

/** What is said of a wish: why, where it stands, and our own number for it where it is kept. */
export type PatronRequestAnswer = {
  info: Supplied['messageInfo'];
  status: Supplied['statusInfo']['status'];
  requestId?: string;
  due?: string | undefined;
};

/** A message to whoever handed a patron's wish in. `at` (ISO instant) is when it is said. */
export const patronRequestAnswer = (
  { supplyingAgencyId: asked, requestingAgencyId: ours, requestingAgencyRequestId }: Asked,
  { info, status, requestId, due }: PatronRequestAnswer,
  at: string,
): IsoMessage => ({
  kind: 'supplyingAgencyMessage',
  body: {
    header: {
      // Where nobody is named as supplier the answer is our library's own.
      ...{ supplyingAgencyId: asked && asked.agencyIdValue !== '' ? asked : ours, requestingAgencyId: ours },
      ...{ timestamp: at, requestingAgencyRequestId },
      ...(requestId !== undefined && { supplyingAgencyRequestId: requestId }),
    },
    messageInfo: info,
    statusInfo: { status, ...(due !== undefined && { dueDate: due }), lastChange: at },
  },
});

/**
 * What whoever handed a patron's wish in is told when it stands otherwise than it heard last (ISO 18626 StatusChange); undefined
 * where it does not, between one supplier and the next, and of a wish that it gave up, which has an answer of its own. `at` is
 * when it came to that.
 */
export const patronRequestNotification = (request: LoanRequest, at: string): IsoMessage | undefined => {
  const { handedIn, requestId, givenUp, state } = request;
  const status = patronRequestStatus(request);
  if (!handedIn || state === 'unfilled' || status === (handedIn.notifiedStatus ?? 'RequestReceived')) return undefined;
  if (givenUp && status === 'Cancelled') return undefined;
  const { to, from, number: requestingAgencyRequestId } = handedIn;
  const asked = { supplyingAgencyId: agencyOf(to), requestingAgencyId: agencyOf(from), requestingAgencyRequestId };
  return patronRequestAnswer(
    asked,
    { info: { reasonForMessage: 'StatusChange' }, status, requestId, due: dueOf(request) },
    at,
  );
};
