import { Accordion } from '@zendeskgarden/react-accordions';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { color } from './color.ts';

/** Rows over the whole width of the sidebar, ruled off from each other. */
const Rows = styled(Accordion)`
  margin: 16px -16px -16px;

  && [data-garden-id='accordions.section'] {
    border-top: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  }

  && [data-garden-id='accordions.button'] {
    padding: 10px 0 10px 16px;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }

  /* The chevron is turned round together with its padding. */
  && [data-garden-id='accordions.rotate_icon'] {
    padding: 10px 8px;
    margin-right: 8px;
  }

  && [data-garden-id='accordions.panel'] {
    padding: 0 16px;
    border: 0;
  }

  && [data-garden-id='accordions.panel'][aria-hidden='false'] {
    padding-bottom: 16px;
  }

  /* A field's focus ring lies outside of it. */
  && [data-garden-id='accordions.panel'][aria-hidden='false'] > * {
    min-width: 0;
    overflow: visible;
  }
`;

const Label = styled.span`
  display: flex;
  justify-content: space-between;
  gap: 12px;
`;

const Count = styled.span`
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-variant-numeric: tabular-nums;
`;

export interface Disclosure {
  readonly id: string;
  readonly title: string;
  /** How much is inside, at the end of the row. */
  readonly count?: string;
  readonly content: ReactNode;
}

/** What is behind a click: each row opens by itself, and its content is made only then. */
export function Disclosures({ parts }: { parts: readonly Disclosure[] }) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (index: number): void => {
    const id = parts[index]?.id ?? '';
    setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
  };
  const expanded = parts.flatMap(({ id }, index) => (open.includes(id) ? [index] : []));
  return (
    <Rows level={2} isBare isCompact isAnimated={false} expandedSections={expanded} onChange={toggle}>
      {parts.map(({ id, title, count, content }) => (
        <Accordion.Section key={id}>
          <Accordion.Header>
            <Accordion.Label>
              <Label>
                <span>{title}</span>
                {count ? <Count>{count}</Count> : null}
              </Label>
            </Accordion.Label>
          </Accordion.Header>
          <Accordion.Panel>{open.includes(id) ? content : null}</Accordion.Panel>
        </Accordion.Section>
      ))}
    </Rows>
  );
}
