import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useSession } from '../session/session.ts';
import { useSay } from '../words/words.tsx';
import { needWords } from '../words/words-store.ts';
import { Icon } from './icon.tsx';
import { Waiting } from './states.tsx';

// What is behind the button, and its words, come when it is pressed: most titles are only looked at.
const SavePanel = lazy(async () => {
  const [{ SavePanel: panel }] = await Promise.all([import('../rooms/lists/save-panel.tsx'), needWords('lists')]);
  return { default: panel };
});

/** Saves a title to lists of the patron who is signed in; nothing for anybody else. Escape closes it. */
export const SaveTitle = ({ recordId, title }: { recordId: string; title: string }) => {
  const say = useSay();
  const session = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (session?.kind !== 'patron') return null;
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <div className="stack">
      <div>
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          aria-label={say('hit.save-one', { title })}
          leftSection={<Icon name="list" size={16} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say('hit.save')}
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={<Waiting rows={1} height={120} />}>
          <SavePanel recordId={recordId} close={close} />
        </Suspense>
      )}
    </div>
  );
};
