import { Checkbox, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Announce } from '../../../components/announce.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { chosen, type SearchParameters, type ShownFacet, toggled } from '../shared/search-parameters.ts';
import type { Page } from '../shared/use-hits.ts';
import { isHeading, useFacetValues } from './use-facet-values.ts';

/** The number of values shown by default, and the number shown for a typed query. */
const SHORT = 7;
const MOST_FITTING = 20;

/** A facet: the selected values, the most frequent ones, and an input to find others. */
export const Facet = ({ parameters, facet, page }: { parameters: SearchParameters; facet: ShownFacet; page: Page }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number } = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [isLong, setLong] = useState(false);
  const { rows, count, isComplete, isWhole, noneFits } = useFacetValues(parameters, facet, page, typed, isOpen);
  const mine = chosen(parameters, facet);
  if (isComplete && rows.length === 0 && count === 0) return null;
  const isMany = !isComplete || count > SHORT;
  const most = typed.trim() ? MOST_FITTING : isLong ? rows.length : SHORT;
  const none = noneFits && t('facet.none-fits', { typed: noneFits });
  const more = isWhole ? t('facet.more', { count: count - SHORT }) : t('facet.more-yet');
  return (
    <fieldset className="facet">
      <legend>{textOf('facet', facet)}</legend>
      {isMany && (
        <TextInput
          size="xs"
          type="search"
          aria-label={t('facet.find', { facet: textOf('facet', facet) })}
          placeholder={t('facet.find-short')}
          maxLength={100}
          value={typed}
          onFocus={() => setOpen(true)}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <Announce text={none} />
      {none && <span className="quiet">{none}</span>}
      {rows
        .filter(({ value }, at) => at < most || mine.includes(value))
        .map((row) => (
          <Checkbox
            key={row.value}
            className="facet-row"
            checked={mine.includes(row.value)}
            label={
              <>
                <span dir="auto">{row.label}</span> <span className="quiet">{number(row.count)}</span>
              </>
            }
            onChange={() => {
              setTyped('');
              void navigate({ to: '/search', search: toggled(parameters, facet, row.value) });
            }}
          />
        ))}
      {isMany && !isHeading(facet) && !typed.trim() && (
        <button
          type="button"
          className="text-button"
          aria-expanded={isLong}
          onClick={() => {
            setOpen(true);
            setLong(!isLong);
          }}
        >
          {isLong ? t('facet.fewer') : more}
        </button>
      )}
    </fieldset>
  );
};
