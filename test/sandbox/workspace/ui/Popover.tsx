import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { color } from './color.ts';

const Anchor = styled.div`
  position: relative;
`;

const Panel = styled.div`
  position: absolute;
  z-index: 30;
  top: calc(100% + 6px);
  right: 0;
  width: 348px;
  padding: 16px;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};
  box-shadow: 0 16px 28px ${color('shadow.large')};
`;

interface PopoverProps {
  label: string;
  /** The button that opens it; `props` belong on it. */
  button: (props: { onClick: () => void; 'aria-expanded': boolean; 'aria-haspopup': 'dialog' }) => ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A small dialog below its button; Escape and a click elsewhere close it. */
export function Popover({ label, button, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <Anchor ref={anchor}>
      {button({ onClick: () => setOpen(!isOpen), 'aria-expanded': isOpen, 'aria-haspopup': 'dialog' })}
      {isOpen && (
        <Panel role="dialog" aria-label={label} id={id}>
          {children(() => setOpen(false))}
        </Panel>
      )}
    </Anchor>
  );
}
