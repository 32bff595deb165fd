import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { COPY_FORMATS, formatOfBytes, HEAD_BYTES, MAX_COPY_BYTES } from '../domain/copies/copy-file.ts';
import type { LoanDocument } from '../domain/copies/loan-document.ts';
import { files } from './files.ts';

/** A copy whose file we store. */
export type FiledDocument = LoanDocument & { file: NonNullable<LoanDocument['file']> };

/** Whether we store a copy's file, rather than a partner. */
export const isFiled = (document: LoanDocument): document is FiledDocument => document.file !== undefined;

/** The folder of scans in the bucket; a file is named by the copy's id alone, never by a patron. */
const COPIES = files.copies.prefix;

/** The path of a copy's file, with the extension of its type, so that a saved file opens. */
export const copyKey = ({ documentId, file }: FiledDocument): string =>
  `${COPIES}${documentId}.${COPY_FORMATS[file.format].endings[0]}`;

/** The fault of a file: missing, of another size than stated, or of another type by its first bytes. */
export type FileFault = 'file-missing' | 'other-size' | 'other-kind';

/** Checks a copy's file in the bucket; undefined when it is as stated. */
export const faultOfFile = async (
  bucket: Pick<Bucket, 'size' | 'range'>,
  document: FiledDocument,
): Promise<FileFault | undefined> => {
  const key = copyKey(document);
  const size = await bucket.size(key);
  if (size === undefined) return 'file-missing';
  if (size !== document.file.bytes || size > MAX_COPY_BYTES) return 'other-size';
  const chunks: Uint8Array[] = [];
  for await (const chunk of bucket.range(key, 0, Math.min(HEAD_BYTES, size))) chunks.push(chunk);
  return formatOfBytes(Buffer.concat(chunks)) === document.file.format ? undefined : 'other-kind';
};

/** The lifetime of a download address in seconds: long enough to begin the download. */
export const COPY_SECONDS = 600;

/** Creates an address that gives a copy's file for ten minutes. */
export const copyUrl = (bucket: Pick<Bucket, 'downloadUrl'>, document: FiledDocument): Promise<string> =>
  bucket.downloadUrl(copyKey(document), COPY_FORMATS[document.file.format].type, COPY_SECONDS);
