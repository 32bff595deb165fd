/** Lets a page open without a network: a service worker stores the files that the build lists for it (`web/build/offline-files.ts`). Nothing where the browser has no workers. */
export const storePage = async (page: '/desk' | '/card'): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const { active, waiting, installing } = await navigator.serviceWorker.register('/offline-worker.js', { scope: page });
  const worker = active ?? waiting ?? installing;
  const files: unknown = await (await fetch(`${page}-files.json`)).json();
  if (Array.isArray(files)) worker?.postMessage({ files: [page, ...files] });
};
