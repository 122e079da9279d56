import type { ReactNode } from 'react';
import { useId } from 'react';
import styled from 'styled-components';
import { color } from '../color.ts';

const Section = styled.section`
  margin-bottom: 16px;
  padding: 16px;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};

  > h2 {
    margin: 0 0 12px;
    font-size: 14px;
    font-weight: 600;
  }
`;

/** A part of the sandbox's page with a heading of its own. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </Section>
  );
}

/** Words that are there if one looks for them. */
export const Subtle = styled.p`
  margin: 0;
  color: ${color('foreground.subtle')};
`;

/** Fields one below the other. */
export const Form = styled.form`
  display: flex;
  flex-direction: column;
  align-items: stretch;
  gap: 12px;
`;

/** Buttons side by side. */
export const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
`;
