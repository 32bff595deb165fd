import * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { copyFormats } from '../domain/copies/copy-file.ts';

export const documentIdSchema = z.string().min(1).max(64);

/** The link of a partner: the copy’s id, a dot, and a secret that is stored as a hash only. */
export const copyTokenSchema = z.string().regex(/^[a-z0-9_]{1,64}\.[A-Za-z0-9_-]{16,64}$/);

/** A copy as people see it: what it is of, its state, and until when and how often its link can still be used. */
export const copyViewSchema = z.strictObject({
  documentId: z.string(),
  title: z.string().optional(),
  /** The type of the file; absent when a partner stores the copy. */
  format: z.enum(copyFormats).optional(),
  bytes: z.number().int().optional(),
  sentAt: z.string().optional(),
  until: z.string().optional(),
  openingsLeft: z.number().int().optional(),
  /** The copyright statement shown with the copy. */
  copyright: z.string(),
});

/** A copy with its address; that of a file of ours is valid until `expiresAt`. */
export const openedCopySchema = z.strictObject({
  ...copyViewSchema.shape,
  url: z.string(),
  expiresAt: z.string().optional(),
});

export const exampleCopy = {
  documentId: 'doc_01kb0000000000000000000000',
  title: 'On computable numbers',
  format: 'pdf' as const,
  bytes: 812_345,
  sentAt: '2026-11-24T15:00:00.000Z',
  until: '2026-12-08T16:00:00.000Z',
  openingsLeft: 4,
  copyright: 'This material may be protected by copyright law.',
};

export const exampleOpened = {
  ...exampleCopy,
  url: 'https://bucket.s3.amazonaws.com/ill-copies/doc_01kb0000000000000000000000.pdf?X-Amz-Signature=0',
  expiresAt: '2026-11-24T16:10:00.000Z',
};

/** The refusals of a use of a link. */
export const linkRefusals = {
  'unknown-copy': { status: 404, meaning: 'There is no such copy for you.' },
  'link-expired': { status: 410, meaning: 'The time of the link is over; the copy is deleted.' },
  'link-used-up': { status: 410, meaning: 'The link has been used as often as it may be.' },
  'copy-gone': { status: 410, meaning: 'The file is not there any more, or not what was sent.' },
} as const satisfies Record<string, Refusal>;

/** The reasons against an uploaded scan. */
export const uploadRefusals = {
  'unknown-document': { status: 404, meaning: 'Nothing was uploaded under this id for this ask.' },
  'file-missing': { status: 409, meaning: 'The file has not been uploaded.' },
  'other-size': { status: 422, meaning: 'The file does not have the announced size: upload it again.' },
  'other-kind': { status: 422, meaning: 'By its first bytes the file is not what its name says.' },
} as const satisfies Record<string, Refusal>;
