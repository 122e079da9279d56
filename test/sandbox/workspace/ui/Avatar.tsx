import styled from 'styled-components';
import type { User } from '../api/shapes.ts';

const palette = ['#5e7d93', '#8a5f9e', '#3a7d6b', '#a8653a', '#4a6fa5', '#96587a', '#6b7a2f', '#7b6ad0'];

const Circle = styled.span<{ $size: number; $background: string }>`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  width: ${({ $size }) => $size}px;
  height: ${({ $size }) => $size}px;
  border-radius: 50%;
  background: ${({ $background }) => $background};
  color: #fff;
  font-size: ${({ $size }) => Math.round($size * 0.38)}px;
  font-weight: 600;
  letter-spacing: 0.02em;

  /* As generated content the initials are decoration, and no part of the name of a button around them. */
  &::before {
    content: attr(data-initials);
  }
`;

/** A person's initials in a colour of their own; people of the company are square-ish like Zendesk's agents. */
export function Avatar({ user, size = 32 }: { user: Pick<User, 'id' | 'name' | 'role'>; size?: number }) {
  return (
    <Circle
      aria-hidden="true"
      data-initials={initials(user.name)}
      $size={size}
      $background={palette[Math.abs(user.id) % palette.length] ?? '#5e7d93'}
      style={user.role === 'end-user' ? undefined : { borderRadius: Math.round(size * 0.25) }}
    />
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
