import type { itemMapping } from './en/item-mapping.ts';
import type { en } from './en.ts';
import type { enCataloguing } from './en-cataloguing.ts';
import type { enLists } from './en-lists.ts';
import type { enLoading } from './en-loading.ts';
import type { enStaff } from './en-staff.ts';

/** The name of a sentence that is always there. */
export type PublicKey = keyof typeof en;
/** The name of one that is there in staff's rooms. */
export type StaffKey = keyof typeof enStaff;
/** The name of one that is there in cataloguers' rooms, beside staff's. */
export type CataloguingKey = keyof typeof enCataloguing;
/** The name of one that is there where a patron keeps lists. */
export type ListsKey = keyof typeof enLists;
/** The name of one that is there in the rooms of loads and mappings, beside those. */
export type LoadingKey = keyof typeof enLoading | keyof typeof itemMapping;
/** The name of a sentence. */
export type WordKey = PublicKey | StaffKey | CataloguingKey | ListsKey | LoadingKey;
