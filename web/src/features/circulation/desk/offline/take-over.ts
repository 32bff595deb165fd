import type { Row } from '../desk-types.ts';
import { beep } from '../sound.ts';
import { isLost, onConnection } from './connection.ts';
import { kindHere, learnForm } from './desk-forms.ts';
import { openOfflineWork } from './offline-work.ts';
import { addScan } from './scan-queue.ts';

/** The work of this browser without the API. */
export const offlineWork = openOfflineWork({ add: addScan, kindOf: kindHere, learned: learnForm, beep });

onConnection((isOffline) => {
  if (!isOffline) offlineWork.back();
});

/**
 * Takes over a scan that did not reach the API, with the time at which it was scanned. Nothing happens when the API can be reached after
 * all: the desk then offers to try again.
 */
export const takeOver = (branchId: string, row: Row): void => offlineWork.takeOver(branchId, row, isLost());
