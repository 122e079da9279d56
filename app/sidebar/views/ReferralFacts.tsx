import styled from 'styled-components';
import type { ClockRecord } from '../../../domain/record.ts';
import { referenceOf, referredAt } from '../model/referral.ts';
import type { Reading } from '../model/status.ts';
import { useSidebar } from '../SidebarContext.tsx';

const Facts = styled.dl`
  display: grid;
  gap: 4px;
  margin: 0;
  font-size: 13px;
  line-height: 18px;

  & > div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }

  & dd {
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
`;

/** By what the ombudsman knows the case, and since when. */
export function ReferralFacts({ record, reading }: { record: ClockRecord; reading: Reading }) {
  const { when, language } = reading;
  const { say } = language;
  const { caseAnswer } = useSidebar();
  const reference = referenceOf(record, caseAnswer?.ok ? caseAnswer.value.events : []);
  const since = referredAt(record);
  return (
    <Facts>
      {reference === undefined ? null : (
        <div>
          <dt>{say('referral.reference')}</dt>
          <dd>{reference}</dd>
        </div>
      )}
      {since === undefined ? null : (
        <div>
          <dt>{say('referral.referred')}</dt>
          <dd>{when.day(when.today(since))}</dd>
        </div>
      )}
    </Facts>
  );
}
