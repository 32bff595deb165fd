import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import {
  chosen,
  facetNames,
  isFiltered,
  type SearchParameters,
  type ShownFacet,
  tidy,
  toggled,
  unfiltered,
} from '../shared/search-parameters.ts';
import type { Page } from '../shared/use-hits.ts';

/** The label of a heading that no page has loaded, derived from its key. */
const placeLabel = (place: string): string => {
  try {
    const bytes = atob(place.replaceAll('-', '+').replaceAll('_', '/'));
    const key = new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
    return key.replaceAll('\u0002', ' -- ');
  } catch {
    return place;
  }
};

/** Returns a function that labels a facet's value; headings are labelled by the first result page. */
export const useFacetLabel = (facets?: Page['facets']): ((facet: ShownFacet, value: string) => string) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { language } = useFormat();
  const { memberName } = useDirectory();
  return (facet, value) => {
    if (facet === 'member') return memberName(value);
    if (facet === 'decade') return t('facet.decade-of', { from: value, to: String(Number(value) + 9) });
    if (facet === 'author' || facet === 'subject')
      return facets?.[facet]?.find((one) => one.value === value)?.heading ?? placeLabel(value);
    return facet === 'language' ? language(value) : textOf('format', value);
  };
};

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
  if (!isFiltered(parameters)) return null;
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
