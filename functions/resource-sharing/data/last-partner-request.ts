import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

/** A partner's wish, by a digest of what is wanted for whom. */
type RequestDigest = { partnerId: string; digest: string };

const stored = z.object({ requestId: z.string() });

/** The request that was the last for a partner's wish, strongly read. */
export const lastPartnerRequest = async (table: Table, request: RequestDigest): Promise<string | undefined> => {
  const item = await table.get(key('lastPartnerRequest', request), { strong: true });
  return item && stored.parse(item).requestId;
};

/** The write that notes a request as the last for a wish. */
export const lastPartnerRequestWrite = (request: RequestDigest, requestId: string): Write => ({
  put: { ...key('lastPartnerRequest', request), ...stamp('lastPartnerRequest', 1), ...request, requestId },
});
