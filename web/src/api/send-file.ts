import { Problem } from './problem.ts';

/** The upload address of a file and the method to use. */
type Place = { method: string; url: string; headers?: Record<string, string> };

/**
 * Uploads a file to the address from the API and reports the bytes sent. Returns a function that aborts and a promise of the end. An
 * aborted upload stores nothing. Uses XMLHttpRequest, because fetch() reports no upload progress.
 */
export const sendFile = (file: File, { method, url, headers = {} }: Place, onProgress: (sent: number) => void) => {
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
