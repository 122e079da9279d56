import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { Failure } from '../../ui/Failure.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useBoard } from '../BoardContext.tsx';
import { MonthSelect } from '../parts/MonthSelect.tsx';
import { Section } from '../parts/Section.tsx';
import { type Filters, queryOf } from '../route/route.ts';
import { useReportPage } from './use-report-page.ts';

const Choices = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  gap: 16px 24px;
  margin: 12px 0 16px;

  & fieldset {
    min-width: 200px;
  }
`;

const Buttons = styled.div`
  display: flex;
  gap: 8px;
`;

/** The languages that the report is written in, by their own names. */
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;

export interface MonthlyReportProps {
  readonly filters: Filters;
  readonly month: string;
  readonly present: string;
  readonly onMonth: (month: string) => void;
}

/** The printable report of a month, narrowed to what the page is narrowed to. */
export function MonthlyReport({ filters, month, present, onMonth }: MonthlyReportProps) {
  const { language } = useBoard();
  const { say } = language;
  const [written, setWritten] = useState<'en' | 'de'>(language.code === 'de' ? 'de' : 'en');
  const { busy, failure, open, save } = useReportPage();
  const path = `report.html${queryOf(filters, { month, language: written })}`;
  return (
    <Section title={say('report.title')}>
      <p>{say('report.text')}</p>
      <Choices>
        <MonthSelect withLabel value={month} last={present} onChange={onMonth} />
        <Segmented
          legend={say('report.language')}
          options={LANGUAGES}
          value={written}
          onChange={setWritten}
        />
      </Choices>
      <Buttons>
        <Button isPrimary disabled={busy} onClick={() => void open(path)}>
          {say('report.open')}
        </Button>
        <Button disabled={busy} onClick={() => void save(path, `complaints-${month}-${written}.html`)}>
          {say('report.save')}
        </Button>
      </Buttons>
      <Failure text={failure} />
    </Section>
  );
}
