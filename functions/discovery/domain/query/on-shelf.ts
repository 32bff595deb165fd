import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { ownTokens } from '../../../catalogue/public/own-tokens.ts';
import { restrictedName } from '../../../catalogue/public/restricted-name.ts';
import { availableAt } from './facets.ts';
import { type SearchParameters, shelvesOf } from './search-parameters.ts';

/** Returns the clause for copies on any shelf: visible to all who see the record, or to bearers of these tokens only. */
const anywhere = (tokens: readonly string[]): Clause => {
  // A library's restricted data for its own users is stored under one of their tokens, which names it; that for all staff under theirs.
  const own = ownTokens(tokens).map((token) => restrictedName(token, token.slice(token.indexOf(':') + 1)));
  const shown = { exists: { field: 'available_at' } };
  if (own.length === 0 && !tokens.includes('staff')) return shown;
  return anyOf([
    shown,
    ...(own.length === 0 ? [] : [among('available_at_restricted', own)]),
    ...(tokens.includes('staff')
      ? [{ prefix: { available_at_restricted: { value: restrictedName('staff', '') } } }]
      : []),
  ]);
};

/**
 * Returns the clause for copies that are now on one of the shelves that a search is about (`shelvesOf`). Takes the parameters and the
 * viewer's tokens: a copy that is hidden from the viewer does not count.
 */
export const onShelf = (parameters: Pick<SearchParameters, 'facets' | 'within'>, tokens: readonly string[]): Clause => {
  const members = shelvesOf(parameters);
  return members.length === 0 ? anywhere(tokens) : availableAt(members, tokens);
};
