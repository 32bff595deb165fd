import { Link } from '@tanstack/react-router';
import { useTranslate } from '../i18n/translate.ts';
import { useAreas, useCurrentPage } from './use-areas.ts';

/** The pages of the current area above the page, where the rail has no room for them. */
export const PageStrip = () => {
  const t = useTranslate();
  const areas = useAreas();
  const current = useCurrentPage();
  const area = areas.find(({ key }) => key === current.area?.key);
  if (!area || area.pages.length < 2) return null;
  return (
    <nav className="page-strip" aria-label={t('shell.pages', { area: t(area.text) })}>
      {area.pages.map(({ text, link }) => (
        <Link key={text} {...link} aria-current={text === current.page?.text ? 'page' : undefined}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
};
