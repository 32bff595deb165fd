import { Problem } from './problem.ts';

/** Returns the bytes of a file in Base64. */
export const fileInBase64 = async (file: Blob): Promise<string> => {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Problem(0, 'file-unreadable', ''));
  });
  reader.readAsDataURL(file);
  const address = await read;
  return address.slice(address.indexOf(',') + 1);
};
