import { IconButton } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import styled from 'styled-components';
import type { Modal } from '../state/modals.ts';
import { useStore } from '../state/store.ts';
import { useWords, useWorkspace } from '../state/workspace.ts';
import { AppFrame } from './AppFrame.tsx';
import { color } from './color.ts';
import { CloseIcon } from './icons.tsx';

const Backdrop = styled.div`
  position: fixed;
  z-index: 60;
  inset: 0;
  display: flex;
  align-items: center;
  justify-content: center;
  background: rgb(4 14 16 / 60%);

  &[hidden] {
    display: none;
  }
`;

const Box = styled.div`
  display: flex;
  max-width: 92vw;
  max-height: 92vh;
  flex-direction: column;
  overflow: hidden;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  padding: 8px 8px 8px 20px;
  border-bottom: 1px solid ${color('border.subtle')};
  font-weight: 600;
`;

/** Modals that apps have opened. */
export function ModalLayer() {
  const { modals } = useWorkspace();
  return (
    <>
      {useStore(modals.store).map((modal) => (
        <ModalView key={modal.guid} modal={modal} />
      ))}
    </>
  );
}

function ModalView({ modal }: { modal: Modal }) {
  const { modals, zaf } = useWorkspace();
  const words = useWords();
  const [isClosing, setClosing] = useState(false);
  const close = async () => {
    if (isClosing) return;
    setClosing(true);
    const isHere = (it: { guid: string }) => it.guid === modal.guid;
    await zaf.retire(isHere);
    zaf.emit(isHere, 'modal.close');
    modals.close(modal.guid);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <Backdrop hidden={isClosing}>
      <Box role="dialog" aria-modal="true" aria-label={modal.app.name} style={{ width: modal.width }}>
        <Head>
          {modal.app.name}
          <IconButton size="small" aria-label={words.t('close')} onClick={() => void close()} autoFocus>
            <CloseIcon />
          </IconButton>
        </Head>
        <AppFrame
          app={modal.app}
          location="modal"
          url={modal.url}
          guid={modal.guid}
          ticket={modal.ticket}
          isActive
          height={modal.height}
          actions={{
            resize: (size) => modals.resize(modal.guid, size),
            destroy: () => void close(),
          }}
        />
      </Box>
    </Backdrop>
  );
}
