import { Fact } from '../../../components/fact.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Citation } from '../shared/ways.ts';

const fields = [
  ...(['title', 'partTitle', 'author', 'partAuthor', 'edition', 'volume', 'issue', 'pages', 'date'] as const),
  ...(['publisher', 'place', 'series', 'doi', 'pmid', 'oclc', 'source'] as const),
] as const;

/** The citation of a link, field by field, with its note, so that users can check how it was understood. */
export const Cited = ({ citation, note }: { citation: Citation; note: string | undefined }) => {
  const t = useTranslate();
  return (
    <dl className="facts">
      <Fact name={t('cite.kind')}>{t(`kind.${citation.kind}`)}</Fact>
      {fields.map((field) => (
        <Fact key={field} name={t(`cite.${field}`)}>
          {citation[field]}
        </Fact>
      ))}
      <Fact name="ISBN">{citation.isbn?.join(', ')}</Fact>
      <Fact name="ISSN">{citation.issn?.join(', ')}</Fact>
      <Fact name={t('cite.note')}>{note}</Fact>
    </dl>
  );
};
