import { Modal } from '@mantine/core';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ScrollArea.css';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';

type DialogProps = { title: string; close: () => void; size?: 'sm' | 'md' | 'lg' | 'xl'; children: ReactNode };

/**
 * A dialog over the page: it takes the focus, closes on Escape and gives the focus back. Load the component that shows it with
 * `lazyComponent`, so that the page does not load it before it is used.
 */
export const Dialog = ({ title, close, size = 'md', children }: DialogProps) => {
  const t = useTranslate();
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      shadow="md"
      overlayProps={{ backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('do.close') }}
      classNames={{ title: 'dialog-title' }}
    >
      {children}
    </Modal>
  );
};
