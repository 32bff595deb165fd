import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../parts/directory.ts';
import { Icon } from '../../parts/icon.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { chosen, type FacetName, facetNames, isFiltered, tidy, toggled, unfiltered, type Wish } from './wish.ts';

/** How a facet's value is called. */
export const useFacetWord = (): ((facet: FacetName, value: string) => string) => {
  const sayOf = useSayOf();
  const { language } = useFormat();
  const { memberName } = useDirectory();
  return (facet, value) => {
    if (facet === 'member') return memberName(value);
    return facet === 'language' ? language(value) : sayOf('format', value);
  };
};

type Chip = { key: string; word: string; without: Wish };

const useChips = (wish: Wish): Chip[] => {
  const say = useSay();
  const word = useFacetWord();
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
    ...(wish.shelf ? [{ key: 'shelf', word: say('facet.shelf'), without: tidy({ ...wish, shelf: undefined }) }] : []),
  ];
};

/** What narrows the search now; each goes away by a click. */
export const Chips = ({ wish }: { wish: Wish }) => {
  const say = useSay();
  const chips = useChips(wish);
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
