import { ID_PREFIXES, isId } from '../../kernel/identity/id.ts';

const PREFIX = `${ID_PREFIXES['loan-request']}_`;

/** Returns a request's number as encoded in a slip's barcode: its id in capitals, without the common prefix. */
export const slipNumber = (requestId: string): string =>
  (requestId.startsWith(PREFIX) ? requestId.slice(PREFIX.length) : requestId).toUpperCase().replaceAll('_', '-');

/** Returns the id for a scanned slip number; any other text is returned unchanged. */
export const requestIdOfScan = (scan: string): string => {
  const id = `${PREFIX}${scan.trim().toLowerCase()}`;
  return isId('loan-request', id) ? id : scan;
};
