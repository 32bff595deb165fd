import { fileInBase64 } from '../../../api/file-base64.ts';

/** The maximum number of bytes sent for a trial (`catalogue-preview-item-mapping`). */
export const MOST_TRIED = 500_000;

/** Returns the beginning of a file or text in Base64, and whether more follows. */
export const someBytes = async (file: Blob): Promise<{ records: string; isBeginning: boolean }> => ({
  records: await fileInBase64(file.slice(0, MOST_TRIED)),
  isBeginning: file.size > MOST_TRIED,
});
