import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import {
  chosen,
  facetNames,
  isFiltered,
  type ShownFacet,
  tidy,
  toggled,
  unfiltered,
  type Wish,
} from '../shared/search-parameters.ts';
import type { Page } from '../shared/use-hits.ts';

/** A heading that no page has told yet, by its place: the words of its key. */
const wordsOfPlace = (place: string): string => {
  try {
    const bytes = atob(place.replaceAll('-', '+').replaceAll('_', '/'));
    const key = new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
    return key.replaceAll('\u0002', ' -- ');
  } catch {
    return place;
  }
};

/** How a facet's value is called; headings as the search's first page tells them. */
export const useFacetWord = (facets?: Page['facets']): ((facet: ShownFacet, value: string) => string) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { language } = useFormat();
  const { memberName } = useDirectory();
  return (facet, value) => {
    if (facet === 'member') return memberName(value);
    if (facet === 'decade') return say('facet.decade-of', { from: value, to: String(Number(value) + 9) });
    if (facet === 'author' || facet === 'subject')
      return facets?.[facet]?.find((one) => one.value === value)?.heading ?? wordsOfPlace(value);
    return facet === 'language' ? language(value) : sayOf('format', value);
  };
};

type Chip = { key: string; word: string; without: Wish };

const useChips = (wish: Wish, facets: Page['facets']): Chip[] => {
  const say = useSay();
  const word = useFacetWord(facets);
  const lists = facetNames.flatMap((facet) =>
    chosen(wish, facet).map((value) => ({
      key: `${facet}:${value}`,
      word: word(facet, value),
      without: toggled(wish, facet, value),
    })),
  );
  const years = wish.yearFrom || wish.yearTo;
  const span = say('chip.years', { from: wish.yearFrom ?? '…', to: wish.yearTo ?? '…' });
  const without = tidy({ ...wish, yearFrom: undefined, yearTo: undefined });
  return [
    ...lists,
    ...(years ? [{ key: 'years', word: span, without }] : []),
    ...(wish.work ? [{ key: 'work', word: say('chip.work'), without: tidy({ ...wish, work: undefined }) }] : []),
    ...(wish.shelf ? [{ key: 'shelf', word: say('facet.shelf'), without: tidy({ ...wish, shelf: undefined }) }] : []),
  ];
};

/** What narrows the search now; each goes away by a click. */
export const Chips = ({ wish, facets }: { wish: Wish; facets: Page['facets'] }) => {
  const say = useSay();
  const chips = useChips(wish, facets);
  if (!isFiltered(wish)) return null;
  return (
    <ul className="chips" aria-label={say('chip.all')}>
      {chips.map(({ key, word, without }) => (
        <li key={key}>
          <Link to="/search" search={without} className="chip" aria-label={say('chip.remove', { word })}>
            {word} <Icon name="no" size={14} />
          </Link>
        </li>
      ))}
      <li>
        <Link to="/search" search={unfiltered(wish)} className="chip chip-clear">
          {say('search.clear')}
        </Link>
      </li>
    </ul>
  );
};
