import { anyOf, type Clause } from './clauses.ts';
import { browseField, DIVIDES, END } from './heading.ts';
import type { HeadingName } from './references.ts';

/** The clause of all records that bear any of these normalized headings, alone or with subdivisions, whoever may see them. */
export const bearing = (names: readonly HeadingName[]): Clause =>
  anyOf(
    names.flatMap(({ list, heading }) => [
      { prefix: { [browseField(list)]: { value: `${heading}${END}` } } },
      ...(list === 'subject' ? [{ prefix: { [browseField(list)]: { value: `${heading}${DIVIDES}` } } }] : []),
    ]),
  );
