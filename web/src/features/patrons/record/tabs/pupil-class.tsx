import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../../api/client.ts';
import { asProblem } from '../../../../api/problem.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/translate.ts';

/** The class of a patron who is a pupil of the school; nothing for others. */
export const PupilClass = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data } = useQuery({
    queryKey: ['patron-part', patronId, 'pupil', branchId],
    queryFn: () =>
      take(
        api.GET('/v1/teaching/branches/{branchId}/pupils/{patronId}', { params: { path: { branchId, patronId } } }),
      ).catch((thrown: unknown) => {
        // Most patrons are no pupils, and most libraries no schools.
        if ([403, 404].includes(asProblem(thrown).status)) return null;
        throw thrown;
      }),
  });
  if (!data) return null;
  const { classId, grade, left, localId } = data;
  return (
    <section>
      <h3>{t('patron.pupil')}</h3>
      <p>
        {classId !== undefined && (
          <Link to="/classes/$classId" params={{ classId }}>
            {t('patron.class', { class: classId })}
          </Link>
        )}{' '}
        {t('patron.grade', { grade, number: localId })}
        {left !== undefined && ` · ${t('patron.left', { date: date(left) })}`}
      </p>
    </section>
  );
};
