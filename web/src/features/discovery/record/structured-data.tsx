import { useDirectory } from '../../../api/directory.ts';
import type { RecordAnswer } from '../shared/record-answer.ts';

/** The record as schema.org data for search engines and reference tools; invisible. */
export const StructuredData = ({ page }: { page: RecordAnswer }) => {
  const { branchName } = useDirectory();
  const { offers, ...about } = page.schemaOrg;
  const url = `${window.location.origin}/record/${page.recordId}`;
  const named = offers?.map((offer) => ({
    ...offer,
    offeredBy: { ...offer.offeredBy, name: branchName(offer.offeredBy.name) },
  }));
  const whole = { ...about, '@id': url, url, ...(named ? { offers: named } : {}) };
  // Set as text of the element and never parsed as HTML.
  return <script type="application/ld+json">{JSON.stringify(whole)}</script>;
};
