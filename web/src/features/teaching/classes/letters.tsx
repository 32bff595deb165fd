import { Button } from '@mantine/core';
import { Empty } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { spokenName } from '../../patrons/shared/patron-name.ts';
import { isOverdue, type Pupil } from './use-classes.ts';

/** A letter for each pupil of a class who has something overdue, one on a page, for the teacher to hand out. */
export const Letters = ({ pupils, classId }: { pupils: readonly Pupil[]; classId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const late = pupils
    .map((pupil) => ({ pupil, loans: pupil.loans.filter((loan) => isOverdue(loan)) }))
    .filter(({ loans }) => loans.length > 0);
  if (late.length === 0) return <Empty title={t('class.nothing-overdue')} />;
  return (
    <>
      <div className="row class-bar class-note">
        <p>{t('class.letters-count', { count: late.length })}</p>
        <Button size="xs" onClick={() => window.print()}>
          {t('class.print-letters')}
        </Button>
      </div>
      {late.map(({ pupil, loans }) => (
        <article key={pupil.patronId} className="class-letter">
          <p>{t('class.letter-class', { class: classId })}</p>
          <h3>{spokenName(pupil.name)}</h3>
          <p>{t('class.letter-text')}</p>
          <ul>
            {loans.map((loan) => (
              <li key={loan.loanId}>
                <strong>{loan.title ?? t('class.untitled')}</strong>{' '}
                {t('class.letter-loan', { barcode: loan.barcode, date: date(loan.due) })}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </>
  );
};
