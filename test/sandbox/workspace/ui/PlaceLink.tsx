import type { AnchorHTMLAttributes } from 'react';
import { type Place, pathOf } from '../state/navigation.ts';
import { useWorkspace } from '../state/workspace.ts';

interface PlaceLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: Place;
}

/** A link inside the workspace: a real address, followed without loading the page again. */
export function PlaceLink({ to, ...props }: PlaceLinkProps) {
  const { navigation } = useWorkspace();
  return (
    <a
      {...props}
      href={pathOf(to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigation.go(to);
      }}
    />
  );
}
