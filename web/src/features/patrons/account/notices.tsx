import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';

const SHOWN = 5;
const RECENT_MS = 30 * 86_400_000;

type Notice = Answered<'notices-list-my-notices'>['notices'][number];

/** What is over is no news: a hold that was kept until yesterday, what was told more than a month ago. */
const isNews = ({ at, until }: Notice): boolean =>
  until === undefined || until.length === 10 ? Date.now() - Date.parse(at) < RECENT_MS : Date.parse(until) > Date.now();

const One = ({ notice }: { notice: Notice }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date, money } = useFormat();
  const { branchName } = useDirectory();
  const { kind, title, branchId, due, until, amount, at } = notice;
  const ready = kind === 'hold-ready';
  const what = title === undefined ? sayOf('told', kind) : `${sayOf('told', kind)}: ${title}`;
  return (
    <li className={ready ? 'notice notice-good' : 'notice'}>
      <Icon name="hold" />
      {ready && title !== undefined ? (
        <span>
          {say('notice.hold-ready', { title, branch: branchName(branchId ?? '') })}{' '}
          {until && say('notice.until', { date: date(until) })}
        </span>
      ) : (
        <span>
          {what}
          {amount && ` · ${money(amount.minor, amount.currency)}`}
          {due && ` · ${say('notice.due', { date: date(due) })}`}{' '}
          <span className="quiet">{say('notice.told', { date: date(at) })}</span>
        </span>
      )}
    </li>
  );
};

/** What the library told last. Nothing when there is none. */
export const Notices = () => {
  const say = useSay();
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => take(api.GET('/v1/notices/mine')) });
  const news = (data?.notices ?? []).filter(isNews).slice(0, SHOWN);
  if (news.length === 0) return null;
  return (
    <ul className="notices" aria-label={say('account.notices')}>
      {news.map((notice) => (
        <One key={notice.noticeId} notice={notice} />
      ))}
    </ul>
  );
};
