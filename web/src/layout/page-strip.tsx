import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { useAreas, useCurrentPage } from './use-areas.ts';

/** The pages of the current area above the page, where the rail has no room for them. */
export const PageStrip = () => {
  const t = useTranslate();
  const areas = useAreas();
  const current = useCurrentPage();
  const area = areas.find(({ key }) => key === current.area?.key);
  const strip = useRef<HTMLElement>(null);
  const page = current.page?.text;
  // On a phone the strip is longer than the window: the current page comes into sight.
  useEffect(() => {
    const link = page && strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (link) strip.current?.scrollTo({ left: link.offsetLeft - 16 });
  }, [page]);
  if (!area || area.pages.length < 2) return null;
  return (
    <nav ref={strip} className="page-strip" aria-label={t('shell.pages', { area: t(area.text) })}>
      {area.pages.map(({ text, link }) => (
        <Link key={text} {...link} aria-current={text === page ? 'page' : undefined}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
};
