import type { MessageOf } from '../../layers/protocols/iso18626/schemas.ts';
import type { ScriptClock } from './clock.ts';
import type { PartnerOptions } from './options.ts';
import { type Keyword, keywordsIn, type Saying, type Script, scriptOf, USUALLY } from './scripts.ts';
import type { Send } from './sending.ts';
import { type About, agencyOf, type ErrorData, supplyingMessage } from './writing.ts';

/** A request of Concord to the simulated partner, with its progress. */
export type Dealing = {
  about: About;
  title: string;
  keywords: Keyword[];
  script: Script;
  status: Saying['status'];
  isShipped: boolean;
  isClaimed: boolean;
  /** The scheduled messages, each with a function that cancels it. */
  pending: Set<() => void>;
  /** The messages sent so far; they are sent one after another in order. */
  sent: Promise<void>;
  seen: Set<string>;
};

type Request = MessageOf<'request'>;
type Requested = MessageOf<'requestingAgencyMessage'>;
type Parts = { options: PartnerOptions; send: Send; clock: ScriptClock; base: () => string };

// The edition of 2017 has no action for a loss; it is a line of a notification.
const isLoss = (note = ''): boolean => note.split('\n').some((line) => line.trim() === 'Lost');
// The text of a person who agrees, and the mark of systems that have one.
const agrees = (note = ''): boolean => /\b(?:agree|accept)/i.test(note) || note.includes('ConditionAgreeResponse');

/** The simulated partner as supplying agency. It plays the script whose words a request contains. State in memory, by request id. */
export const supplierOf = ({ options, send, clock, base }: Parts) => {
  const dealings = new Map<string, Dealing>();
  let count = 0;

  const say = (dealing: Dealing, saying: Saying): void => {
    const { status } = saying;
    if (saying.reason !== 'Notification') dealing.status = status;
    if (status === 'Loaned' || status === 'CopyCompleted') dealing.isShipped = true;
    if (saying.costs !== undefined && saying.reason === 'Notification') dealing.isClaimed = true;
    const message = supplyingMessage(saying, dealing.about, Date.now());
    const { requestId } = dealing.about;
    for (let time = 0; time < (dealing.script.twice ? 2 : 1); time++)
      dealing.sent = dealing.sent.then(() => send(message, requestId));
  };

  const later = (dealing: Dealing, saying: Saying): void => {
    const stop = clock.after(saying.after, () => {
      dealing.pending.delete(stop);
      say(dealing, saying);
    });
    dealing.pending.add(stop);
  };

  const play = (dealing: Dealing, sayings: readonly Saying[] = []): void => {
    const inOrder = dealing.script.reversed ? sayings.toReversed().map((one) => ({ ...one, after: 1 })) : sayings;
    for (const saying of inOrder) later(dealing, saying);
  };

  const leaveUnsaid = (dealing: Dealing): void => {
    for (const stop of dealing.pending) stop();
    dealing.pending.clear();
  };

  const cancel = (dealing: Dealing): void => {
    const tooLate = [{ after: 1, status: 'Loaned', reason: 'CancelResponse', answer: 'N' }] as const;
    if (!dealing.isShipped) leaveUnsaid(dealing);
    play(dealing, dealing.isShipped ? tooLate : (dealing.script.on?.Cancel ?? USUALLY.Cancel));
  };

  const notified = (dealing: Dealing, note: string | undefined): void => {
    if (isLoss(note)) play(dealing, dealing.script.on?.Lost ?? USUALLY.Lost);
    if (!agrees(note)) return;
    if (dealing.isClaimed) play(dealing, dealing.script.settled);
    else if (!dealing.isShipped) play(dealing, dealing.script.agreed);
  };

  const begin = ({ header, bibliographicInfo }: Request): Dealing => {
    count += 1;
    const { title = '(no title)', supplierUniqueRecordId } = bibliographicInfo;
    const keywords = keywordsIn(title, supplierUniqueRecordId);
    const ourId = `s-${count}`;
    const about = {
      requestId: header.requestingAgencyRequestId,
      ourId,
      requester: header.requestingAgencyId,
      // A broker answers under its own symbol, whichever library was asked.
      supplier: agencyOf(options.symbol),
      itemId: `P${String(count).padStart(8, '0')}`,
      copyUrl: `${base()}/copies/${ourId}.pdf`,
    };
    const state = { status: 'RequestReceived' as const, isShipped: false, isClaimed: false };
    return {
      about,
      title,
      keywords,
      script: scriptOf(keywords),
      ...state,
      pending: new Set(),
      sent: Promise.resolve(),
      seen: new Set(),
    };
  };

  return {
    /** Handles a request. Returns the errors that refuse it, none when it is accepted. A repeated request is accepted once. */
    asked: (body: Request): ErrorData | undefined => {
      const { requestingAgencyRequestId: id, timestamp } = body.header;
      const known = dealings.get(id);
      if (known?.seen.has(timestamp)) return undefined;
      const dealing = body.serviceInfo.requestType === 'Retry' && known ? known : begin(body);
      const { refuses, opening, agreed } = dealing.script;
      if (refuses) return [refuses];
      dealing.seen.add(timestamp);
      dealings.set(id, dealing);
      play(dealing, dealing === known ? agreed : opening);
      return undefined;
    },
    /** Handles an action of the requester. Returns the errors that refuse it. */
    receive: ({ header, action, note }: Requested): ErrorData | undefined => {
      const dealing = dealings.get(header.requestingAgencyRequestId);
      if (dealing === undefined)
        return [{ errorType: 'UnrecognisedDataValue', errorValue: header.requestingAgencyRequestId }];
      if (dealing.seen.has(`${action} ${header.timestamp}`)) return undefined;
      dealing.seen.add(`${action} ${header.timestamp}`);
      if (action === 'Cancel') cancel(dealing);
      else if (action === 'Notification') notified(dealing, note);
      else if (action === 'StatusRequest')
        play(dealing, [{ after: 0, status: dealing.status, reason: 'StatusRequestResponse' }]);
      else play(dealing, dealing.script.on?.[action] ?? USUALLY[action]);
      return undefined;
    },
    /** Sends a message for the partner at once. Returns false when there is no such request. */
    say: (requestId: string, saying: Saying): boolean => {
      const dealing = dealings.get(requestId);
      if (dealing !== undefined) say(dealing, saying);
      return dealing !== undefined;
    },
    all: (): readonly Dealing[] => [...dealings.values()],
  };
};
export type Supplier = ReturnType<typeof supplierOf>;
