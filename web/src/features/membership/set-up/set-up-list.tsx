import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Part, parts, useSetUp } from './use-set-up.ts';

/** What of a library's set-up is done and what is left, each with the page where it is done. */
export const SetUpList = ({ member }: { member: Parameters<typeof useSetUp>[0] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const done = useSetUp(member);
  if (!done) return <Waiting rows={7} height={40} />;
  const shown = (Object.keys(parts) as Part[]).filter((part) => done[part] !== undefined);
  const left = shown.filter((part) => !done[part]).length;
  return (
    <section aria-labelledby="set-up-of" className="stack">
      <h2 id="set-up-of">{t('set-up.of', { name: member.name })}</h2>
      <p role="status">{t('set-up.left', { count: left })}</p>
      <ScrollTable name={t('set-up.of', { name: member.name })}>
        <thead>
          <tr>
            <th scope="col">{t('set-up.part')}</th>
            <th scope="col">{t('set-up.state')}</th>
            <th scope="col">{t('set-up.page')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part}>
              <th scope="row">
                {textOf('set-up-part', part)}
                <p className="quiet">{textOf('set-up-meaning', part)}</p>
              </th>
              <td>
                {done[part] ? (
                  <Badge tone="good" icon="yes">
                    {t('set-up.done')}
                  </Badge>
                ) : (
                  <Badge tone="warn" icon="warn">
                    {t('set-up.to-do')}
                  </Badge>
                )}
              </td>
              <td>
                <Link to={parts[part]}>{textOf('set-up-page', part)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="row">
        <Link to="/migration">{t('set-up.migration')}</Link>
        <Link to="/patrons/new">{t('set-up.patron')}</Link>
        <Link to="/desk">{t('set-up.desk-page')}</Link>
      </p>
    </section>
  );
};
