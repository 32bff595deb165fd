import { Link } from '@tanstack/react-router';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVisibility } from '../shared/visibility.ts';
import { CopyParts } from '../shared/visibility-parts.tsx';
import type { Copy } from './item.ts';

/** Shows who sees the item, by its own setting and those of its record and branch; with the forms to hide or show it. */
export const CopySeen = ({ copy: { sourceId, itemId } }: { copy: Copy }) => {
  const t = useTranslate();
  const { data: shown, error, refetch } = useVisibility(sourceId, itemId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!shown) return <Waiting rows={1} height={90} />;
  return (
    <>
      <CopyParts shown={shown} alone={t('copy-room.this')} />
      <p>
        <Link to="/visibility/$sourceId" params={{ sourceId }}>
          {t('visibility.of-record')}
        </Link>
      </p>
    </>
  );
};
