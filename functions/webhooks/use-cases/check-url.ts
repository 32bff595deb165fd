import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { WebhookSecretDeps } from '../deps.ts';

/** Whether nothing is sent to an address: it is private, or has no TLS where all of Concord is not on one machine. */
export const isRefusedUrl = async (
  { reach, leadsToPrivate }: Pick<WebhookSecretDeps, 'reach' | 'leadsToPrivate'>,
  url: string,
): Promise<boolean> => {
  const { protocol, username, password } = new URL(url);
  if (username !== '' || password !== '' || (protocol === 'http:' && !reach.onThisMachine)) return true;
  return leadsToPrivate(url);
};

/** Refuses such an address. */
export const refusedUrl = () => refuse('address-refused', 'Use https and a public address.', '/body/url');
