import { cataloguing } from './es/cataloguing.ts';
import { copies } from './es/copies.ts';
import { editing } from './es/editing.ts';
import { itemChanges } from './es/item-changes.ts';
import { marcFields } from './es/marc-fields.ts';
import { union } from './es/union.ts';
import type { CataloguingKey } from './word-key.ts';

/** Las frases de las salas de catalogación en español, que llegan con la primera de ellas. */
export const esCataloguing: Record<CataloguingKey, string> = {
  ...cataloguing,
  ...copies,
  ...editing,
  ...itemChanges,
  ...marcFields,
  ...union,
};
