import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import type { paths } from '../../../api/schema.generated.d.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Shown = paths['/v1/catalogue/matching/redecision']['get']['responses']['200']['content']['application/json'];
type Run = NonNullable<Shown['run']>;

const LOOK_AGAIN_MS = 15_000;
const effects = ['joined', 'parted', 'asked'] as const;

/** Whether the rules in force still have to be applied to stored records, by a job that begins within minutes. */
const isBehind = ({ version, run }: Shown): boolean =>
  version > 0 && (run?.version !== version || run.state === 'running');

const useRedecision = () =>
  useQuery({
    queryKey: ['redecision'],
    queryFn: () => take(api.GET('/v1/catalogue/matching/redecision')),
    refetchInterval: ({ state }) => (state.data && isBehind(state.data) ? LOOK_AGAIN_MS : false),
  });

const Report = ({ members }: Pick<Run, 'members'>) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { number } = useFormat();
  return (
    <ScrollTable name={t('match-rules.stored-effects')}>
      <thead>
        <tr>
          <th scope="col">{t('match-rules.library')}</th>
          {effects.map((effect) => (
            <th key={effect} scope="col">
              {t(`match-rules.stored-${effect}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.memberId}>
            <th scope="row">{memberName(member.memberId)}</th>
            {effects.map((effect) => (
              <td key={effect}>{number(member[effect])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const State = ({ version, run }: Shown) => {
  const t = useTranslate();
  const { number, time } = useFormat();
  if (version === 0) return <p>{t('match-rules.stored-none')}</p>;
  if (run?.version !== version) return <p>{t('match-rules.stored-soon', { version })}</p>;
  const counts = { version, records: number(run.records), at: time(run.finishedAt ?? run.startedAt) };
  return (
    <>
      <p>{t(run.state === 'done' ? 'match-rules.stored-done' : 'match-rules.stored-running', counts)}</p>
      {run.left > 0 && <p>{t('match-rules.stored-left', { left: number(run.left) })}</p>}
      {run.members.length > 0 ? <Report members={run.members} /> : <p>{t('match-rules.stored-nothing')}</p>}
    </>
  );
};

/** How far the stored records are decided again by the rules in force, and what that changed for each library. */
export const StoredRecords = () => {
  const t = useTranslate();
  const { data, error, refetch } = useRedecision();
  return (
    <section aria-labelledby="match-stored" className="stack">
      <h2 id="match-stored">{t('match-rules.stored')}</h2>
      <p className="quiet">{t('match-rules.stored-meaning')}</p>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={40} />}
      {data && <State {...data} />}
    </section>
  );
};
