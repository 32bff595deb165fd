import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AdoptForm } from './adopt-form.tsx';
import { defaultRules, inForceAt, type PatronsVersion, rulesOf } from './pin-rules.ts';
import { useVersions } from './use-pin-rules.ts';

/** The versions of the rules: those in force, those that begin later, and those of before. */
const VersionsTable = ({ versions }: { versions: readonly PatronsVersion[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const now = new Date().toISOString();
  const inForce = inForceAt(versions, now)?.version;
  const stateOf = ({ version, effectiveFrom }: PatronsVersion) =>
    version === inForce ? 'in-force' : effectiveFrom > now ? 'later' : 'before';
  return (
    <section aria-labelledby="pin-rules-versions" className="stack">
      <h2 id="pin-rules-versions">{t('pin-rules.versions')}</h2>
      {inForce === undefined && <p>{t('pin-rules.none-adopted', defaultRules)}</p>}
      {versions.length > 0 && (
        <ScrollTable name={t('pin-rules.versions')}>
          <thead>
            <tr>
              <th scope="col">{t('pin-rules.from')}</th>
              <th scope="col">{t('pin-rules.state')}</th>
              <th scope="col">{t('pin-rules.shortest')}</th>
              <th scope="col">{t('pin-rules.codeMinutes')}</th>
              <th scope="col">{t('pin-rules.perDay')}</th>
              <th scope="col">{t('pin-rules.decision')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.toReversed().map((one) => {
              const { shortest, codeMinutes, perDay } = rulesOf(one);
              return (
                <tr key={one.version}>
                  <th scope="row">{date(one.effectiveFrom)}</th>
                  <td>{t(`pin-rules.${stateOf(one)}`)}</td>
                  <td>{shortest}</td>
                  <td>{codeMinutes}</td>
                  <td>{perDay}</td>
                  <td>{one.decisionReference}</td>
                </tr>
              );
            })}
          </tbody>
        </ScrollTable>
      )}
      <p className="quiet">{t('pin-rules.always')}</p>
    </section>
  );
};

/** The page of the rules for patrons' PINs: all staff read them, the consortium's administrator adopts them. */
export const PinRulesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { data: versions, error, refetch } = useVersions(who?.kind === 'staff');
  useTitle(t('pin-rules.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <h1>{t('pin-rules.title')}</h1>
      {who?.kind !== 'staff' ? (
        <Empty title={t('pin-rules.not-yours')}>
          <Link to="/sign-in" search={{ back: '/pin-rules' }} className="call">
            {t('do.staff-sign-in')}
          </Link>
        </Empty>
      ) : error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : versions ? (
        <>
          <VersionsTable versions={versions} />
          {hasRole(who, 'admin') && <AdoptForm versions={versions} />}
        </>
      ) : (
        <Waiting rows={3} height={60} />
      )}
    </div>
  );
};
