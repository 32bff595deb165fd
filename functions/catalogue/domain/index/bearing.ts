import { anyOf, type Clause } from './clauses.ts';
import { browseField, DIVIDES, END } from './heading.ts';
import type { HeadingName } from './references.ts';

/** Returns the clause for all records with any of these normalized headings, alone or with subdivisions, regardless of the viewer. */
export const bearing = (names: readonly HeadingName[]): Clause =>
  anyOf(
    names.flatMap(({ list, heading }) => [
      { prefix: { [browseField(list)]: { value: `${heading}${END}` } } },
      ...(list === 'subject' ? [{ prefix: { [browseField(list)]: { value: `${heading}${DIVIDES}` } } }] : []),
    ]),
  );
