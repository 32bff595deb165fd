import { createHash } from 'node:crypto';
import { renewAnswer } from './answers.ts';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';
import { sendOrStore } from './send-or-store.ts';

// As a hash: the barcode of a device may have characters that no header may have.
const keyOf = (key: string, item: string): string =>
  `sip2-${createHash('sha256').update(`${key}\n${item}`).digest('hex').slice(0, 40)}`;

/** Renews the loan of an item, of `patron` where the request names one. Each item of one request has a key of its own. */
export const renew = async (
  exchange: Exchange,
  item: string,
  patron?: string,
): Promise<Called<{ due: string; title?: string | undefined }> | { stored: true }> => {
  const body = { branchId: exchange.terminal.branchId, item, ...(patron !== undefined && { patron }) };
  return sendOrStore(
    { ...exchange, key: keyOf(exchange.key, item) },
    { path: '/v1/circulation/renewals', body },
    renewAnswer,
  );
};
