import { currentSession } from '../../../../api/session.ts';

const ofApp = /^\/(assets\/|config\.json$|first-paint\.js$|mark\.svg$)/;

/**
 * Lets the desk open without a network: its service worker stores the files that this page has loaded. Staff only, and for the
 * desk's address only.
 */
export const storeAppShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || currentSession()?.kind !== 'staff') return;
  const { active, waiting, installing } = await navigator.serviceWorker.register('/desk-worker.js', { scope: '/desk' });
  // The browser may otherwise delete scans that wait when its disk is full.
  await navigator.storage?.persist?.().catch(() => false);
  const worker = active ?? waiting ?? installing;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const files = loaded.filter(({ origin, pathname }) => origin === location.origin && ofApp.test(pathname));
  worker?.postMessage({ files: ['/desk', ...new Set(files.map(({ pathname }) => pathname))] });
};
