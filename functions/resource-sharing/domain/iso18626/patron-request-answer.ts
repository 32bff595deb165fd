import { agencyOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import { dueOf } from '../items/due-of.ts';
import type { LoanRequest } from '../requests/request.ts';
import { whyNobody } from '../rota/exclusion-texts.ts';
import { patronRequestStatus } from './patron-request-status.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

/** The sender of a patron request and its number: the header of any of its messages about it. */
type Asked = Pick<
  MessageOf<'request'>['header'],
  'supplyingAgencyId' | 'requestingAgencyId' | 'requestingAgencyRequestId'
>;

/** An answer to a patron request: why, its status, and our own number for it when it is stored. */
export type PatronRequestAnswer = {
  info: Supplied['messageInfo'];
  status: Supplied['statusInfo']['status'];
  requestId?: string;
  due?: string | undefined;
};

/** Writes a message to the sender of a patron request. `at` (ISO instant) is its time. */
export const patronRequestAnswer = (
  { supplyingAgencyId: asked, requestingAgencyId: ours, requestingAgencyRequestId }: Asked,
  { info, status, requestId, due }: PatronRequestAnswer,
  at: string,
): IsoMessage => ({
  kind: 'supplyingAgencyMessage',
  body: {
    header: {
      // Without a named supplier the answer comes from our library.
      ...{ supplyingAgencyId: asked && asked.agencyIdValue !== '' ? asked : ours, requestingAgencyId: ours },
      ...{ timestamp: at, requestingAgencyRequestId },
      ...(requestId !== undefined && { supplyingAgencyRequestId: requestId }),
    },
    messageInfo: info,
    statusInfo: { status, ...(due !== undefined && { dueDate: due }), lastChange: at },
  },
});

/**
 * Builds the notification of a changed status for the sender of a patron request (ISO 18626 StatusChange); undefined
 * for an unchanged status, between one supplier and the next, and for a cancelled request, which has its own answer.
 * `at` is the time of the change.
 */
export const patronRequestNotification = (request: LoanRequest, at: string): IsoMessage | undefined => {
  const { handedIn, requestId, givenUp, state } = request;
  const status = patronRequestStatus(request);
  if (!handedIn || state === 'unfilled' || status === (handedIn.notifiedStatus ?? 'RequestReceived')) return undefined;
  if (givenUp && status === 'Cancelled') return undefined;
  // What else it learns of a request concerns the libraries; that nobody was asked concerns its patron.
  const isUnasked = status === 'Unfilled' && request.asks.length === 0;
  const note = isUnasked ? { note: whyNobody(request.excluded ?? []) } : {};
  const { to, from, number: requestingAgencyRequestId } = handedIn;
  const asked = { supplyingAgencyId: agencyOf(to), requestingAgencyId: agencyOf(from), requestingAgencyRequestId };
  return patronRequestAnswer(
    asked,
    { info: { reasonForMessage: 'StatusChange', ...note }, status, requestId, due: dueOf(request) },
    at,
  );
};
