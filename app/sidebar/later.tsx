import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Stack } from '../ui/layout.tsx';
import { Retry } from './views/Retry.tsx';

/** A part of the sidebar in a file of its own, loaded when it is first shown or when there is time before. */
export type Later<Props> = ((props: Props) => ReactNode) & {
  /** Loads it where nothing has. Resolves also where that fails: it is tried again when the part is shown. */
  readonly preload: () => Promise<void>;
};

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const { say } = useEnvironment().language;
  return (
    <Stack $gap={4}>
      <Failure text={say('failure.unreachable')} />
      <Retry onRetry={onRetry} />
    </Stack>
  );
}

/** @param meanwhile what is shown until it is there */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): Later<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetch = async (): Promise<ComponentType<Props>> => {
    loaded ??= await load();
    return loaded;
  };

  function Part(props: Props): ReactNode {
    const [part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (part || failed) return;
      let shown = true;
      fetch().then(
        (found) => shown && setPart(() => found),
        () => shown && setFailed(true),
      );
      return () => {
        shown = false;
      };
    }, [part, failed]);
    if (part) return createElement(part, props);
    return failed ? <NotLoaded onRetry={() => setFailed(false)} /> : meanwhile;
  }

  return Object.assign(Part, {
    preload: () =>
      fetch().then(
        () => {},
        () => {},
      ),
  });
}
