import { Problem } from '../../../api/problem.ts';

/** The maximum number of bytes sent for a trial (`catalogue-preview-item-mapping`). */
export const MOST_TRIED = 500_000;

/** Returns the beginning of a file or text in Base64, and whether more follows. */
export const someBytes = async (file: Blob): Promise<{ records: string; isBeginning: boolean }> => {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Problem(0, 'file-unreadable', ''));
  });
  reader.readAsDataURL(file.slice(0, MOST_TRIED));
  const address = await read;
  return { records: address.slice(address.indexOf(',') + 1), isBeginning: file.size > MOST_TRIED };
};
