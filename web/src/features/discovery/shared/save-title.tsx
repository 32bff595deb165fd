import { Suspense } from 'react';
import { useSession } from '../../../api/session.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';

// Most visitors are not signed in, so a search does not load what only patrons use.
const SaveButton = lazyComponent(() => import('./save-button.tsx'), 'SaveButton');

/** Saves a title to lists of the signed-in patron; renders nothing for others. */
export const SaveTitle = (title: { recordId: string; title: string }) => {
  const session = useSession();
  return session?.kind === 'patron' ? (
    <div className="save-title">
      <Suspense>
        <SaveButton {...title} />
      </Suspense>
    </div>
  ) : null;
};
