import { Button } from '@mantine/core';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useInvite, useStaff } from './staff.ts';

/** The staff of a library, each with a button that sends the invitation again. */
export const StaffTable = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data, isPending, error, hasNextPage, fetchNextPage } = useStaff(memberId);
  const again = useInvite();
  if (error) return <FailedNotice thrown={error} />;
  if (isPending) return <Waiting rows={3} />;
  const people = data.pages.flatMap(({ staff }) => staff);
  return (
    <section aria-labelledby="staff-list" className="stack">
      <h2 id="staff-list">{t('staff.list')}</h2>
      <ScrollTable name={t('staff.list')}>
        <thead>
          <tr>
            <th scope="col">{t('staff.name')}</th>
            <th scope="col">{t('staff.email')}</th>
            <th scope="col">{t('staff.invitation')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ staffId, name, email }) => (
            <tr key={staffId}>
              <th scope="row">{name}</th>
              <td>{email}</td>
              <td>
                <Button
                  size="xs"
                  variant="default"
                  loading={again.isPending && again.variables.email === email}
                  aria-label={t('staff.again-one', { name })}
                  onClick={() => again.mutate({ name, email, memberId })}
                >
                  {t('staff.again')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {hasNextPage && (
        <p>
          <Button size="sm" variant="default" onClick={() => fetchNextPage()}>
            {t('staff.more')}
          </Button>
        </p>
      )}
      <p role="status">{again.isSuccess && t('staff.sent', { email: again.variables.email })}</p>
      {again.error && <FailedNotice thrown={again.error} />}
    </section>
  );
};
