import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { sourceStore } from '../catalogue/public/source-store.ts';
import { titlesIn } from '../catalogue/public/titles.ts';
import { circulationStores } from '../circulation/public/circulation-stores.ts';
import { itemStore } from '../items/public/item-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { courseStore } from './data/course-store.ts';
import { schoolStore } from './data/school-store.ts';
import { schoolYearStore } from './data/school-year-store.ts';

type Settings = Pick<Runtime, 'environment'>;

/** Composes the dependencies of consumers that need only the table. */
export const tableDeps = (runtime: Settings) => ({ table: openTable(runtime) });

/** Composes the dependencies of operations on courses and reserves. */
export const courseDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { table, courses: courseStore(table), items: itemStore(table), titles: titlesIn(table) };
};
export type CourseDeps = ReturnType<typeof courseDeps>;

/** Adds the members whose terms are set. */
export const termDeps = (runtime: Settings) => {
  const deps = courseDeps(runtime);
  return { ...deps, members: memberStore(deps.table) };
};
export type TermDeps = ReturnType<typeof termDeps>;

/** Adds the bucket for displaying lists: records too large for the table are read from it. */
export const courseReadingDeps = (runtime: Settings) => {
  const deps = courseDeps(runtime);
  return { ...deps, sources: sourceStore(deps.table, openBucket(runtime)) };
};

/** Composes the dependencies of school operations; includes circulation's stores, because a class set uses the same checkout. */
export const schoolDeps = (runtime: Settings) => {
  const stores = circulationStores(openTable(runtime));
  const { table } = stores;
  return { ...stores, schools: schoolStore(table), years: schoolYearStore(table), patrons: patronStore(table) };
};
export type SchoolDeps = ReturnType<typeof schoolDeps>;
