import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { IsSessionOpen } from '../../membership/public/session.ts';
import { sessionStore } from '../data/session-store.ts';

/** Implements what membership needs to judge a patron's token: one read of the rows of the session and of the PIN. */
export const isSessionOpen = (runtime: Pick<Runtime, 'environment'>): IsSessionOpen =>
  sessionStore(openTable(runtime)).isOpen;
