import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../api/client.ts';
import { useDirectory } from '../../parts/directory.ts';
import { Icon } from '../../parts/icon.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';

const SHOWN = 3;

/** What the library told last: what lies ready to be collected. Nothing when there is none. */
export const Notices = () => {
  const say = useSay();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => take(api.GET('/v1/notices/mine')) });
  const current = (data?.notices ?? [])
    .filter(({ kind }) => kind === 'hold-ready')
    .filter(({ until }) => !until || Date.parse(until) > Date.now())
    .slice(0, SHOWN);
  if (current.length === 0) return null;
  return (
    <ul className="notices" aria-label={say('account.notices')}>
      {current.map(({ noticeId, title, branchId, until }) => (
        <li key={noticeId} className="notice notice-good">
          <Icon name="hold" />
          <span>
            {say('notice.hold-ready', { title: title ?? '', branch: branchName(branchId ?? '') })}{' '}
            {until && say('notice.until', { date: date(until) })}
          </span>
        </li>
      ))}
    </ul>
  );
};
