import { useWorkspace } from '../../state/workspace.ts';
import { AppFrame } from '../AppFrame.tsx';

/** Apps without anything to see: loaded with the workspace and there as long as it is. */
export function BackgroundApps() {
  const { apps } = useWorkspace();
  return (
    <div hidden>
      {apps.map((app) => {
        const place = app.locations.support?.background;
        return place?.url ? (
          <AppFrame key={app.id} app={app} location="background" url={place.url} isActive height="0" />
        ) : null;
      })}
    </div>
  );
}
