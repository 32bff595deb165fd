import { Badge } from '../../../components/badge.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
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

/** The e-books of a hit, filled in after the page is shown; nothing while the vendors are asked, or where there is none. */
export const EBookState = ({ recordId, all }: { recordId: string; all: readonly string[] }) => {
  const found = useEBooks(recordId, all) ?? [];
  return found.map((one) => (
    <p key={`${one.collectionId} ${one.titleKey}`}>
      <EBookBadge of={one} /> <span className="quiet">{one.collection}</span>
    </p>
  ));
};
