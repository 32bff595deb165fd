import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { secretFits } from '../../../membership/public/secret-hash.ts';
import type { LoanDocumentStore } from '../../data/loan-document-store.ts';
import type { LoanDocument } from '../../domain/copies/loan-document.ts';

/** The copy that a partner's link leads to; nothing when there is none, or the link's secret is not that copy's. */
export const findLinkedCopy = async (
  { documents }: { documents: LoanDocumentStore },
  token: string,
): Promise<LoanDocument | undefined> => {
  const [documentId = '', secret = ''] = token.split('.');
  const document = await documents.get(documentId);
  const fits = secretFits(secret, document?.link?.secretHash);
  if (!document || !fits) return undefined;
  // A partner has no account with us: its use is the supplier's, which sent the link.
  attributeUsage({ requester: document.supplierMember });
  return document;
};

/** The pages behind a link are for whoever holds it: they load nothing, tell nobody where they stand, and no frame shows them. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};
