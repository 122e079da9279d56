import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';

const Place = styled.div`
  position: relative;
`;

const Panel = styled.fieldset<{ $side: 'left' | 'right' }>`
  position: absolute;
  ${({ $side }) => $side}: 0;
  z-index: 5;
  display: grid;
  gap: 6px;
  box-sizing: border-box;
  min-width: 100%;
  max-height: 360px;
  margin: 4px 0 0;
  padding: 12px 16px;
  overflow-y: auto;
  border: ${({ theme }) => theme.borders.sm} ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.raised')};
  box-shadow: ${({ theme }) => theme.shadows.lg('4px', '12px', 'rgba(0, 0, 0, 0.2)')};
`;

/** The text gives way, the sign never. */
const Face = styled(Button)`
  && {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    width: 100%;
    font-size: 14px;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }

  & > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  & > svg {
    flex: none;
  }
`;

const Chevron = () => (
  <svg width="10" height="6" viewBox="0 0 10 6" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M1 1l4 4 4-4" />
  </svg>
);

/** Closes what is open on Escape, on a click elsewhere, and when the focus goes on. */
function useClosing(place: RefObject<HTMLDivElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const isElsewhere = (target: EventTarget | null): boolean =>
      target instanceof Node && !place.current?.contains(target);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      close();
      place.current?.querySelector('button')?.focus();
    };
    const onElsewhere = ({ target }: Event): void => {
      if (isElsewhere(target)) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [place, isOpen, close]);
}

export interface PopupProps {
  /** What can be chosen in it: the name of the group, and of the button before its text. */
  readonly label: string;
  /** On the button; the label where left out. */
  readonly text?: string;
  /** With which edge of the button the panel is in line. */
  readonly side?: 'left' | 'right';
  readonly children: ReactNode;
}

/** A button that opens a panel of choices below it, within reach of the Tab key. */
export function Popup({ label, text = label, side = 'left', children }: PopupProps) {
  const [isOpen, setOpen] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useClosing(place, isOpen, close);
  return (
    <Place ref={place}>
      <Face
        size="small"
        isNeutral
        aria-label={text.startsWith(label) ? text : `${label}: ${text}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span title={text}>{text}</span>
        <Chevron />
      </Face>
      {isOpen ? (
        <Panel id={id} $side={side} aria-label={label}>
          {children}
        </Panel>
      ) : null}
    </Place>
  );
}
