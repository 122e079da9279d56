import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { MacroIcon } from '../icons.tsx';
import { MacroPanel } from './MacroPanel.tsx';

const Anchor = styled.div`
  position: relative;
`;

/** The macros behind a button: searched by typing, or level by level where their titles say `A::B`. */
export function MacroMenu({ model }: { model: TicketModel }) {
  const { directory, notify } = useWorkspace();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    // A macro made since the page was opened is there when the menu is.
    void directory.reload();
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen, directory]);
  const apply = async (id: number) => {
    setOpen(false);
    try {
      await model.applyMacro(id);
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 6000 });
    }
  };
  return (
    <Anchor
      ref={anchor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        anchor.current?.querySelector('button')?.focus();
      }}
    >
      <Button
        size="small"
        isNeutral
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-shortcut="macro"
        onClick={() => setOpen(!isOpen)}
      >
        <Button.StartIcon>
          <MacroIcon />
        </Button.StartIcon>
        {words.t('applyMacro')}
      </Button>
      {isOpen && <MacroPanel onApply={(id) => void apply(id)} />}
    </Anchor>
  );
}
