import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

/** The history of a request, day by day, as its patron may see it; loaded when expanded. */
export const RequestWay = ({ requestId, title }: { requestId: string; title: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['my-requests', requestId],
    queryFn: () => take(api.GET('/v1/resource-sharing/requests/{requestId}', { params: { path: { requestId } } })),
    enabled: isOpen,
  });
  // Several steps may lead to the same state, which is listed once, when it began.
  const changes = (data?.steps ?? []).filter(({ from, to }) => from !== to);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary aria-label={t('request.way-of', { title })}>{t('request.way')}</summary>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {data && (
        <ol className="plain-rows">
          <li>
            <span className="quiet">{time(data.placedAt)}</span> {t('request.asked-for')}
          </li>
          {changes.map(({ at, to, label }) => (
            <li key={`${at} ${to}`}>
              <span className="quiet">{time(at)}</span> {textOf('request-state', to, label)}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
};
