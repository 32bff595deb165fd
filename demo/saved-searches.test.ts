import { newSearchSchema } from '../functions/discovery/schemas/saved-searches.ts';
import { patronByKey } from './patrons.ts';
import { demoSearches } from './saved-searches.ts';

test('each saved search of the demo is one that the product saves, of a patron who can sign in', () => {
  for (const { patron, ...search } of demoSearches) {
    expect(newSearchSchema.safeParse(search)).toMatchObject({ success: true, data: { name: search.name } });
    expect(patronByKey(patron).pin).toBeDefined();
  }
});
