import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Taught = Answered<'teaching-my-classes'>['classes'][number];

const OneClass = ({ memberId, classId }: Taught) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['my-class', memberId, classId],
    queryFn: () =>
      take(api.GET('/v1/teaching/me/classes/{memberId}/{classId}', { params: { path: { memberId, classId } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={44} />;
  return (
    <ScrollTable name={t('my-classes.class', { class: classId })}>
      <thead>
        <tr>
          <th scope="col">{t('my-classes.pupil')}</th>
          <th scope="col">{t('my-classes.due')}</th>
        </tr>
      </thead>
      <tbody>
        {data.pupils.map(({ name: { family, given }, loans, sight }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pupils may have the same name.
          <tr key={at}>
            <th scope="row">{[given, family].filter(Boolean).join(' ')}</th>
            <td>
              {sight === 'nothing' && <span className="quiet">{t('my-classes.not-shown')}</span>}
              {sight !== 'nothing' && loans.length === 0 && <span className="quiet">{t('my-classes.none')}</span>}
              {loans.map((loan) => (
                <p key={`${loan.due}-${loan.title ?? ''}`}>
                  {date(loan.due)}
                  {loan.title !== undefined && ` · ${loan.title}`}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** The classes that the signed-in teacher has: what is due, as far as the policy lets a teacher see. */
export const MyClassesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const { memberName } = useDirectory();
  const [chosen, setChosen] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['my-classes'],
    queryFn: () => take(api.GET('/v1/teaching/me/classes')),
    enabled: session?.kind === 'patron',
  });
  useTitle(t('my-classes.title'));
  const taught = data?.classes[chosen];
  return (
    <div className="page">
      <h1>{t('my-classes.title')}</h1>
      {session?.kind !== 'patron' && (
        <Empty title={t('my-classes.sign-in')}>
          <Link to="/sign-in" search={{ back: '/my-classes' }} className="call">
            {t('do.sign-in')}
          </Link>
        </Empty>
      )}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {session?.kind === 'patron' && !data && !error && <Waiting rows={3} height={64} />}
      {data?.classes.length === 0 && <Empty title={t('my-classes.no-class')} />}
      {data && data.classes.length > 1 && (
        <NativeSelect
          label={t('my-classes.choose')}
          value={String(chosen)}
          data={data.classes.map(({ classId, memberId }, at) => ({
            value: String(at),
            label: `${classId}, ${memberName(memberId)}`,
          }))}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        />
      )}
      {taught && (
        <>
          <h2>{t('my-classes.class', { class: taught.classId })}</h2>
          <p className="quiet">{memberName(taught.memberId)}</p>
          <OneClass key={`${taught.memberId} ${taught.classId}`} {...taught} />
        </>
      )}
    </div>
  );
};
