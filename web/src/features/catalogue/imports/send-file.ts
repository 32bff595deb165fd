import { Problem } from '../../../api/problem.ts';

/** Where a file is sent, and by what. */
type Place = { method: string; url: string; headers: Record<string, string> };

/**
 * Sends a file where the API said, telling how many bytes are gone; gives what stops it, and a promise of its end. Broken off, nothing
 * of it is kept there: the address takes it whole or not at all. fetch() does not tell how far it is.
 */
export const sendFile = (file: File, { method, url, headers }: Place, onProgress: (sent: number) => void) => {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Problem(request.status, 'file-not-taken', ''));
    request.onerror = () => reject(new Problem(0, 'sending-broken', ''));
    request.onabort = () => reject(new Problem(0, 'sending-stopped', ''));
  });
  request.open(method, url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.send(file);
  return { stop: () => request.abort(), done };
};
