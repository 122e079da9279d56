import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { type ReactNode, useId } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { BulbIcon } from '../../ui/more-icons.tsx';
import { Facts } from '../record/Facts.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { hideHint } from './hide-hint.ts';
import type { CustomerTexts } from './use-customer-texts.ts';
import { useHintDates } from './use-hint-dates.ts';

const Box = styled.section`
  padding: 12px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.subtle')};
`;

const Title = styled.h2`
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;

  &:focus {
    outline: none;
  }
`;

const Words = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  margin: 0;
  padding: 0;
  list-style: none;

  & > li {
    max-width: 100%;
  }
`;

export interface HintViewProps {
  /** As the customer wrote them. */
  readonly words: readonly string[];
  readonly texts: CustomerTexts;
  readonly onRecord: () => void;
  readonly children?: ReactNode;
}

/** "Is this a complaint?": quiet, with the words that make it look like one. */
export function HintView({ words, texts, onRecord, children }: HintViewProps) {
  const { say } = useEnvironment().language;
  const { host, ticketId, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const id = useId();
  const dates = useHintDates(texts);
  const hide = (): void =>
    void action.run(async () => {
      await hideHint(host, ticketId);
      announce(say('hint.hidden'));
      await reload();
    });
  return (
    <Stack $gap={12}>
      <Box aria-labelledby={id}>
        <Stack $gap={8}>
          <Row>
            <BulbIcon />
            <Title id={id} tabIndex={-1}>
              {say('hint.title')}
            </Title>
          </Row>
          <Words aria-label={say('hint.words')}>
            {words.map((word) => (
              <li key={word}>
                <Tag size="small" isRegular>
                  <span title={word}>{word}</span>
                </Tag>
              </li>
            ))}
          </Words>
          <Row $gap={12}>
            <Button size="small" style={{ flex: 1 }} onClick={onRecord}>
              {say('hint.yes')}
            </Button>
            <LinkButton disabled={action.busy} onClick={hide}>
              {say('hint.no')}
            </LinkButton>
          </Row>
          <Failure text={action.failure} />
        </Stack>
      </Box>
      <Facts facts={dates} quiet />
      {children}
    </Stack>
  );
}
