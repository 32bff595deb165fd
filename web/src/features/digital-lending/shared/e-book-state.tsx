import { Badge } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useHome } from '../../discovery/shared/use-home.ts';
import { type EBook, useEBooks } from './use-e-books.ts';

/** How an e-book can be had now: available, or how many wait. */
export const EBookBadge = ({ of }: { of: Pick<EBook, 'medium' | 'state' | 'free' | 'waiting'> }) => {
  const t = useTranslate();
  const medium = t(of.medium === 'audiobook' ? 'ebook.audiobook' : 'ebook.ebook');
  if (of.state === 'waiting')
    return (
      <Badge tone="none" icon="wait">
        {t('ebook.waiting', { medium, count: of.waiting ?? 0 })}
      </Badge>
    );
  return (
    <Badge tone="good" icon="yes">
      {t('ebook.available', { medium })}
    </Badge>
  );
};

/**
 * The e-books of a hit, filled in after the page is shown; nothing while the vendors are asked, or where there is none. Whether one is
 * available is shown only where the reader's library lends it.
 */
export const EBookState = ({ recordId, all }: { recordId: string; all: readonly string[] }) => {
  const t = useTranslate();
  const found = useEBooks(recordId, all) ?? [];
  const { home } = useHome();
  const own = found.filter(({ members }) => home === undefined || members.includes(home.memberId));
  if (found.length > 0 && own.length === 0) return <p className="quiet">{t('ebook.of-others')}</p>;
  return own.map((one) => (
    <p key={`${one.collectionId} ${one.titleKey}`}>
      <EBookBadge of={one} /> <span className="quiet">{one.collection}</span>
    </p>
  ));
};
