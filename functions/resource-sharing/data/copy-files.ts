import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { COPY_FORMATS, formatOfBytes, HEAD_BYTES, MAX_COPY_BYTES } from '../domain/copies/copy-file.ts';
import type { LoanDocument } from '../domain/copies/loan-document.ts';
import { files } from './files.ts';

/** A copy whose file is ours. */
export type FiledDocument = LoanDocument & { file: NonNullable<LoanDocument['file']> };

/** Whether a copy is a file of ours, and not where a partner has put it. */
export const isFiled = (document: LoanDocument): document is FiledDocument => document.file !== undefined;

/** Where scans are in the bucket; nothing but the copy's own id names them, never a patron. */
const COPIES = files.copies.prefix;

/** Where a copy's file is. It ends as its kind does, so that whoever saves it can open it. */
export const copyKey = ({ documentId, file }: FiledDocument): string =>
  `${COPIES}${documentId}.${COPY_FORMATS[file.format].endings[0]}`;

/** What is wrong with a file: it is not there, of another size than said, or no file of its kind by its first bytes. */
export type FileFault = 'file-missing' | 'other-size' | 'other-kind';

/** Looks at a copy's file as it lies in the bucket; nothing when it is what it was said to be. */
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

/** How long an address gives a file, in seconds: as long as it takes to begin the download. */
export const COPY_SECONDS = 600;

/** An address that gives a copy's file for ten minutes. */
export const copyUrl = (bucket: Pick<Bucket, 'downloadUrl'>, document: FiledDocument): Promise<string> =>
  bucket.downloadUrl(copyKey(document), COPY_FORMATS[document.file.format].type, COPY_SECONDS);
