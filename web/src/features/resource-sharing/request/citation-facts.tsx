import { Fact } from '../../../components/fact.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Loan } from './request.ts';

const plain = [
  ...(['author', 'partAuthor', 'edition', 'volume', 'issue', 'pages', 'date', 'publisher', 'place', 'series'] as const),
  ...(['oclc', 'lccn', 'doi', 'pmid', 'source'] as const),
] as const;

/** The citation field by field, as a supplier needs it. */
export const CitationFacts = ({ loan: { citation, title } }: { loan: Loan }) => {
  const t = useTranslate();
  if (citation === undefined) return null;
  return (
    <>
      {citation.partTitle && <Fact name={t('cite.whole')}>{citation.title ?? title}</Fact>}
      {plain.map((field) => (
        <Fact key={field} name={t(`cite.${field}`)}>
          {citation[field]}
        </Fact>
      ))}
      <Fact name="ISBN">{citation.isbn?.join(', ')}</Fact>
      <Fact name="ISSN">{citation.issn?.join(', ')}</Fact>
    </>
  );
};
