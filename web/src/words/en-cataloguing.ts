import { cataloguing } from './en/cataloguing.ts';
import { copies } from './en/copies.ts';
import { editing } from './en/editing.ts';
import { itemChanges } from './en/item-changes.ts';
import { marcFields } from './en/marc-fields.ts';
import { union } from './en/union.ts';

/** The sentences of cataloguers’ rooms in English, which come with the first of these rooms: no desk loads them. */
export const enCataloguing = {
  ...cataloguing,
  ...copies,
  ...editing,
  ...itemChanges,
  ...marcFields,
  ...union,
};
