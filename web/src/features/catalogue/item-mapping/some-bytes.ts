import { Problem } from '../../../api/problem.ts';

/** So much of a file is sent to be tried, in bytes (`catalogue-preview-item-mapping`). */
export const MOST_TRIED = 500_000;

/** The beginning of a file or a text in Base64, and whether it goes on behind that. */
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
