import { useWho } from '../../../api/current-user.ts';
import { practiceRole } from '../../../api/practice.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { cases } from './cases.ts';
import { EnterForm } from './enter-form.tsx';
import './practice.css';

/** The numbers to scan for each prepared case. */
const Cases = () => {
  const t = useTranslate();
  return (
    <Panel title={t('practice.try')}>
      <table className="practice-cases">
        <thead>
          <tr>
            <th scope="col">{t('practice.case')}</th>
            <th scope="col">{t('practice.scan')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ text, scan }) => (
            <tr key={text}>
              <td>{t(text)}</td>
              <td className="nowrap">{scan}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('practice.others')}</p>
      <p className="quiet">{t('practice.lacks')}</p>
    </Panel>
  );
};

/** The way into the Practice Library; inside, what is there to try. */
export const PracticePage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const role = practiceRole();
  useTitle(t('practice.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page">
      <h1>{t('practice.title')}</h1>
      <p className="quiet">{t('practice.meaning')}</p>
      {who?.kind === 'staff' ? (
        <Panel title={t(role === undefined ? 'practice.enter' : 'practice.change')}>
          <EnterForm />
          <p className="quiet">{t('practice.tab')}</p>
        </Panel>
      ) : (
        <Empty title={t('practice.staff-only')} />
      )}
      {role !== undefined && <Cases />}
    </div>
  );
};
