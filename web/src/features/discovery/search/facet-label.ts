import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { ShownFacet } from '../shared/search-parameters.ts';
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
