import { Button, MantineThemeProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { useTranslate } from '../i18n/translate.ts';
import type { Toast } from './toast.ts';

const UNDO_MS = 10_000;

/** Shows a toast; one with an undo button stays for ten seconds. */
export const show = ({ message, undo }: Toast): void => {
  const id = crypto.randomUUID();
  const look = { id, color: 'primary', withBorder: true };
  if (!undo) {
    notifications.show({ ...look, message });
    return;
  }
  const act = (): void => {
    notifications.hide(id);
    undo.act();
  };
  const body = (
    <span className="toast">
      <span>{message}</span>
      <Button size="compact-sm" variant="light" aria-keyshortcuts={undo.key} onClick={act}>
        {undo.label}
      </Button>
    </span>
  );
  notifications.show({ ...look, autoClose: UNDO_MS, message: body });
};

/** The area where toasts appear; screen readers announce each one. */
export const ToastPlace = () => {
  const closeButtonProps = { 'aria-label': useTranslate()('toast.close') };
  return (
    <MantineThemeProvider inherit theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}>
      <Notifications position="bottom-right" containerWidth={420} />
    </MantineThemeProvider>
  );
};
