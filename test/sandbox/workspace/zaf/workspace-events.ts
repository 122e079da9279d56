import type { ColorScheme } from '../state/color-scheme.ts';
import type { DirectoryStore } from '../state/directory.ts';
import type { Navigation } from '../state/navigation.ts';
import type { Store } from '../state/store.ts';
import type { ZafHost } from './host.ts';

interface WorkspaceEvents {
  zaf: ZafHost;
  clock: { offset: Store<number> };
  colorScheme: { scheme: Store<ColorScheme> };
  directory: Pick<DirectoryStore, 'store'>;
  navigation: Navigation;
  window: Window;
}

/** ZAF tells of a resized window so often at most, in milliseconds. */
const resizePause = 500;

/** Tells apps of what happens around them: the clock, the colours, the agent's language, the window. */
export function announceWorkspace(events: WorkspaceEvents): void {
  const { zaf, clock, colorScheme, directory, navigation, window } = events;
  clock.offset.subscribe((offset) => zaf.setOffset(offset));
  colorScheme.scheme.subscribe((scheme) => zaf.emit(() => true, 'colorScheme.changed', scheme));
  directory.store.subscribe(({ me }, before) => {
    if (me.locale !== before.me.locale) zaf.emit(() => true, 'currentUser.locale.changed', me.locale);
  });
  let resized: number | undefined;
  window.addEventListener('resize', () => {
    window.clearTimeout(resized);
    resized = window.setTimeout(() => {
      const { innerWidth: width, innerHeight: height } = window;
      zaf.emit(() => true, 'window.resize', { width, height });
    }, resizePause);
  });
  navigation.place.subscribe((next) => {
    if (next.page !== 'app') return;
    const isHere = (it: { app: { id: number }; context: { location: string } }) =>
      it.app.id === next.app && it.context.location === 'nav_bar';
    zaf.emit(isHere, 'app.route.changed', { appRoute: next.path ?? '', appParams: {} });
  });
}
