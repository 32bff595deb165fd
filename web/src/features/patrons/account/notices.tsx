import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

const SHOWN = 5;
const RECENT_MS = 30 * 86_400_000;

type Notice = Answered<'notices-list-my-notices'>['notices'][number];

/** Whether a notice is still relevant: not for a hold that expired, nor after a month. */
const isRecent = ({ at, until }: Notice): boolean =>
  until === undefined || until.length === 10 ? Date.now() - Date.parse(at) < RECENT_MS : Date.parse(until) > Date.now();

const One = ({ notice }: { notice: Notice }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { branchName } = useDirectory();
  const { kind, title, branchId, due, until, amount, at } = notice;
  const ready = kind === 'hold-ready';
  const what = title === undefined ? textOf('notice-kind', kind) : `${textOf('notice-kind', kind)}: ${title}`;
  return (
    <li className={ready ? 'notice notice-good' : 'notice'}>
      <Icon name="hold" />
      {ready && title !== undefined ? (
        <span>
          {t('notice.hold-ready', { title, branch: branchName(branchId ?? '') })}{' '}
          {until && t('notice.until', { date: date(until) })}
        </span>
      ) : (
        <span>
          {what}
          {amount && ` · ${money(amount.minor, amount.currency)}`}
          {due && ` · ${t('notice.due', { date: date(due) })}`}{' '}
          <span className="quiet">{t('notice.told', { date: date(at) })}</span>
        </span>
      )}
    </li>
  );
};

/** The patron's recent notices, and all earlier ones when asked for; hidden when there are none. */
export const Notices = () => {
  const t = useTranslate();
  const [isWhole, setIsWhole] = useState(false);
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => take(api.GET('/v1/notices/mine')) });
  const all = data?.notices ?? [];
  const recent = all.filter(isRecent).slice(0, SHOWN);
  if (all.length === 0) return null;
  return (
    <>
      <ul className="notices" aria-label={t('account.notices')}>
        {(isWhole ? all : recent).map((notice) => (
          <One key={notice.noticeId} notice={notice} />
        ))}
      </ul>
      {!isWhole && all.length > recent.length && (
        <Button variant="default" size="sm" className="fit" onClick={() => setIsWhole(true)}>
          {t('account.all-notices', { count: all.length })}
        </Button>
      )}
    </>
  );
};
