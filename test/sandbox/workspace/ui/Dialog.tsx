import { IconButton } from '@zendeskgarden/react-buttons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import { useWords } from '../state/workspace.ts';
import { color } from './color.ts';
import { CloseIcon } from './icons.tsx';

const Box = styled.dialog<{ $width: number }>`
  width: ${({ $width }) => $width}px;
  max-width: 94vw;
  max-height: 92vh;
  padding: 0;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};
  color: ${color('foreground.default')};
  box-shadow: 0 20px 40px ${color('shadow.large')};

  &::backdrop {
    background: rgb(4 14 16 / 60%);
  }
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  padding: 12px 12px 12px 24px;
  border-bottom: 1px solid ${color('border.subtle')};

  h2 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
  }
`;

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  padding: 20px 24px;
`;

const Foot = styled.div`
  display: flex;
  justify-content: flex-end;
  gap: 12px;
  padding: 0 24px 20px;
`;

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  width?: number;
}

/** A modal dialog of the browser's own: it holds the focus, Escape closes it, and the focus goes back. */
export function Dialog({ title, onClose, children, actions, width = 520 }: DialogProps) {
  const words = useWords();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = box.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <Box
      ref={box}
      $width={width}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Head>
        <h2 id={id}>{title}</h2>
        <IconButton size="small" aria-label={words.t('close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Head>
      <Body>{children}</Body>
      {actions && <Foot>{actions}</Foot>}
    </Box>
  );
}
