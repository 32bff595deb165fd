import { currentSession } from '../../../../api/session.ts';
import { storePage } from '../../../../components/offline-page.ts';

/** Lets the desk open without a network; staff only. */
export const storeAppShell = async (): Promise<void> => {
  if (currentSession()?.kind !== 'staff') return;
  await storePage('/desk');
  // The browser may otherwise delete scans that wait when its disk is full.
  await navigator.storage?.persist?.().catch(() => false);
};
