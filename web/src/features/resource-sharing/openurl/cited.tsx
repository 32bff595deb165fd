import { Fact } from '../../../components/fact.tsx';
import { useSay } from '../../../i18n/translate.ts';
import type { Citation } from '../shared/ways.ts';

const fields = [
  ...(['title', 'partTitle', 'author', 'partAuthor', 'edition', 'volume', 'issue', 'pages', 'date'] as const),
  ...(['publisher', 'place', 'series', 'doi', 'pmid', 'oclc', 'source'] as const),
] as const;

/** What a link cites, field by field, and the note that it carries, so that one sees whether it was understood. */
export const Cited = ({ citation, note }: { citation: Citation; note: string | undefined }) => {
  const say = useSay();
  return (
    <dl className="facts">
      <Fact name={say('cite.kind')}>{say(`kind.${citation.kind}`)}</Fact>
      {fields.map((field) => (
        <Fact key={field} name={say(`cite.${field}`)}>
          {citation[field]}
        </Fact>
      ))}
      <Fact name="ISBN">{citation.isbn?.join(', ')}</Fact>
      <Fact name="ISSN">{citation.issn?.join(', ')}</Fact>
      <Fact name={say('cite.note')}>{note}</Fact>
    </dl>
  );
};
