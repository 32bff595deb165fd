import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';

/** Where short messages appear; each is announced by screen readers as it comes. */
export const Toasts = () => <Notifications position="bottom-right" containerWidth={420} />;

const UNDO_MS = 10_000;

/** Says that something is done. */
export const toast = (message: string): void => {
  notifications.show({ message, color: 'lake', withBorder: true });
};

/** Says that something is done and offers to undo it for ten seconds. */
export const toastWithUndo = (message: string, undo: { label: string; act: () => void }): void => {
  const id = crypto.randomUUID();
  const act = (): void => {
    notifications.hide(id);
    undo.act();
  };
  notifications.show({
    id,
    color: 'lake',
    withBorder: true,
    autoClose: UNDO_MS,
    message: (
      <span className="toast">
        <span>{message}</span>
        <Button size="compact-sm" variant="light" onClick={act}>
          {undo.label}
        </Button>
      </span>
    ),
  });
};
