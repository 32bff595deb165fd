import { ID_PREFIXES, isId } from '../../kernel/identity/id.ts';

const PREFIX = `${ID_PREFIXES['loan-request']}_`;

/** A request's number as the barcode of a slip bears it: its id in capitals, without the prefix that every one has. */
export const slipNumber = (requestId: string): string =>
  (requestId.startsWith(PREFIX) ? requestId.slice(PREFIX.length) : requestId).toUpperCase().replaceAll('_', '-');

/** The id that a scanned number of a slip stands for; what is no such number stays as it is. */
export const requestIdOfScan = (scan: string): string => {
  const id = `${PREFIX}${scan.trim().toLowerCase()}`;
  return isId('loan-request', id) ? id : scan;
};
