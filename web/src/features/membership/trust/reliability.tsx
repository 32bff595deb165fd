import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Reliability = Answered<'discovery-show-reliability'>;

const Example = () => {
  const t = useTranslate();
  return <Badge tone="info">{t('trust.example')}</Badge>;
};

const Checks = ({ uptime }: { uptime: Reliability['uptime'] | undefined }) => {
  const t = useTranslate();
  const format = useFormat();
  if (!uptime) return <li>{t('trust.no-check')}</li>;
  const { passed, failed, missing, since, synthetic } = uptime;
  // Rounded down: a site that once did not answer never has 100 %. Checks that were not made are in no share.
  const share = Math.floor((passed / Math.max(1, passed + failed)) * 1000) / 1000;
  return (
    <li>
      <strong>{format.percent(share)}</strong>
      <span>{t('trust.answered', { checks: passed + failed, passed, since: format.date(since) })}</span>
      <span className="quiet">{t('trust.not-made', { missing })}</span>
      {synthetic && <Example />}
    </li>
  );
};

const Rehearsal = ({ rehearsal }: { rehearsal: Reliability['rehearsal'] | undefined }) => {
  const t = useTranslate();
  const format = useFormat();
  if (!rehearsal) return <li>{t('trust.no-rehearsal')}</li>;
  const { at, moment, seconds, compared, changed, synthetic } = rehearsal;
  return (
    <li>
      <strong>{format.minutes(seconds / 60)}</strong>
      <span>{t('trust.rehearsed', { day: format.date(at), compared })}</span>
      <span className="quiet">{t('trust.changed', { changed, moment: format.time(moment) })}</span>
      {synthetic && <Example />}
    </li>
  );
};

const Days = ({ days }: Pick<NonNullable<Reliability['uptime']>, 'days'>) => {
  const t = useTranslate();
  const format = useFormat();
  const columns = ['passed', 'failed', 'missing'] as const;
  if (days.length === 0) return null;
  return (
    <ScrollTable name={t('trust.days')}>
      <caption>{t('trust.days')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.day')}</th>
          {columns.map((column) => (
            <th scope="col" key={column} className="num">
              {t(`trust.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((of) => (
          <tr key={of.day}>
            <th scope="row">{format.date(of.day)}</th>
            {columns.map((column) => (
              <td key={column} className="num">
                {format.number(of[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** How often this deployment answered when it was checked, and its last rehearsal of a restore, as far as they are recorded. */
export const ReliabilitySection = () => {
  const t = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['reliability'],
    queryFn: () => take(api.GET('/v1/discovery/reliability')),
    staleTime: 5 * 60_000,
    retry: false,
  });
  return (
    <section aria-labelledby="trust-reliability">
      <h2 id="trust-reliability">{t('trust.reliability')}</h2>
      {error && <FailedNotice thrown={error} />}
      {!data && !error && <Waiting rows={1} />}
      {data && (
        <>
          <ul className="trust-figures">
            <Checks uptime={data.uptime} />
            <Rehearsal rehearsal={data.rehearsal} />
          </ul>
          <div className="trust-days">{data.uptime && <Days days={data.uptime.days} />}</div>
          <p className="quiet">{t('trust.reliability-how')}</p>
        </>
      )}
    </section>
  );
};
