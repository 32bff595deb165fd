import { Suspense } from 'react';
import { useSession } from '../../../api/session.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';

// Most who search are not signed in: no search waits for what only a patron does.
const SaveButton = lazyComponent(() => import('./save-button.tsx'), 'SaveButton');

/** Saves a title to lists of the patron who is signed in; nothing for anybody else. */
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
