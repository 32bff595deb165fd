import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

/** A partner's request, by a digest of the item and the patron. */
type RequestDigest = { partnerId: string; digest: string };

const stored = z.object({ requestId: z.string() });

/** Finds the partner's last request with this digest, strongly read. */
export const lastPartnerRequest = async (table: Table, request: RequestDigest): Promise<string | undefined> => {
  const item = await table.get(key('lastPartnerRequest', request), { strong: true });
  return item && stored.parse(item).requestId;
};

/** Builds the write that stores a request as the last with its digest. */
export const lastPartnerRequestWrite = (request: RequestDigest, requestId: string): Write => ({
  put: { ...key('lastPartnerRequest', request), ...stamp('lastPartnerRequest', 1), ...request, requestId },
});
