import { cardPlace } from './forget-person.ts';

/** The card that a patron stored in this browser, to show it without a network and without a sign-in. */
export type StoredCard = { card: string; name: string; library: string; expiresOn: string };

const fields = ['card', 'name', 'library', 'expiresOn'] as const;

/** Returns the stored card; undefined when there is none. */
export const storedCard = (): StoredCard | undefined => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(cardPlace) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return undefined;
    const read: Record<string, unknown> = { ...stored };
    return fields.every((field) => typeof read[field] === 'string') ? (read as StoredCard) : undefined;
  } catch {
    return undefined;
  }
};

/** Stores a card in this browser. */
export const storeCard = (card: StoredCard): void => localStorage.setItem(cardPlace, JSON.stringify(card));

/** Removes the stored card. */
export const removeStoredCard = (): void => localStorage.removeItem(cardPlace);
