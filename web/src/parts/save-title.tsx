import { lazy, Suspense } from 'react';
import { useSession } from '../session/session.ts';

// Most who search are not signed in: no search waits for what only a patron does.
const SaveButton = lazy(() => import('../rooms/lists/save-button.tsx').then((all) => ({ default: all.SaveButton })));

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
