import styled from 'styled-components';
import type { ClockRecord } from '../../../../domain/record.ts';
import { color } from '../../../ui/color.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { CheckCircleIcon } from '../../../ui/more-icons.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { LanguageLine } from './LanguageLine.tsx';

const Box = styled.section`
  display: grid;
  gap: 8px;
  padding: 12px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.subtle')};
`;

const Title = styled.h3`
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const Line = styled.li`
  display: flex;
  gap: 8px;
  align-items: flex-start;
  font-size: 13px;
  line-height: 18px;
  list-style: none;

  & > svg {
    flex: none;
    margin-top: 1px;
    color: ${color('foreground.success')};
  }
`;

const List = styled.ul`
  display: grid;
  gap: 6px;
  margin: 0;
  padding: 0;
`;

export const DATA_PROTECTION = 'data_protection';

/** The paragraphs that policy and case put into the reply, so that nobody writes them by hand or forgets one. */
export function AddedBox({ record }: { record: ClockRecord }) {
  const { language } = useEnvironment();
  const { say } = language;
  const { policy } = useSidebar();
  const ombudsman = policy?.company.ombudsman;
  const lines = [
    say('response.appeal'),
    // Without the policy at hand the letter still names whom the account was set up with.
    ...(policy && !ombudsman
      ? []
      : [(ombudsman && (ombudsman.name[language.code] ?? ombudsman.name.en)) ?? say('response.ombudsman')]),
    ...(record.flags?.includes(DATA_PROTECTION) ? [say('response.dataProtection')] : []),
  ];
  return (
    <Box aria-labelledby="added-to-reply">
      <Title id="added-to-reply">{say('response.added')}</Title>
      <List>
        {lines.map((line) => (
          <Line key={line}>
            <CheckCircleIcon />
            <span>{line}</span>
          </Line>
        ))}
      </List>
      <LanguageLine />
    </Box>
  );
}
