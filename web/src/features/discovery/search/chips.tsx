import { Link } from '@tanstack/react-router';
import { Icon } from '../../../components/icon.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { chosen, facetNames, type SearchParameters, tidy, toggled, unfiltered } from '../shared/search-parameters.ts';
import type { Page } from '../shared/use-hits.ts';
import { useFacetLabel } from './facet-label.ts';

type Chip = { key: string; label: string; without: SearchParameters };

const useChips = (parameters: SearchParameters, facets: Page['facets']): Chip[] => {
  const t = useTranslate();
  const label = useFacetLabel(facets);
  const lists = facetNames.flatMap((facet) =>
    chosen(parameters, facet).map((value) => ({
      key: `${facet}:${value}`,
      label: label(facet, value),
      without: toggled(parameters, facet, value),
    })),
  );
  const years = parameters.yearFrom || parameters.yearTo;
  const span = t('chip.years', { from: parameters.yearFrom ?? '…', to: parameters.yearTo ?? '…' });
  const without = tidy({ ...parameters, yearFrom: undefined, yearTo: undefined });
  return [
    ...lists,
    ...(years ? [{ key: 'years', label: span, without }] : []),
    ...(parameters.work
      ? [{ key: 'work', label: t('chip.work'), without: tidy({ ...parameters, work: undefined }) }]
      : []),
    ...(parameters.shelf
      ? [{ key: 'shelf', label: t('facet.shelf'), without: tidy({ ...parameters, shelf: undefined }) }]
      : []),
  ];
};

/** The active filters; a click removes one. */
export const Chips = ({ parameters, facets }: { parameters: SearchParameters; facets: Page['facets'] }) => {
  const t = useTranslate();
  const chips = useChips(parameters, facets);
  return (
    <ul className="chips" aria-label={t('chip.all')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <Link to="/search" search={without} className="chip" aria-label={t('chip.remove', { label })}>
            {label} <Icon name="no" size={14} />
          </Link>
        </li>
      ))}
      <li>
        <Link to="/search" search={unfiltered(parameters)} className="chip chip-clear">
          {t('search.clear')}
        </Link>
      </li>
    </ul>
  );
};
