import { refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { COPY_SECONDS, copyUrl, faultOfFile, isFiled } from '../../data/copy-files.ts';
import type { CopyDeps, CopyReadDeps } from '../../deps.ts';
import { type LinkRefusal, type LoanDocument, refuseOpening } from '../../domain/copies/loan-document.ts';

/** A copy as people see it, with the statement on copyright. */
export const copyView = ({ documentId, title, file, sentAt, link, openings }: LoanDocument, copyright: string) => ({
  documentId,
  ...(title !== undefined && { title }),
  ...(file && { format: file.format, bytes: file.bytes }),
  ...(sentAt !== undefined && { sentAt }),
  ...(link && { until: link.until, openingsLeft: Math.max(0, link.most - openings) }),
  copyright,
});

/**
 * Returns where a copy can be fetched: a file of ours by a short-lived address, or the partner's address. Undefined
 * when the file is gone.
 */
export const addressOf = async (
  bucket: Bucket,
  document: LoanDocument,
  now: number,
): Promise<{ url: string; expiresAt?: string } | undefined> => {
  if (!isFiled(document)) return document.url === undefined ? undefined : { url: document.url };
  // Checked again: the sender could have replaced the file while the upload address was valid.
  if (await faultOfFile(bucket, document)) return undefined;
  return { url: await copyUrl(bucket, document), expiresAt: iso(now + COPY_SECONDS * 1000) };
};

const whyNot: Record<LinkRefusal, string> = {
  'unknown-copy': 'There is no such copy for you.',
  'link-expired': 'The time of this link is over.',
  'link-used-up': 'This link has been used as often as it may be.',
};
export const noCopy = refuse('unknown-copy', whyNot['unknown-copy']);
export const copyGone = refuse('copy-gone', 'The file is not there any more.');

/**
 * Finds a copy that was delivered to this patron, by the request for which it came. It follows a merge of patrons, and
 * nobody finds it after the patron was erased. Undefined for other patrons, and before delivery.
 */
export const copyOfPatron = async (
  { documents, requests }: Pick<CopyReadDeps, 'documents' | 'requests'>,
  documentId: string,
  patronId: string,
): Promise<LoanDocument | undefined> => {
  const document = await documents.get(documentId);
  if (document?.link === undefined) return undefined;
  const { request } = (await requests.load(document.requestId)) ?? {};
  if (request?.patron?.patronId !== patronId || request.documentId !== documentId) return undefined;
  attributeUsage({ requester: request.requesterMember });
  return document;
};

/** Refuses a link that does not give the copy at a time (epoch ms). */
export const refusedLink = (document: LoanDocument, now: number) => {
  const code = refuseOpening(document, iso(now));
  return code && refuse(code, whyNot[code]);
};

/**
 * Uses the link of a copy once: counts the use and returns where the copy can be fetched. Parallel uses cannot exceed
 * the number that remains. A use that finds no file is not counted.
 */
export const openLink = async (
  { bucket, documents }: Pick<CopyDeps, 'bucket' | 'documents'>,
  found: LoanDocument,
  now: number,
) => {
  const refused = refusedLink(found, now);
  if (refused) return refused;
  const address = await addressOf(bucket, found, now);
  if (!address) return copyGone;
  if (await documents.countOpening(found)) return { ...address, document: { ...found, openings: found.openings + 1 } };
  // Parallel calls used the link in the meantime: the current state gives the reason.
  const other = (await documents.get(found.documentId)) ?? found;
  return refusedLink(other, now) ?? refuse('link-used-up', whyNot['link-used-up']);
};

/** How long an address gives a copy's file, in minutes. */
export const COPY_MINUTES = COPY_SECONDS / 60;
