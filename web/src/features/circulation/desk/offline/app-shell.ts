import { currentSession } from '../../../../api/session.ts';

/**
 * Lets the desk open without a network: its service worker stores the files that the build lists for it (`web/build/desk-files.ts`). Staff
 * only, and for the desk's address only.
 */
export const storeAppShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || currentSession()?.kind !== 'staff') return;
  const { active, waiting, installing } = await navigator.serviceWorker.register('/desk-worker.js', { scope: '/desk' });
  // The browser may otherwise delete scans that wait when its disk is full.
  await navigator.storage?.persist?.().catch(() => false);
  const worker = active ?? waiting ?? installing;
  const files: unknown = await (await fetch('/desk-files.json')).json();
  if (Array.isArray(files)) worker?.postMessage({ files: ['/desk', ...files] });
};
