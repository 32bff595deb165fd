import type { MessageOf } from '../../layers/protocols/iso18626/schemas.ts';
import { AGREED } from './agreed.ts';
import type { ScriptClock } from './clock.ts';
import type { PartnerOptions } from './options.ts';
import type { Action } from './scripts.ts';
import type { Send } from './sending.ts';
import { agencyOf, type ErrorData, requestingMessage, requestMessage, type Wanted } from './writing.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

/** A request of the simulated partner to Concord: the wanted item, Concord's last message, and the partner's last action. */
export type Asking = {
  requestId: string;
  wanted: Wanted;
  /** Whether the simulated partner continues automatically, or a person presses the buttons. */
  plays: boolean;
  status: Supplied['statusInfo']['status'] | 'asked';
  did: string[];
  due?: string;
  supplierId?: string;
  sent: Promise<void>;
};

type Parts = { options: PartnerOptions; send: Send; clock: ScriptClock; newId: () => string };

// The seconds after which a library receives an item, and sends it home again.
const UNPACKS = 1;
const SENDS_HOME = 4;
const DECIDES = 1;

const isBound = ({ deliveryInfo, retryInfo, statusInfo }: Supplied): boolean =>
  statusInfo.status === 'WillSupply' && (deliveryInfo?.loanCondition ?? retryInfo?.loanCondition) !== undefined;

/**
 * The simulated partner as requesting agency. It sends requests to Concord, and plays receipt and return. State in memory, by
 * request id.
 */
export const requesterOf = ({ options, send, clock, newId }: Parts) => {
  const askings = new Map<string, Asking>();
  const parties = { requester: agencyOf(options.symbol), supplier: agencyOf(options.concordSymbol) };

  const idsOf = ({ requestId, supplierId }: Asking) => ({
    ...parties,
    requestId,
    ...(supplierId !== undefined && { supplierId }),
  });

  const request = (asking: Asking, isRetry: boolean): void => {
    const at = new Date().toISOString();
    const message = requestMessage(asking.wanted, idsOf(asking), options, at, isRetry);
    asking.did.push(isRetry ? 'Retry' : 'Request');
    asking.sent = asking.sent.then(() => send(message, asking.requestId));
  };

  const act = (asking: Asking, action: Action, note?: string): void => {
    const message = requestingMessage(action, idsOf(asking), options, new Date().toISOString(), note);
    asking.did.push(action);
    asking.sent = asking.sent.then(() => send(message, asking.requestId));
  };

  const reactTo = (asking: Asking, body: Supplied): void => {
    const isShipped = body.statusInfo.status === 'Loaned' && !asking.did.includes('Received');
    if (isShipped) {
      clock.after(UNPACKS, () => act(asking, 'Received'));
      clock.after(SENDS_HOME, () => act(asking, 'ShippedReturn'));
    } else if (body.statusInfo.status === 'RetryPossible') clock.after(DECIDES, () => request(asking, true));
    else if (isBound(body)) clock.after(DECIDES, () => act(asking, 'Notification', AGREED));
  };

  return {
    /** Sends a request to Concord. Returns the partner's own number of the request. */
    ask: (wanted: Wanted, plays: boolean): Asking => {
      const requestId = newId();
      const asking: Asking = { requestId, wanted, plays, status: 'asked', did: [], sent: Promise.resolve() };
      askings.set(requestId, asking);
      request(asking, false);
      return asking;
    },
    /** Handles a message of Concord about a request of the partner. Returns the errors that refuse it. */
    receive: (body: Supplied): ErrorData | undefined => {
      const { requestingAgencyRequestId: id, supplyingAgencyRequestId } = body.header;
      const asking = askings.get(id);
      if (asking === undefined) return [{ errorType: 'UnrecognisedDataValue', errorValue: id }];
      if (supplyingAgencyRequestId !== undefined) asking.supplierId = supplyingAgencyRequestId;
      asking.status = body.statusInfo.status;
      if (body.statusInfo.dueDate !== undefined) asking.due = body.statusInfo.dueDate;
      if (asking.plays) reactTo(asking, body);
      return undefined;
    },
    /** Takes an action for the partner. Returns false when there is no such request. */
    act: (requestId: string, action: Action | 'Retry', note?: string): boolean => {
      const asking = askings.get(requestId);
      if (asking === undefined) return false;
      if (action === 'Retry') request(asking, true);
      else act(asking, action, note);
      return true;
    },
    all: (): readonly Asking[] => [...askings.values()],
  };
};
export type Requester = ReturnType<typeof requesterOf>;
