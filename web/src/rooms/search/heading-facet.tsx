import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../api/client.ts';
import { Announce } from '../../parts/announce.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { useFacetWord } from './chips.tsx';
import { type Page, useSought } from './use-hits.ts';
import { chosen, type TypedFacet, toggled, type Wish } from './wish.ts';

const PAUSE_MS = 200;
const SHOWN = 8;

/** The facet's values that fit what was typed among the hits of this search; asked for once somebody is in the box. */
const useValues = (wish: Wish, facet: TypedFacet, page: Page, typed: string, isOpen: boolean) => {
  const sought = useSought({ ...wish, ...(page.corrected ? { q: page.corrected } : {}) });
  const [words] = useDebouncedValue(typed.trim().slice(0, 100), PAUSE_MS);
  const near = page.relaxed && !page.corrected ? ({ near: '1' } as const) : {};
  const query = { ...sought, ...near, ...(words ? { typed: words } : {}) };
  const { data } = useQuery({
    queryKey: ['facet-values', facet, query],
    queryFn: () => take(api.GET('/v1/discovery/facets/{facet}', { params: { path: { facet }, query } })),
    enabled: isOpen,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return { values: data?.values, words };
};

/** A facet of more values than can be listed: chosen ones stand in it, others are found by their words as they are typed. */
export const HeadingFacet = ({ wish, facet, page }: { wish: Wish; facet: TypedFacet; page: Page }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { number } = useFormat();
  const word = useFacetWord(page.facets);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { values, words } = useValues(wish, facet, page, typed, isOpen);
  const mine = chosen(wish, facet);
  const told = page.facets?.[facet] ?? [];
  const rows = [
    ...mine.map((value) => told.find((one) => one.value === value) ?? { value, heading: word(facet, value), count: 0 }),
    ...(isOpen ? (values ?? []) : []).filter(({ value }) => !mine.includes(value)).slice(0, SHOWN),
  ];
  const isNone = isOpen && words !== '' && values?.length === 0;
  return (
    <fieldset className="facet">
      <legend>{sayOf('facet', facet)}</legend>
      <TextInput
        size="xs"
        type="search"
        aria-label={say('facet.find', { facet: sayOf('facet', facet) })}
        placeholder={say('facet.find-short')}
        maxLength={100}
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Announce text={isNone ? say('facet.none-fits', { typed: words }) : ''} />
      {isNone && <span className="quiet">{say('facet.none-fits', { typed: words })}</span>}
      {rows.map(({ value, heading, count }) => (
        <Checkbox
          key={value}
          className="facet-row"
          checked={mine.includes(value)}
          label={
            <>
              <span dir="auto">{heading}</span> <span className="quiet">{number(count)}</span>
            </>
          }
          onChange={() => {
            setTyped('');
            void navigate({ to: '/search', search: toggled(wish, facet, value) });
          }}
        />
      ))}
    </fieldset>
  );
};
