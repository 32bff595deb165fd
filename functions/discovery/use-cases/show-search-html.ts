import { answer } from '../../../layers/platform/http/outcome.ts';
import { EngineUnavailable } from '../../../layers/platform/search/client.ts';
import type { SearchHtmlDeps } from '../deps.ts';
import { plainPage } from '../domain/pages/html-page.ts';
import { isListed, languageIn, searchedIn } from '../domain/pages/page-query.ts';
import { searchHtml } from '../domain/pages/search-html.ts';
import { searchQuerySchema } from '../schemas/search-query.ts';
import { searchCatalogue } from './search-catalogue.ts';

type Parameters = Record<string, string>;

const without = (parameters: Parameters, omitted: readonly string[]): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !omitted.includes(name)));

/** Returns the parameters that the search accepts; of a refused search its words alone, as an address is never refused. */
const acceptedIn = (query: string): Parameters => {
  const { q, limit = '', ...more } = searchedIn(query);
  const wordsOnly: Parameters = { ...(q !== undefined && { q }), limit };
  const all = { ...wordsOnly, ...more };
  return [all, wordsOnly].find((some) => searchQuerySchema.safeParse(some).success) ?? { limit };
};

const search = async (deps: SearchHtmlDeps, parameters: Parameters) => {
  const view = await searchCatalogue(deps, searchQuerySchema.parse(parameters), { kind: 'anonymous' });
  return view === 'bad-cursor' ? view : { view, parameters };
};

/** Executes a search; a cursor of another state of the search begins at its first page. Undefined when the engine does not answer. */
const found = async (deps: SearchHtmlDeps, parameters: Parameters) => {
  try {
    const page = await search(deps, parameters);
    const first = page === 'bad-cursor' ? await search(deps, without(parameters, ['after'])) : page;
    return first === 'bad-cursor' ? undefined : first;
  } catch (thrown) {
    // The app says so in the reader's language, and searches again.
    if (thrown instanceof EngineUnavailable) return undefined;
    throw thrown;
  }
};

/** Executes the search of an address for everybody, and returns its page as HTML. */
export const showSearchHtml = async (deps: SearchHtmlDeps, query: string) => {
  const [language, accepted] = [languageIn(query), acceptedIn(query)];
  const [page, site, directory] = await Promise.all([found(deps, accepted), deps.site(), deps.directory()]);
  if (!page) return answer(plainPage(language, 'later'));
  const names = new Map(directory.map(({ memberId, name }) => [memberId, name]));
  const around = { site, memberName: (memberId: string) => names.get(memberId) ?? memberId };
  const html = searchHtml(page.view, { language, parameters: page.parameters }, around);
  return answer(html, isListed(page.parameters) ? {} : { 'x-robots-tag': 'noindex, follow' });
};
