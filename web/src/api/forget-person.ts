import type { QueryClient } from '@tanstack/react-query';

/** The start of the names under which this tab stores the work of the person who is signed in. */
export const workPrefix = 'concord-work:';

/** The name under which this browser stores the card of a patron who wants that. */
export const cardPlace = 'concord.card';

/** Removes what the person has loaded and left in this tab, and a stored card: the next user of the screen must not see it. */
export const forgetPerson = (client: QueryClient): void => {
  client.clear();
  localStorage.removeItem(cardPlace);
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(workPrefix)) sessionStorage.removeItem(name);
};
