import { type ComponentType, createElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { type EnvironmentValue, useEnvironment } from '../ui/Environment.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Stack } from '../ui/layout.tsx';
import { Retry } from './views/Retry.tsx';

type LoadTexts = EnvironmentValue['loadTexts'];

/** A part of the sidebar in a file of its own, loaded when it is first shown or when there is time before. */
export type Later<Props> = ((props: Props) => ReactNode) & {
  /**
   * Loads it, and the texts that are missing yet, where nothing has. Answers whether it is there: where it isn't, it is
   * tried again when it is shown.
   */
  readonly preload: (loadTexts: LoadTexts) => Promise<boolean>;
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

/** Whether this page could be loaded anew: one that can't be had would leave the agent without any. */
const isPageInReach = (): Promise<boolean> =>
  fetch(location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Where it can't be loaded, the agent is told so and may retry. Most browsers keep a failed import for the life of the
 * page and give the same failure to whoever asks again (whatwg/html#6768: Chromium does, Firefox did up to 154). Where the
 * second attempt fails too, the page is therefore loaded anew: what the agent had open and typed comes back with it.
 * @param meanwhile what is shown until it is there
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): Later<Props> {
  let loaded: ComponentType<Props> | undefined;
  const loadOnce = async (loadTexts: LoadTexts): Promise<ComponentType<Props>> => {
    // Both at once; what it says is there before it is shown.
    loaded ??= (await Promise.all([load(), loadTexts?.()]))[0];
    return loaded;
  };

  function Part(props: Props): ReactNode {
    const { loadTexts } = useEnvironment();
    const [part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    const again = useRef(false);
    useEffect(() => {
      if (part || failed) return;
      let shown = true;
      const onFailure = async (): Promise<void> => {
        const renew = again.current && (await isPageInReach());
        if (!shown) return;
        if (renew) location.reload();
        else setFailed(true);
      };
      loadOnce(loadTexts).then((found) => shown && setPart(() => found), onFailure);
      return () => {
        shown = false;
      };
    }, [part, failed, loadTexts]);
    const retry = (): void => {
      again.current = true;
      setFailed(false);
    };
    if (part) return createElement(part, props);
    return failed ? <NotLoaded onRetry={retry} /> : meanwhile;
  }

  return Object.assign(Part, {
    preload: (loadTexts: LoadTexts) =>
      loadOnce(loadTexts).then(
        () => true,
        () => false,
      ),
  });
}
