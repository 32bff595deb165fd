import type { IsoMessage } from '../../../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { type PartnerMessage, unpackIso } from '../../data/partner-message-rows.ts';
import { summaryOf, summaryOfIso } from '../../domain/iso18626/message-summary.ts';
import type { MessageView } from '../../schemas/messages.ts';

const isoOf = ({ body }: PartnerMessage): IsoMessage | undefined => {
  try {
    return body && unpackIso(body);
  } catch {
    // A damaged body must not hide the rest of the log.
    return undefined;
  }
};

const sentence = (row: PartnerMessage, message: IsoMessage | undefined): string => {
  if (row.direction === 'out' && row.message) return summaryOf(row.message);
  if (message) return summaryOfIso(message);
  return row.direction === 'out' ? 'Tells how the request stands' : 'Cannot be read any more';
};

/** Renders a message of the log for staff, with its XML for those who may see it. */
export const messageView = (row: PartnerMessage, withXml: boolean): MessageView => {
  const { messageId, requestId, partnerId, member, at, direction, state, settledAt, dialect } = row;
  const message = isoOf(row);
  return {
    ...{ messageId, requestId, partnerId, member, at, direction, state, summary: sentence(row, message) },
    ...(settledAt !== undefined && { settledAt }),
    ...(row.direction === 'out' && { attempts: row.attempts }),
    ...(row.direction === 'out' && row.error !== undefined && { error: row.error }),
    ...(row.direction === 'out' && row.nextTryAt !== undefined && { nextTryAt: row.nextTryAt }),
    ...(row.direction === 'in' && row.why !== undefined && { why: row.why }),
    ...(row.direction === 'in' && row.mended && { mended: row.mended }),
    ...(withXml && message && { xml: writeMessage(message, dialect ?? '2021') }),
  };
};
