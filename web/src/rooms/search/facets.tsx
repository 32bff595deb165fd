import { Checkbox, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { useFacetWord } from './chips.tsx';
import { HeadingFacet } from './heading-facet.tsx';
import type { Page } from './use-hits.ts';
import { chosen, listedFacets, tidy, toggled, typedFacets, type Wish } from './wish.ts';

type Buckets = NonNullable<Page['facets']>;
type Listed = (typeof listedFacets)[number];
const SHORT = 7;

/** Chosen values always stand in the list, with a count of zero when nothing has them any more. */
const rowsOf = (wish: Wish, facet: Listed, buckets: readonly { value: string; count: number }[]) => {
  const known = new Set(buckets.map(({ value }) => value));
  const missing = chosen(wish, facet).filter((value) => !known.has(value));
  return [...buckets, ...missing.map((value) => ({ value, count: 0 }))];
};

const Facet = ({ wish, facet, buckets }: { wish: Wish; facet: Listed; buckets: Buckets[Listed] }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const word = useFacetWord();
  const { number } = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const rows = rowsOf(wish, facet, buckets);
  const mine = chosen(wish, facet);
  const fitting = rows.filter(({ value }) => word(facet, value).toLowerCase().includes(typed.toLowerCase()));
  const shown = all || typed ? fitting : fitting.filter(({ value }, at) => at < SHORT || mine.includes(value));
  if (rows.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{sayOf('facet', facet)}</legend>
      {rows.length > SHORT && all && (
        <TextInput
          size="xs"
          aria-label={say('facet.find', { facet: sayOf('facet', facet) })}
          placeholder={say('facet.find-short')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          className="facet-row"
          checked={mine.includes(value)}
          label={
            <>
              {word(facet, value)} <span className="quiet">{number(count)}</span>
            </>
          }
          onChange={() => void navigate({ to: '/search', search: toggled(wish, facet, value) })}
        />
      ))}
      {rows.length > SHORT && (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {say(all ? 'facet.fewer' : 'facet.more', { count: rows.length - SHORT })}
        </button>
      )}
    </fieldset>
  );
};

const Decades = ({ wish, decades }: { wish: Wish; decades: Buckets['decade'] }) => {
  const say = useSay();
  const { number } = useFormat();
  const newest = [...decades].sort((a, b) => b.from - a.from).slice(0, 8);
  if (newest.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{say('facet.decade')}</legend>
      {newest.map(({ from, count }) => {
        const isOn = wish.yearFrom === String(from) && wish.yearTo === String(from + 9);
        const years = isOn ? [undefined, undefined] : [String(from), String(from + 9)];
        return (
          <Link
            key={from}
            to="/search"
            search={tidy({ ...wish, yearFrom: years[0], yearTo: years[1] })}
            className="decade"
            aria-current={isOn ? 'true' : undefined}
          >
            {say('facet.decade-of', { from: String(from), to: String(from + 9) })}{' '}
            <span className="quiet">{number(count)}</span>
          </Link>
        );
      })}
    </fieldset>
  );
};

const FacetFields = ({ wish, page }: { wish: Wish; page: Page | undefined }) => {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <>
      <Checkbox
        className="facet-row shelf"
        checked={wish.shelf === '1'}
        label={say('facet.shelf')}
        onChange={({ currentTarget }) =>
          void navigate({ to: '/search', search: tidy({ ...wish, shelf: currentTarget.checked ? '1' : undefined }) })
        }
      />
      {listedFacets.map((facet) => (
        <Facet key={facet} wish={wish} facet={facet} buckets={page?.facets?.[facet] ?? []} />
      ))}
      {page && typedFacets.map((facet) => <HeadingFacet key={facet} wish={wish} facet={facet} page={page} />)}
      <Decades wish={wish} decades={page?.facets?.decade ?? []} />
    </>
  );
};

/** What the hits can be narrowed to. On a narrow screen they fold away above the results. */
export const Facets = ({ wish, page }: { wish: Wish; page: Page | undefined }) => {
  const say = useSay();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <aside className="facets" aria-label={say('facet.all')}>
      <a className="skip skip-inner" href="#results">
        {say('skip.results')}
      </a>
      <details open={isWide}>
        <summary>{say('facet.all')}</summary>
        <FacetFields wish={wish} page={page} />
      </details>
    </aside>
  );
};
