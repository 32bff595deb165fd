import { renewAnswer } from './answers.ts';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';
import { sendOrStore } from './send-or-store.ts';

/** Renews the loan of an item. Each item of one request has a key of its own. */
export const renew = async (
  exchange: Exchange,
  item: string,
): Promise<Called<{ due: string; title?: string | undefined }> | { stored: true }> => {
  const body = { branchId: exchange.terminal.branchId, item };
  return sendOrStore(
    { ...exchange, key: `${exchange.key}-${item}` },
    { path: '/v1/circulation/renewals', body },
    renewAnswer,
  );
};
