import type { IsoMessage } from '../../layers/protocols/iso18626/schemas.ts';

/** A message in or out, as the page shows it: a summary, its XML, and its answer. */
export type Entry = {
  at: string;
  direction: 'in' | 'out';
  requestId: string;
  says: string;
  xml: string;
  answer: string;
};

/** The number of messages in the log. The page is read by people. */
const MOST = 500;

/** The content of a message, in the standard's own codes. */
export const saysOf = (message: IsoMessage): string => {
  switch (message.kind) {
    case 'request': {
      const { requestType = 'New', serviceType } = message.body.serviceInfo;
      return `request ${requestType} ${serviceType}: ${message.body.bibliographicInfo.title ?? '(no title)'}`;
    }
    case 'supplyingAgencyMessage': {
      const { messageInfo, statusInfo } = message.body;
      const more = [messageInfo.answerYesNo, messageInfo.reasonUnfilled?.value, messageInfo.reasonRetry?.value];
      return [messageInfo.reasonForMessage, statusInfo.status, ...more, messageInfo.note].filter(Boolean).join(' ');
    }
    case 'requestingAgencyMessage':
      return [message.body.action, message.body.note].filter(Boolean).join(' ');
    default: {
      const { confirmationHeader, errorData = [] } = message.body;
      const errors = errorData.map(({ errorType, errorValue = '' }) => `${errorType} ${errorValue}`);
      return [confirmationHeader.messageStatus, ...errors].join(' ');
    }
  }
};

/** The messages in and out, the newest last; the oldest are dropped. */
export const messageLog = () => {
  const entries: Entry[] = [];
  return {
    add: (entry: Entry): Entry => {
      entries.push(entry);
      if (entries.length > MOST) entries.shift();
      return entry;
    },
    all: (): readonly Entry[] => entries,
  };
};
export type MessageLog = ReturnType<typeof messageLog>;
