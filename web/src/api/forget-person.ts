import type { QueryClient } from '@tanstack/react-query';
import { removeStoredCard } from './stored-card.ts';

/** The start of the names under which this tab stores the work of the person who is signed in. */
export const workPrefix = 'concord-work:';

/** Removes what the person has loaded and left in this tab, and a stored card: the next user of the screen must not see it. */
export const forgetPerson = (client: QueryClient): void => {
  client.clear();
  removeStoredCard();
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(workPrefix)) sessionStorage.removeItem(name);
};
