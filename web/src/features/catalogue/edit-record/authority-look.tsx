import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Heading, isEstablished, withHeading } from './heading.ts';
import type { Line } from './record-lines.ts';

type Given = { line: Line; heading: Heading; use: (text: string) => void };

/** What the authority records have on the heading of a field: its established form, taken over by a button, and its variant forms. */
export const AuthorityLook = ({ line, heading, use }: Given) => {
  const t = useTranslate();
  const { list, text } = heading;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['authority', list, text],
    queryFn: () =>
      take(api.GET('/v1/catalogue/authorities/{list}', { params: { path: { list }, query: { heading: text } } })),
    retry: false,
  });
  if (error && asProblem(error).code !== 'unknown-authority')
    return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (error) return <p role="status">{t('authority.none', { heading: text })}</p>;
  if (!data || isFetching) return <p role="status">{t('edit.looking')}</p>;
  const established = withHeading(line.tag, line.text, data.heading);
  return (
    <div className="notice" role="status">
      <p>
        {t('authority.established')} <strong>{data.heading}</strong>
      </p>
      {data.from.length > 0 && <p className="quiet">{t('authority.variants', { forms: data.from.join('; ') })}</p>}
      {isEstablished(line.tag, line.text, data.heading) ? (
        <p>{t('authority.same')}</p>
      ) : established === undefined ? (
        <p>{t('authority.by-hand')}</p>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => use(established)}>
          {t('authority.use')}
        </Button>
      )}
    </div>
  );
};
