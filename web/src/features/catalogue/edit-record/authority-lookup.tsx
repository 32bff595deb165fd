import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Heading, isEstablished, withField, withHeading } from './heading.ts';
import type { Line } from './record-lines.ts';

type Given = { line: Line; heading: Heading; use: (line: Partial<Line>) => void };

/**
 * Shows the authority records for the heading of a field: its established form and variant forms. A button takes the heading over, with all
 * subfields and $0, at its tag and indicators; from authorities loaded before these were read, the form alone.
 */
export const AuthorityLookup = ({ line, heading, use }: Given) => {
  const t = useTranslate();
  const { list, text: looked } = heading;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['authority', list, looked],
    queryFn: () =>
      take(api.GET('/v1/catalogue/authorities/{list}', { params: { path: { list }, query: { heading: looked } } })),
    retry: false,
  });
  if (error && asProblem(error).code !== 'unknown-authority')
    return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (error) return <p role="status">{t('authority.none', { heading: looked })}</p>;
  if (!data || isFetching) return <p role="status">{t('edit.looking')}</p>;
  const text = withHeading(line.tag, line.text, data.heading);
  const field = data.field && withField(line, data.field);
  const established = field ?? (text === undefined ? undefined : { text });
  const isSame = field
    ? field.tag === line.tag && field.indicators === line.indicators && field.text === line.text
    : isEstablished(line.tag, line.text, data.heading);
  return (
    <div className="notice" role="status">
      <p>
        {t('authority.established')} <strong>{data.heading}</strong>
      </p>
      {data.from.length > 0 && <p className="quiet">{t('authority.variants', { forms: data.from.join('; ') })}</p>}
      {isSame ? (
        <p>{t('authority.same')}</p>
      ) : established === undefined ? (
        <p>{t('authority.by-hand')}</p>
      ) : (
        <>
          {field && (
            <p>
              {t('authority.becomes')} <strong>{field.tag}</strong> {field.indicators} {field.text}
            </p>
          )}
          <Button size="compact-sm" variant="default" onClick={() => use(established)}>
            {t('authority.use')}
          </Button>
        </>
      )}
    </div>
  );
};
