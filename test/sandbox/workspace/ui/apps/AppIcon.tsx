import { type ReactElement, useState } from 'react';
import styled from 'styled-components';
import type { App } from '../../api/control.ts';

const Icon = styled.img`
  display: block;
  width: 20px;
  height: 20px;
`;

interface AppIconProps {
  app: App;
  location: 'nav_bar' | 'top_bar';
  fallback: ReactElement;
}

/** The icon that an app's package brings for this place (`assets/icon_nav_bar.svg`), else the usual one. */
export function AppIcon({ app, location, fallback }: AppIconProps) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return fallback;
  return (
    <Icon
      alt=""
      src={`/__sandbox/apps/${app.id}/assets/icon_${location}.svg`}
      onError={() => setMissing(true)}
    />
  );
}
