import * as z from 'zod';
import { patronByKey } from '../patrons.ts';
import { demoSearches } from '../saved-searches.ts';
import type { Performer } from './in-process.ts';

const anything = z.unknown();

/** Saves the searches of the demo's patrons, by their own accounts. Takes the ids of the patrons by key. */
export async function saveSearches(performer: Performer, ids: ReadonlyMap<string, string>, at: number): Promise<void> {
  for (const { patron, ...body } of demoSearches) {
    const by = { kind: 'patron', id: ids.get(patron) ?? '', member: patronByKey(patron).member } as const;
    await performer.act('discovery-save-search', anything, { by, at, body });
  }
}
